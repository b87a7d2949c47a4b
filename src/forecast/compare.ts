import type { DemandPanel } from '../model/demand.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import type { BacktestScore, CoverageScore } from '../model/forecast.ts'
import type { Month } from '../model/month.ts'
import type { Ubigeo } from '../model/ubigeo.ts'
import { coverageScores } from './coverage.ts'
import { fitGroup } from './fit-group.ts'
import { someRows } from './history.ts'
import { PLAN_LEVELS } from './levels.ts'
import type { Member } from './member.ts'
import { MEMBERS } from './members.ts'
import { type Method, nameOf } from './method.ts'
import { type ProductHistory, productHistories } from './product-history.ts'
import type { Choice } from './reconcile/choice.ts'
import { meansOfRows } from './reconcile/past-means.ts'
import { fitReconciliation, type Reconciled } from './reconcile/reconcile.ts'
import { placeTree } from './reconcile/tree.ts'
import { fewOrigins, type Schedule, schedule } from './schedule.ts'
import { scoresOf } from './scores.ts'

/** The months to plan. */
export interface Window {
  readonly from: Month
  readonly months: number
  /** Origins of the backtest at most; 12 unless told. */
  readonly origins?: number
}

/** Networks of each product, as members beside the statistical ones. */
export type ProductMembers = ReadonlyMap<string, readonly Member[]>

export interface CompareInput {
  readonly panel: DemandPanel
  readonly window: Window
  readonly networks?: ProductMembers
  /** Share of poor of each place, for the report of coverage. */
  readonly poverty?: ReadonlyMap<Ubigeo, number>
  /** Called as work is done, of a total that stays the same. */
  readonly onProgress?: (done: number, total: number) => void
  /** Asked between origins; once true, methods are compared on what is done. */
  readonly cancelled?: () => boolean
}

export interface Compared {
  /** By product. */
  readonly methods: ReadonlyMap<string, Method>
  /** The methods as they would have been at each origin that was done, latest first. */
  readonly past: PastMethods
  /** Of every method on every product, also of those not chosen. */
  readonly scores: readonly BacktestScore[]
  /** Of the chosen methods, over the latest origins. */
  readonly coverage: readonly CoverageScore[]
  readonly notes: readonly ForecastNote[]
}

/** A product's method as it would have been at each origin that was done, latest first, and how its sums were made to agree. */
export interface PastMethod {
  readonly members: readonly Member[]
  readonly reconciled?: Reconciled
}
export type PastMethods = ReadonlyMap<string, PastMethod>

/** All members that a product has. */
export const membersOf = (product: string, networks: ProductMembers = new Map()): readonly Member[] => [
  ...MEMBERS,
  ...(networks.get(product) ?? []),
]

/** What was observed of each product before the window. */
export const historiesOf = (panel: DemandPanel, window: Window): readonly ProductHistory[] =>
  productHistories(panel, Math.max(0, Math.min(panel.months, window.from - panel.first)))

/** Origins at which a product's members are tried. */
export const scheduleOf = ({ group, start, end }: ProductHistory, { months, origins }: Window): Schedule =>
  schedule(group, start, end, months, origins)

function noteOfSums(product: string, { way, losses }: Choice): readonly ForecastNote[] {
  const [error, bottomUp] = [losses.get(way), losses.get('bottom-up')]
  return error === undefined || bottomUp === undefined ? [] : [{ code: 'sums-agree', product, way, error, bottomUp }]
}

/** Each product takes the method of least rolling-origin loss; nothing from the window's first month on is looked at. */
export function compareMethods(input: CompareInput): Compared {
  const { panel, window, networks, onProgress, cancelled = () => false } = input
  const histories = historiesOf(panel, window)
  const plans = histories.map((known) => scheduleOf(known, window))
  const total = histories.reduce((sum, known, i) => sum + known.rows.length * plans[i].origins.length, 0)
  let done = 0

  const notes: ForecastNote[] = []
  const scores: BacktestScore[] = []
  const coverage: CoverageScore[] = []
  const methods = new Map<string, Method>()
  const past = new Map<string, PastMethod>()
  let stoppedEarly = false
  histories.forEach(({ product, rows, group, start, end, standing }, i) => {
    const plan = plans[i]
    const carryOn = (): boolean => {
      done += rows.length
      onProgress?.(done, total)
      return !cancelled()
    }
    const begin = plan.origins.length > 0 && !cancelled()
    const members = membersOf(product, networks)
    const fitted = fitGroup(group, begin ? plan : { ...plan, origins: [] }, end, PLAN_LEVELS, members, carryOn)
    const { origins } = fitted
    if (origins < plan.origins.length) stoppedEarly = true
    const tree = placeTree(standing.map((row) => panel.series[rows[row]].ubigeo))
    const tested = { ...plan, origins: plan.origins.slice(0, origins) }
    const leaves = meansOfRows(fitted.means, standing)
    const known = someRows(group, standing)
    const agreed = fitReconciliation(tree, known, tested, end, leaves, MEMBERS, () => !cancelled())
    methods.set(product, agreed ? { ...fitted.method, agreement: agreed.agreement } : fitted.method)
    past.set(product, { members: fitted.past, ...(agreed && { reconciled: agreed.reconciled }) })
    if (agreed) notes.push(...noteOfSums(product, agreed.choice))
    scores.push(...scoresOf(product, fitted))
    coverage.push(...coverageScores(product, panel.series, rows, fitted.coverage, input.poverty ?? new Map()))
    if (end <= start) return
    const method = nameOf(fitted.method)
    if (origins === 0) notes.push({ code: 'no-backtest', product, method, observedMonths: end - start })
    else {
      notes.push({ code: 'method-chosen', product, method, origins, horizon: plan.horizon })
      if (fewOrigins(plan)) notes.push({ code: 'few-origins', product, origins })
    }
  })
  if (stoppedEarly) notes.push({ code: 'stopped-early' })
  return { methods, past, scores, coverage, notes }
}
