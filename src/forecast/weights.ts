import type { Levels } from './levels.ts'
import type { ForecastRecord } from './record.ts'

/** Members added one after the other, each as often as it helps (Caruana et al. 2004). */
const ROUNDS = 40
/** Cells that are looked at; more do not move the weights of a dozen members. */
const MOST_CELLS = 6000

/** Every n-th of the cells, so that there are at most so many. */
function thinned(cells: Int32Array): Int32Array {
  const apart = Math.ceil(cells.length / MOST_CELLS)
  return apart <= 1 ? cells : cells.filter((_, i) => i % apart === 0)
}

/** Sum of pinball losses of (sum + own) ÷ count, row-major in cells × levels; given up once it is no longer the least. */
function lossWith(
  sum: Float64Array,
  own: Float64Array,
  count: number,
  came: Float64Array,
  level: Float64Array,
  least: number,
): number {
  const width = level.length
  let loss = 0
  for (let i = 0, k = 0; i < came.length && loss < least; i++) {
    const y = came[i]
    for (let q = 0; q < width; q++, k++) {
      const d = y - (sum[k] + own[k]) / count
      loss += d > 0 ? level[q] * d : (level[q] - 1) * d
    }
  }
  return loss
}

/**
 * Weights ≥ 0 that add up to 1, for averaging quantiles level by level: greedy selection with repeats by the sum of pinball losses, then
 * halfway to equal weights of the members that were selected. Equal weights of all usable members where there is nothing to fit on.
 * @param cells of the record to fit on
 * @param usable members that may have a weight, ascending
 */
export function fitWeights(
  record: ForecastRecord,
  levels: Levels,
  cells: Int32Array,
  usable: readonly number[],
): Float64Array {
  const { members, width, quantiles, actual } = record
  const weights = new Float64Array(members)
  const some = thinned(cells)
  const { asked, all } = levels
  if (some.length === 0) {
    for (const m of usable) weights[m] = 1 / usable.length
    return weights
  }
  const n = some.length * asked.length
  // One member after the other: what is read forty times lies together.
  const said = usable.map((m) => {
    const own = new Float64Array(n)
    for (let i = 0; i < some.length; i++)
      for (let q = 0; q < asked.length; q++)
        own[i * asked.length + q] = quantiles[(some[i] * members + m) * width + asked[q]]
    return own
  })
  const came = Float64Array.from(some, (c) => actual[c])
  const level = Float64Array.from(asked, (q) => all[q])
  const sum = new Float64Array(n)
  for (let round = 1; round <= ROUNDS; round++) {
    let best = 0
    let least = Infinity
    for (let m = 0; m < usable.length; m++) {
      const loss = lossWith(sum, said[m], round, came, level, least)
      if (loss < least) {
        least = loss
        best = m
      }
    }
    weights[usable[best]] += 1 / ROUNDS
    for (let i = 0; i < n; i++) sum[i] += said[best][i]
  }
  const selected = weights.filter((w) => w > 0).length
  return weights.map((w) => (w > 0 ? (w + 1 / selected) / 2 : 0))
}
