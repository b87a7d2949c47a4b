import { quantileSorted } from '../kernel/quantile.ts'
import type { Group } from './history.ts'

/** Widths of the middle half beyond its upper end from which a value is far out (Tukey 1977), here of logarithms. */
const FAR_OUT = 3

/**
 * Above it a month is a disaster of its own kind: far out among the logarithms of all positive values before the end. A flagged month is no mistake:
 * it is capped where a network would chase it, in the copy it is trained on, and nowhere else.
 * @returns ∞ where fewer than eight values are positive
 */
export function disasterCap({ values, rows, steps }: Group, end: number): number {
  const logs: number[] = []
  for (let row = 0; row < rows; row++)
    for (let t = row * steps; t < row * steps + end; t++) if (values[t] > 0) logs.push(Math.log(values[t]))
  if (logs.length < 8) return Infinity
  const sorted = Float64Array.from(logs).sort()
  const [low, high] = [quantileSorted(sorted, 0.25), quantileSorted(sorted, 0.75)]
  // Where most values are the same, nothing is far out.
  return high > low ? Math.exp(high + FAR_OUT * (high - low)) : Infinity
}

/** Months of all rows before the end that lie above. */
export function countAbove({ values, rows, steps }: Group, end: number, cap: number): number {
  let count = 0
  for (let row = 0; row < rows; row++)
    for (let t = row * steps; t < row * steps + end; t++) if (values[t] > cap) count++
  return count
}
