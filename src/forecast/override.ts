import { DRAWS, type Forecast, LEVELS } from '../model/forecast.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import { countingOverrides, type Override } from '../model/override.ts'
import { digitsOf, liesIn } from '../model/ubigeo.ts'
import { type NodeForecast, nodeForecasts } from './hierarchy.ts'

/** A correction that the forecast follows, and what was forecast without any. */
export interface AppliedOverride {
  readonly override: Override
  /** Mean before any correction, in the product's unit. */
  readonly baseline: number
}

export interface Overridden {
  readonly applied: readonly AppliedOverride[]
  /** Every node, product and month that lies in, above or below a corrected one, as it was forecast before. */
  readonly baseline: readonly NodeForecast[]
  readonly notes: readonly ForecastNote[]
}

/**
 * Moves draws, means and quantiles of the forecast, in place, so that each corrected node has its corrected mean: all series in it are multiplied
 * by the same factor, beyond four times with the rest in every world, from the nation down, so that a correction further down has the last word. One series that was forecast 0 gets the number
 * in every world; a sum of several that are all 0 has nothing to follow and stays. Months before the window are left to the scores.
 */
export function applyOverrides(forecast: Forecast, all: readonly Override[]): Overridden {
  const { periods } = forecast
  const [first = 0] = periods
  const wanted = countingOverrides(all)
    .filter((one) => periods.length === 0 || one.month >= first)
    .sort((a, b) => digitsOf(a.ubigeo) - digitsOf(b.ubigeo))
  if (wanted.length === 0) return { applied: [], baseline: [], notes: [] }
  const before = nodeForecasts(forecast)
  const meanOf = new Map(before.map((n) => [`${n.ubigeo} ${n.period} ${n.product}`, n.mean]))
  const applied: AppliedOverride[] = []
  const notes: ForecastNote[] = []
  for (const one of wanted) {
    const { ubigeo, product, month: period, quantity, author, reason } = one
    const baseline = meanOf.get(`${ubigeo} ${period} ${product}`)
    if (baseline === undefined) {
      notes.push({ code: 'override-unknown', ubigeo, product, period })
      continue
    }
    const cells = cellsOf(forecast, one)
    if (!correct(forecast, cells, quantity)) {
      notes.push({ code: 'override-of-nothing', ubigeo, product, period })
      continue
    }
    applied.push({ override: one, baseline })
    const facts = { from: baseline, to: quantity, author, reason }
    notes.push({ code: 'override-applied', ubigeo, product, period, ...facts })
  }
  for (const { override: one } of applied) {
    const { ubigeo, product, month: period, quantity: said, author } = one
    const mean = sumOf(forecast, cellsOf(forecast, one))
    if (Math.abs(mean - said) > TOLERANCE * Math.max(1, said))
      notes.push({ code: 'override-outweighed', ubigeo, product, period, said, mean, author })
  }
  const moved = ({ ubigeo, product, period }: NodeForecast): boolean =>
    applied.some(
      ({ override: o }) =>
        o.month === period && o.product === product && (liesIn(ubigeo, o.ubigeo) || liesIn(o.ubigeo, ubigeo)),
    )
  return { applied, baseline: before.filter(moved), notes }
}

/** Cells of `mean` that a correction is about. */
function cellsOf({ series, periods }: Forecast, { ubigeo, product, month }: Override): readonly number[] {
  const j = periods.indexOf(month)
  return series.flatMap((key, s) =>
    key.product === product && liesIn(key.ubigeo, ubigeo) ? [s * periods.length + j] : [],
  )
}

const sumOf = ({ mean }: Forecast, cells: readonly number[]): number => cells.reduce((sum, cell) => sum + mean[cell], 0)

/** What adding up a nation's places may lose. */
const TOLERANCE = 1e-6

/**
 * Beyond so many times the forecast a person knows of a need that the draws do not: what is more is added to every world, each place by its share of
 * the mean. A factor alone would leave the worlds without need at 0, and most of them at that where need is rare.
 */
const FARTHEST = 4

/** @param cells series × months, all of one month @returns whether their means now add up to the quantity */
function correct(forecast: Forecast, cells: readonly number[], quantity: number): boolean {
  const { draws, mean, quantiles } = forecast
  const sum = sumOf(forecast, cells)
  const [only] = cells
  if (sum === 0 && quantity > 0) {
    if (only === undefined || cells.length > 1) return false
    draws.fill(quantity, only * DRAWS, (only + 1) * DRAWS)
    quantiles.fill(quantity, only * LEVELS.length, (only + 1) * LEVELS.length)
    mean[only] = quantity
    return true
  }
  const factor = sum === 0 ? 1 : Math.min(FARTHEST, quantity / sum)
  for (const cell of cells) {
    const more = sum === 0 ? 0 : Math.max(0, quantity - sum * factor) * (mean[cell] / sum)
    const moved = (x: number): number => x * factor + more
    mean[cell] = moved(mean[cell])
    for (let w = cell * DRAWS; w < (cell + 1) * DRAWS; w++) draws[w] = moved(draws[w])
    for (let q = cell * LEVELS.length; q < (cell + 1) * LEVELS.length; q++) quantiles[q] = moved(quantiles[q])
  }
  return true
}
