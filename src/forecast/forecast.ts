import type { DemandPanel } from '../model/demand.ts'
import type { BacktestScore, CoverageScore, Forecast } from '../model/forecast.ts'
import { addMonths, type Month } from '../model/month.ts'
import { OBSERVED } from '../model/observation.ts'
import type { Settings } from '../model/settings.ts'
import type { Ubigeo } from '../model/ubigeo.ts'
import { coverageScores } from './coverage.ts'
import { scoresOf } from './scores.ts'
import { drawProduct, emptyForecast } from './draw.ts'
import { fitGroup } from './fit-group.ts'
import type { Member } from './member.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import { type ProductHistory, productHistories } from './product-history.ts'
import { PLAN_LEVELS } from './levels.ts'
import { MEMBERS } from './members.ts'
import type { Choice } from './reconcile/choice.ts'
import { fitReconciliation, type Reconciled } from './reconcile/reconcile.ts'
import { reconcileDraws } from './reconcile/reconcile-draws.ts'
import { placeTree } from './reconcile/tree.ts'
import { fewOrigins, schedule } from './schedule.ts'
import { sourcesOf } from './sources.ts'
import { type Runs, runsOf } from './worlds.ts'

export interface ForecastInput {
  readonly panel: DemandPanel
  readonly window: { readonly from: Month; readonly months: number }
  readonly seed: number
  /** Share of poor of each place, for the report of coverage. */
  readonly poverty?: ReadonlyMap<Ubigeo, number>
  readonly onProgress?: (done: number, total: number) => void
  /** Asked between steps; once true, methods are compared on what is done and the draws are made all the same. */
  readonly cancelled?: () => boolean
}

/** The method of a product. */
export interface Method {
  readonly now: Member
  /** As it would have been at each origin of the backtest that was done, latest first. */
  readonly past: readonly Member[]
  /** How places and their sums are made to agree, where that could be tested. */
  readonly reconciled?: Reconciled
}

export interface Forecasted {
  readonly forecast: Forecast
  /** Of every method on every product, also of those not chosen. */
  readonly scores: readonly BacktestScore[]
  /** Of the chosen methods, over the latest origins. */
  readonly coverage: readonly CoverageScore[]
  /** By product. */
  readonly methods: ReadonlyMap<string, Method>
  readonly notes: readonly ForecastNote[]
}

/** The last month of which anything is observed (censored months are not). */
export function lastObserved(panel: DemandPanel): Month | undefined {
  for (let t = panel.months - 1; t >= 0; t--)
    for (let s = 0; s < panel.series.length; s++)
      if (panel.status[s * panel.months + t] === OBSERVED) return addMonths(panel.first, t)
  return undefined
}

/** The months to plan (DATA §4); `undefined` where neither the settings nor the panel tell where to begin. */
export function defaultWindow(
  panel: DemandPanel,
  settings: Pick<Settings, 'from' | 'months'>,
): { readonly from: Month; readonly months: number } | undefined {
  if (settings.from !== null) return { from: settings.from, months: settings.months }
  const last = lastObserved(panel)
  return last === undefined ? undefined : { from: addMonths(last, 1), months: settings.months }
}

/** Below this many runs of the past, how places move together stands on little. */
const FEW_RUNS = 12

function notesOfHistory(panel: DemandPanel, known: ProductHistory): readonly ForecastNote[] {
  const { product, rows, unknown } = known
  if (unknown.length === rows.length) return [{ code: 'product-without-history', product }]
  if (unknown.length === 0) return []
  return [{ code: 'places-without-history', product, ubigeos: unknown.map((s) => panel.series[s].ubigeo) }]
}

function noteOfRuns(product: string, runs: Runs, horizon: number): readonly ForecastNote[] {
  const { starts, length, wholly } = runs
  if (starts.length >= FEW_RUNS && length === horizon && wholly) return []
  return [{ code: 'few-runs', product, runs: starts.length, length, wholly }]
}

