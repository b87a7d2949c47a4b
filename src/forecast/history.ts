import type { DemandPanel } from '../model/demand.ts'
import { OBSERVED } from '../model/observation.ts'

/** What a member may know of one product at an origin. */
export interface History {
  readonly rows: number
  readonly months: number
  /** rows × months, row-major, in the product's unit; NaN where not observed (censored and missing are not). */
  readonly values: Float64Array
  /** Columns from here on have not happened yet: no member may read them. */
  readonly origin: number
  /** What the product is counted in, for members that model counts (product's unit). */
  readonly quantum: number
  /** For columns 0 … 11 and every year after: how many places the month touches, over the mean of the year. See {@link seasonOf}. */
  readonly season: Float64Array
  /** At least `months` numbers that any call overwrites. */
  readonly scratch: Float64Array
}

/** Observed values of the rows of one product. @param rows indexes into the panel's series */
export function observedValues(panel: DemandPanel, rows: readonly number[]): Float64Array {
  const values = new Float64Array(rows.length * panel.months)
  rows.forEach((s, i) => {
    for (let t = 0; t < panel.months; t++) {
      const at = s * panel.months + t
      values[i * panel.months + t] = panel.status[at] === OBSERVED ? panel.quantity[at] : Number.NaN
    }
  })
  return values
}

/**
 * The size of one count: the smallest positive value before the origin, so that persons ÷ 5 are counted as persons,
 * but at least a thousandth of the median positive value, which keeps the counts of tonnes in bounds. 1 without any.
 */
function quantumOf(values: Float64Array, rows: number, months: number, origin: number): number {
  const positive: number[] = []
  for (let i = 0; i < rows; i++)
    for (let t = 0; t < origin; t++) if (values[i * months + t] > 0) positive.push(values[i * months + t])
  if (positive.length === 0) return 1
  const sorted = Float64Array.from(positive).sort()
  return Math.max(sorted[0], sorted[sorted.length >> 1] / 1000)
}

/**
 * Season of a product: the share of places with any demand, by calendar month and its two neighbours, over the mean of the year; 1 where nothing
 * is known. It counts places, not amounts, so that one disaster does not make a season.
 */
function seasonOf(values: Float64Array, rows: number, months: number, origin: number): Float64Array {
  const touched = new Float64Array(12)
  const known = new Float64Array(12)
  for (let i = 0; i < rows; i++)
    for (let t = 0; t < origin; t++) {
      const value = values[i * months + t]
      if (Number.isNaN(value)) continue
      known[t % 12]++
      if (value > 0) touched[t % 12]++
    }
  const around = (x: Float64Array, m: number): number => x[(m + 11) % 12] + x[m] + x[(m + 1) % 12]
  const share = Float64Array.from({ length: 12 }, (_, m) => around(touched, m) / Math.max(1, around(known, m)))
  const mean = share.reduce((a, b) => a + b, 0) / 12
  return share.map((x) => (mean > 0 ? x / mean : 1))
}

/** The history as it is known at an origin. */
export function historyAt(
  values: Float64Array,
  rows: number,
  months: number,
  origin: number,
  scratch: Float64Array,
): History {
  const quantum = quantumOf(values, rows, months, origin)
  return { rows, months, values, origin, quantum, season: seasonOf(values, rows, months, origin), scratch }
}
