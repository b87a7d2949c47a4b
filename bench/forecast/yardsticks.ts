import { NINE, type Window } from './score.ts'
import type { BenchSet } from './sets.ts'

/** The last observed value of the same step of the season, at every level. */
export function seasonalNaive({ series, horizon, cycle }: BenchSet, ends: readonly number[]): Window {
  const means = new Float64Array(series.length * horizon)
  series.forEach((y, i) => {
    const end = ends[i] ?? 0
    for (let j = 0; j < horizon; j++)
      for (let t = end + j - cycle * Math.ceil((j + 1) / cycle); t >= 0; t -= cycle) {
        means[i * horizon + j] = y[t] ?? Number.NaN
        if (!Number.isNaN(means[i * horizon + j])) break
        means[i * horizon + j] = 0
      }
  })
  return {
    means,
    quantiles: Float64Array.from(
      { length: means.length * NINE.length },
      (_, k) => means[Math.floor(k / NINE.length)] ?? 0,
    ),
  }
}

export const zero = ({ series, horizon }: BenchSet): Window => ({
  means: new Float64Array(series.length * horizon),
  quantiles: new Float64Array(series.length * horizon * NINE.length),
})
