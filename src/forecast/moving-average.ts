import { negativeBinomialQuantiles } from '../kernel/negative-binomial.ts'
import type { MethodName } from '../model/forecast.ts'
import type { Member } from './member.ts'
import { spreadOf } from './spread.ts'

/**
 * Negative binomial of the mean of the last `window` observed steps and of the variance ÷ mean of the row's whole history, at least 1, in the
 * history's quanta. `seasonal`: the mean is that of the steps over their season, and each step ahead takes its own season.
 */
export function movingAverage(name: MethodName, window: number, seasonal = false): Member {
  return {
    name,
    predict(history, row, from, count, levels, out, means) {
      const { values, steps, cycle, origin, quantum, season } = history
      const base = row * steps
      let n = 0
      let recent = 0
      let weight = 0
      for (let t = origin - 1; t >= 0 && n < window; t--) {
        const value = values[base + t] / quantum
        if (Number.isNaN(value)) continue
        n++
        recent += value
        weight += seasonal ? season[t % cycle] : 1
      }
      // At least half: a place known only from quiet months is not blown up by what they lack.
      const mean = n === 0 ? 0 : recent / Math.max(weight, 0.5 * n)
      const ratio = spreadOf(history, row)
      for (let j = 0; j < count; j++) {
        const level = seasonal ? mean * season[(from + j) % cycle] : mean
        if (j === 0 || seasonal) negativeBinomialQuantiles(levels, level, ratio, quantum, out, j * levels.length)
        else out.copyWithin(j * levels.length, 0, levels.length)
        means[j] = level * quantum
      }
    },
  }
}