function noteOfSums(product: string, { way, losses }: Choice): readonly ForecastNote[] {
  const [error, bottomUp] = [losses.get(way), losses.get('bottom-up')]
  return error === undefined || bottomUp === undefined ? [] : [{ code: 'sums-agree', product, way, error, bottomUp }]
}

/**
 * Demand panel → joint draws (DATA §4, "Joint draws"). Each product takes the method of least rolling-origin loss; nothing from the window's first
 * month on is looked at. Cost grows with the rows that ever had a positive value; the draws take 3.2 kB per series and month.
 */
export function forecast(input: ForecastInput): Forecasted {
  const { panel, window, seed, onProgress, cancelled } = input
  const horizon = window.months
  const from = window.from - panel.first
  const histories = productHistories(panel, Math.max(0, Math.min(panel.months, from)))
  const plans = histories.map((known) => schedule(known.group, known.start, known.end, horizon))
  const total = histories.reduce((sum, known, i) => sum + known.rows.length * (plans[i].origins.length + 1), 0)
  let done = 0
  const advance = (rows: number): void => {
    done += rows
    onProgress?.(done, total)
  }
  const stopped = (): boolean => cancelled?.() ?? false

  const notes: ForecastNote[] = []
  const scores: BacktestScore[] = []
  const coverage: CoverageScore[] = []
  const methods = new Map<string, Method>()
  const runs = new Map<string, Runs>()
  let stoppedEarly = false
  histories.forEach((known, i) => {
    const { product, rows, group, start, end } = known
    const plan = plans[i]
    const carryOn = (): boolean => {
      advance(rows.length)
      return !stopped()
    }
    const begin = plan.origins.length > 0 && !stopped()
    const fitted = fitGroup(group, begin ? plan : { ...plan, origins: [] }, end, PLAN_LEVELS, MEMBERS, carryOn)
    const { origins } = fitted
    if (origins < plan.origins.length) stoppedEarly = true
    const tree = placeTree(rows.map((s) => panel.series[s].ubigeo))
    const tested = { ...plan, origins: plan.origins.slice(0, origins) }
    const reconciled = fitReconciliation(tree, group, tested, end, fitted, MEMBERS, () => !stopped())
    methods.set(product, { now: fitted.member, past: fitted.past, ...(reconciled ? { reconciled } : {}) })
    if (reconciled) notes.push(...noteOfSums(product, reconciled.choice))
    scores.push(...scoresOf(product, fitted))
    coverage.push(...coverageScores(product, panel.series, rows, fitted.coverage, input.poverty ?? new Map()))
    const method = fitted.member.name
    notes.push(...notesOfHistory(panel, known))
    if (end > start) {
      if (origins === 0) notes.push({ code: 'no-backtest', product, method, observedMonths: end - start })
      else {
        notes.push({ code: 'method-chosen', product, method, origins, horizon: plan.horizon })
        if (fewOrigins(plan)) notes.push({ code: 'few-origins', product, origins })
      }
      const found = runsOf(group.values, rows.length, panel.months, end, horizon)
      notes.push(...noteOfRuns(product, found, horizon))
      runs.set(product, found)
    }
  })
  if (stoppedEarly) notes.push({ code: 'stopped-early' })
  const end = Math.max(0, ...histories.map((known) => known.end))
  if (end > 0 && from > end)
    notes.push({ code: 'window-far-ahead', last: addMonths(panel.first, end - 1), gap: from - end })

  const out = emptyForecast(panel, window.from, horizon)
  const sources = sourcesOf(runs, horizon, seed)
  histories.forEach((known) => {
    const source = sources.get(known.product)
    const method = methods.get(known.product)
    if (source && method) {
      drawProduct(panel, known, method.now, from, source, seed, out, advance)
      if (method.reconciled)
        reconcileDraws(out, known.rows, method.reconciled, (fitted) => fitted.member, known.end, from)
    } else advance(known.rows.length)
  })
  return { forecast: out, scores, coverage, methods, notes }
}
