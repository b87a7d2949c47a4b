import { stepQuantiles } from '../kernel/quantile.ts'
import type { History } from './history.ts'

/**
 * Observed values of a row before the origin whose step of the season is within `width` of that of column `to`, into the scratch.
 * Without any, all observed values.
 * @returns how many
 */
export function gather(history: History, row: number, to: number, width: number): number {
  const { values, steps, cycle, origin, scratch } = history
  const base = row * steps
  let n = 0
  for (let t = 0; t < origin; t++) {
    const apart = (((to - t) % cycle) + cycle) % cycle
    const value = values[base + t]
    if (Math.min(apart, cycle - apart) <= width && !Number.isNaN(value)) scratch[n++] = value
  }
  return n > 0 || 2 * width >= cycle ? n : gather(history, row, to, cycle)
}

/** Quantiles of the first n numbers of the scratch, which it sorts; 0 for none. @returns their mean */
export function describe(
  scratch: Float64Array,
  n: number,
  levels: ArrayLike<number>,
  out: Float64Array,
  at: number,
): number {
  if (n === 0) {
    out.fill(0, at, at + levels.length)
    return 0
  }
  const sample = scratch.subarray(0, n).sort()
  stepQuantiles(sample, n, levels, out, at)
  let sum = 0
  for (let i = 0; i < n; i++) sum += sample[i]
  return sum / n
}
