import type { DemandPanel } from '../model/demand.ts'
import { OBSERVED } from '../model/observation.ts'
import type { Neighbours } from './neighbours.ts'

/** What a member may know of one group of series at an origin. */
export interface History {
  readonly rows: number
  /** Columns: months, weeks or days. */
  readonly steps: number
  /** Steps in a season: 12 of months, 52 of weeks, 7 of days; 1 for none. */
  readonly cycle: number
  /** rows × steps, row-major, in the product's unit; NaN where not observed (censored and missing are not). */
  readonly values: Float64Array
  /** Who lies near whom, where that is known. */
  readonly neighbours?: Neighbours
  /** Columns from here on have not happened yet: no member may read them. */
  readonly origin: number
  /** What the product is counted in, for members that model counts (product's unit). */
  readonly quantum: number
  /** For columns 0 … cycle − 1 and every season after: how many places the step touches, over the mean of the season. See {@link seasonOf}. */
  readonly season: Float64Array
  /** No forecast lies below: 0 where nothing ever was negative, else −∞. */
  readonly floor: number
  /** At least `steps` numbers that any call overwrites. */
  readonly scratch: Float64Array
}

/** The series that are forecast together. */
export interface Group {
  readonly rows: number
  readonly steps: number
  readonly cycle: number
  /** rows × steps, as in {@link History}. */
  readonly values: Float64Array
  readonly neighbours?: Neighbours
}

/** Some rows of a group, in the order given; who lies near whom is not told. */
export function someRows({ values, steps, cycle }: Group, rows: readonly number[]): Group {
  const out = new Float64Array(rows.length * steps)
  rows.forEach((row, i) => out.set(values.subarray(row * steps, (row + 1) * steps), i * steps))
  return { rows: rows.length, steps, cycle, values: out }
}

/** Steps of a season that count as near: one month of months, four weeks of weeks, none of the days of a week. */
export const neighbourhood = (cycle: number): number => (cycle < 12 ? 0 : Math.round(cycle / 12))

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
 * but at least a thousandth of the median positive value, which keeps the counts of tonnes in bounds, and a millionth of a millionth of the largest.
 * 1 without any.
 */
function quantumOf({ values, rows, steps }: Group, origin: number): number {
  const positive: number[] = []
  for (let i = 0; i < rows; i++)
    for (let t = 0; t < origin; t++) if (values[i * steps + t] > 0) positive.push(values[i * steps + t])
  if (positive.length === 0) return 1
  const sorted = Float64Array.from(positive).sort()
  return Math.max(sorted[0], sorted[sorted.length >> 1] / 1000, sorted[sorted.length - 1] / 1e12)
}

/**
 * Season of a group: the share of series with any demand, by step of the season and its neighbours, over the mean of the season; 1 where nothing
 * is known. It counts series, not amounts, so that one disaster does not make a season.
 */
function seasonOf({ values, rows, steps, cycle }: Group, origin: number): Float64Array {
  const touched = new Float64Array(cycle)
  const known = new Float64Array(cycle)
  for (let i = 0; i < rows; i++)
    for (let t = 0; t < origin; t++) {
      const value = values[i * steps + t]
      if (Number.isNaN(value)) continue
      known[t % cycle]++
      if (value > 0) touched[t % cycle]++
    }
  const near = neighbourhood(cycle)
  const around = (x: Float64Array, m: number): number => {
    let sum = 0
    for (let k = -near; k <= near; k++) sum += x[(m + k + cycle) % cycle]
    return sum
  }
  const share = Float64Array.from({ length: cycle }, (_, m) => around(touched, m) / Math.max(1, around(known, m)))
  const mean = share.reduce((a, b) => a + b, 0) / cycle
  return share.map((x) => (mean > 0 ? x / mean : 1))
}

function floorOf({ values, rows, steps }: Group, origin: number): number {
  for (let i = 0; i < rows; i++) for (let t = 0; t < origin; t++) if (values[i * steps + t] < 0) return -Infinity
  return 0
}

/** The history as it is known at an origin. */
export function historyAt(group: Group, origin: number, scratch: Float64Array): History {
  return {
    ...group,
    origin,
    quantum: quantumOf(group, origin),
    season: seasonOf(group, origin),
    floor: floorOf(group, origin),
    scratch,
  }
}
