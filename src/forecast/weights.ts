import { pinball } from '../kernel/quantile.ts'
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
  const sum = new Float64Array(some.length * asked.length)
  const lossWith = (m: number, count: number): number => {
    let loss = 0
    for (let i = 0; i < some.length; i++) {
      const y = actual[some[i]]
      const at = (some[i] * members + m) * width
      for (let q = 0; q < asked.length; q++)
        loss += pinball(y, (sum[i * asked.length + q] + quantiles[at + asked[q]]) / count, all[asked[q]])
    }
    return loss
  }
  for (let round = 1; round <= ROUNDS; round++) {
    let best = -1
    let least = Infinity
    for (const m of usable) {
      const loss = lossWith(m, round)
      if (loss < least) {
        least = loss
        best = m
      }
    }
    weights[best] += 1 / ROUNDS
    for (let i = 0; i < some.length; i++)
      for (let q = 0; q < asked.length; q++)
        sum[i * asked.length + q] += quantiles[(some[i] * members + best) * width + asked[q]]
  }
  const selected = weights.reduce((n, w) => n + (w > 0 ? 1 : 0), 0)
  return weights.map((w) => (w > 0 ? (w + 1 / selected) / 2 : 0))
}
