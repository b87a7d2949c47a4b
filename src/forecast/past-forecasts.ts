import { byText } from '../kernel/order.ts'
import { type DemandPanel, WHOLE } from '../model/demand.ts'
import { type Forecast, LEVELS } from '../model/forecast.ts'
import { addMonths, type Month } from '../model/month.ts'
import { parentOf, type Ubigeo } from '../model/ubigeo.ts'
import { drawProduct, emptyForecast } from './draw.ts'
import { type PastMethod, type PastMethods, scheduleOf, type Window } from './compare.ts'
import { someRows } from './history.ts'
import type { DrawInput } from './forecast.ts'
import { lend } from './lend.ts'
import { MEMBERS } from './members.ts'
import { memberOf } from './method.ts'
import { nodeForecasts } from './hierarchy.ts'
import { type ProductHistory, productHistories } from './product-history.ts'
import { reconcileDraws } from './reconcile/reconcile-draws.ts'
import { sourcesOf } from './sources.ts'
import { standing } from './standing.ts'
import { runsOf } from './worlds.ts'

/** Levels that are kept of a past forecast. */
export const PAST_LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9] as const
const KEPT = PAST_LEVELS.map((level) => LEVELS.indexOf(level))

/** What would have been forecast at one origin of the backtest for one node, product and month, and what came. */
export interface PastForecast {
  readonly ubigeo: Ubigeo
  readonly product: string
  /** The first month that was not known. */
  readonly origin: Month
  readonly period: Month
  readonly mean: number
  /** At {@link PAST_LEVELS}. */
  readonly quantiles: readonly number[]
  /** `undefined` where less than {@link WHOLE} of the node's places are observed. */
  readonly actual: number | undefined
}

export type PastSettings = Pick<DrawInput, 'seed' | 'population'>

/** One product's rows that stand by themselves as a panel of their own, so that draws are held for one product at a time. */
function alone(
  panel: DemandPanel,
  known: ProductHistory,
): { readonly panel: DemandPanel; readonly known: ProductHistory } {
  const series = known.standing.map((row) => panel.series[known.rows[row]])
  const rows = [...series.keys()]
  const group = someRows(known.group, known.standing)
  return { panel: { ...panel, series }, known: { ...known, rows, group, standing: rows } }
}

/** Per node: what came in each month. NaN where it is not known. */
function actuals({ panel, known }: ReturnType<typeof alone>): ReadonlyMap<Ubigeo, Float64Array> {
  const { months } = panel
  const sums = new Map<Ubigeo, { sum: Float64Array; observed: Int32Array; places: number }>()
  panel.series.forEach(({ ubigeo }, row) => {
    for (let node: Ubigeo | undefined = ubigeo; node !== undefined; node = parentOf(node)) {
      let of = sums.get(node)
      if (of === undefined) {
        of = { sum: new Float64Array(months), observed: new Int32Array(months), places: 0 }
        sums.set(node, of)
      }
      of.places++
      for (let t = 0; t < months; t++) {
        const value = known.group.values[row * months + t]
        if (Number.isNaN(value)) continue
        of.sum[t] += value
        of.observed[t]++
      }
    }
  })
  return new Map(
    [...sums].map(([node, { sum, observed, places }]) => [
      node,
      sum.map((x, t) => (observed[t] >= WHOLE * places ? x : Number.NaN)),
    ]),
  )
}

/**
 * The method in use as it would have forecast at an origin: only columns before it are read, but the weights that make sums agree are today's.
 * @param k position of the origin in the schedule
 * @param room a forecast of the same size, which is overwritten
 */
function forecastAt(
  { panel, known }: ReturnType<typeof alone>,
  { members, reconciled }: PastMethod,
  k: number,
  origin: number,
  { seed, population = new Map() }: PastSettings,
  room: Forecast,
): Forecast {
  const horizon = room.periods.length
  const out = { ...room, periods: room.periods.map((_, j) => addMonths(panel.first, origin + j)) }
  for (const numbers of [out.draws, out.mean, out.quantiles]) numbers.fill(0)
  const runs = runsOf(someRows(known.group, standing(known.group, origin)), origin, horizon)
  const source = sourcesOf(new Map([[known.product, runs]]), horizon, seed).get(known.product)
  if (!source) return out
  drawProduct(panel, { ...known, end: origin }, members[k], origin, source, seed, out, () => {})
  if (reconciled)
    reconcileDraws(
      out,
      known.rows,
      reconciled,
      ({ past, method }) => past[k] ?? memberOf(method, MEMBERS),
      origin,
      origin,
    )
  lend(out, known.rows, known.group, origin, population, seed)
  return out
}

/**
 * Past forecasts of every node at every origin of the backtest that was done, by the method in use as it would have been there, with joint draws
 * made at each origin from what was known then. A product that could not be tested has none, nor has a place that does not stand by itself; sums are
 * of the others. Origins and months are those of `backtest`.
 * @param window the months of the forecast now
 * @param methods of each product at each origin, latest first
 * @param cancelled asked before each origin; once true, the rest is left out
 * @returns by ubigeo, product, origin, period
 */
export function pastForecasts(
  panel: DemandPanel,
  window: Window,
  methods: PastMethods,
  settings: PastSettings,
  onProgress: (done: number, total: number) => void = () => {},
  cancelled: () => boolean = () => false,
): readonly PastForecast[] {
  const before = Math.max(0, Math.min(panel.months, window.from - panel.first))
  const histories = productHistories(panel, before)
  const byNode = new Map<Ubigeo, PastForecast[]>()
  histories.forEach((whole, i) => {
    onProgress(i, histories.length)
    const method = methods.get(whole.product)
    if (method === undefined || method.members.length === 0) return
    const { origins, horizon } = scheduleOf(whole, window)
    const own = alone(panel, whole)
    const came = actuals(own)
    const room = emptyForecast(own.panel, panel.first, horizon)
    for (let k = method.members.length - 1; k >= 0; k--) {
      if (cancelled()) break
      const origin = origins[k]
      for (const { ubigeo, product, period, mean, quantiles } of nodeForecasts(
        forecastAt(own, method, k, origin, settings, room),
      )) {
        const actual = came.get(ubigeo)?.[period - panel.first] ?? Number.NaN
        const rows = byNode.get(ubigeo)
        const row: PastForecast = {
          ubigeo,
          product,
          origin: addMonths(panel.first, origin),
          period,
          mean,
          quantiles: KEPT.map((q) => quantiles[q]),
          actual: Number.isNaN(actual) ? undefined : actual,
        }
        if (rows === undefined) byNode.set(ubigeo, [row])
        else rows.push(row)
      }
    }
  })
  return [...byNode.keys()].sort(byText).flatMap((node) => byNode.get(node) ?? [])
}
