import type { DemandPanel } from '../model/demand.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import type { Forecast } from '../model/forecast.ts'
import { addMonths, type Month } from '../model/month.ts'
import { OBSERVED } from '../model/observation.ts'
import type { Settings } from '../model/settings.ts'
import {
  type Compared,
  type CompareInput,
  compareMethods,
  historiesOf,
  membersOf,
  type ProductMembers,
  type Window,
} from './compare.ts'
import { drawProduct, emptyForecast } from './draw.ts'
import type { Population } from './elasticity.ts'
import { lend } from './lend.ts'
import { someRows } from './history.ts'
import { notesOfHistory } from './history-notes.ts'
import { type Method, memberOf } from './method.ts'
import { MEMBERS } from './members.ts'
import { restored } from './reconcile/agreement.ts'
import { reconcileDraws } from './reconcile/reconcile-draws.ts'
import { placeTree } from './reconcile/tree.ts'
import type { ProductHistory } from './product-history.ts'
import { sourcesOf } from './sources.ts'
import { type Runs, runsOf } from './worlds.ts'

export interface DrawInput {
  readonly panel: DemandPanel
  readonly window: Window
  readonly seed: number
  /** By product. */
  readonly methods: ReadonlyMap<string, Method>
  readonly networks?: ProductMembers
  /** Persons in each place, by which a place with little history borrows from others; without it all count as equal. */
  readonly population?: Population
  readonly onProgress?: (done: number, total: number) => void
}

export interface Drawn {
  readonly forecast: Forecast
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
export function defaultWindow(panel: DemandPanel, settings: Pick<Settings, 'from' | 'months'>): Window | undefined {
  if (settings.from !== null) return { from: settings.from, months: settings.months }
  const last = lastObserved(panel)
  return last === undefined ? undefined : { from: addMonths(last, 1), months: settings.months }
}

/** Below this many runs of the past, how places move together stands on little. */
const FEW_RUNS = 12

function noteOfRuns(product: string, runs: Runs, horizon: number): readonly ForecastNote[] {
  const { starts, length, wholly } = runs
  if (starts.length >= FEW_RUNS && length === horizon && wholly) return []
  return [{ code: 'few-runs', product, runs: starts.length, length, wholly }]
}

/**
 * Joint draws (DATA §4, "Joint draws") of each product by its method; nothing from the window's first month on is looked at. They take 3.2 kB per
 * series and month.
 */
export function drawForecast(input: DrawInput): Drawn {
  const { panel, window, seed, methods, networks, population = new Map(), onProgress } = input
  const horizon = window.months
  const from = window.from - panel.first
  const histories = historiesOf(panel, window)
  const total = histories.reduce((sum, known) => sum + known.rows.length, 0)
  let done = 0
  const advance = (rows: number): void => {
    done += rows
    onProgress?.(done, total)
  }
  const notes: ForecastNote[] = []
  const runs = new Map<string, Runs>()
  for (const known of histories) {
    const { product, group, start, end, standing } = known
    notes.push(...notesOfHistory(panel, known))
    if (end <= start) continue
    const found = runsOf(someRows(group, standing), end, horizon)
    notes.push(...noteOfRuns(product, found, horizon))
    runs.set(product, found)
  }
  const end = Math.max(0, ...histories.map((known) => known.end))
  if (end > 0 && from > end)
    notes.push({ code: 'window-far-ahead', last: addMonths(panel.first, end - 1), gap: from - end })

  const out = emptyForecast(panel, window.from, horizon)
  const sources = sourcesOf(runs, horizon, seed)
  for (const known of histories) {
    const source = sources.get(known.product)
    const method = methods.get(known.product)
    if (source && method) {
      const member = memberOf(method, membersOf(known.product, networks))
      drawProduct(panel, known, member, from, source, seed, out, advance)
      reconcile(panel, known, method, out, from)
      lend(out, known.rows, known.group, known.end, population, seed)
    } else advance(known.rows.length)
  }
  return { forecast: out, notes }
}

/** Draws of places moved so that their sums are what was forecast of the sums, too. */
function reconcile(
  panel: DemandPanel,
  known: ProductHistory,
  { agreement }: Method,
  out: Forecast,
  from: number,
): void {
  const { group, end, standing } = known
  const rows = standing.map((row) => known.rows[row])
  const tree = placeTree(rows.map((s) => panel.series[s].ubigeo))
  const reconciled = agreement && restored(agreement, tree, someRows(group, standing), end)
  if (reconciled) reconcileDraws(out, rows, reconciled, ({ method }) => memberOf(method, MEMBERS), end, from)
}

export type ForecastInput = CompareInput & Pick<DrawInput, 'seed' | 'population'>
export type Forecasted = Compared & Drawn

/** Demand panel → joint draws, by the method that was best in the past of each product. */
export function forecast(input: ForecastInput): Forecasted {
  const { onProgress } = input
  const part = (before: number) => (done: number, total: number) => onProgress?.(before + done / Math.max(1, total), 2)
  const compared = compareMethods({ ...input, onProgress: part(0) })
  const drawn = drawForecast({ ...input, methods: compared.methods, onProgress: part(1) })
  return { ...compared, ...drawn, notes: [...compared.notes, ...drawn.notes] }
}
