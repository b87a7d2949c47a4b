import { type Group, historyAt } from './history.ts'

/** Counts whose usual size is below this jump from quantile to quantile. */
const SMALL_COUNT = 50

/** Whether all values are whole multiples of their quantum, and usually of few. */
export function isCount(group: Group, end: number): boolean {
  const { quantum } = historyAt(group, end, new Float64Array(group.steps))
  const positive: number[] = []
  for (let i = 0; i < group.rows; i++)
    for (let t = 0; t < end; t++) {
      const value = group.values[i * group.steps + t] / quantum
      if (Number.isNaN(value)) continue
      if (Math.abs(value - Math.round(value)) > 1e-6 * Math.max(1, value)) return false
      if (value > 0) positive.push(value)
    }
  return positive.length === 0 || positive.sort((a, b) => a - b)[positive.length >> 1] < SMALL_COUNT
}
