import type { History } from './history.ts'

/** Variance ÷ mean, at least 1, of all observed values of a row before the origin, in the history's quanta: the spread of its counts. */
export function spreadOf({ values, steps, origin, quantum }: History, row: number): number {
  const base = row * steps
  let n = 0
  let sum = 0
  let squares = 0
  for (let t = origin - 1; t >= 0; t--) {
    const value = values[base + t] / quantum
    if (Number.isNaN(value)) continue
    n++
    sum += value
    squares += value * value
  }
  const mean = n === 0 ? 0 : sum / n
  const variance = n < 2 ? 0 : Math.max(0, squares - sum * mean) / (n - 1)
  return mean > 0 ? Math.max(1, variance / mean) : 1
}
