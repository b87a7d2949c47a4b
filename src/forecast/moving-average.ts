import { negativeBinomialQuantiles } from '../kernel/negative-binomial.ts'
import type { Member, MethodName } from './member.ts'

/**
 * Negative binomial: mean of the last `window` observed months; variance ÷ mean of the whole history, at least 1, both in
 * the history's quanta. The same for every month ahead.
 */
export function movingAverage(name: MethodName, window: number): Member {
  return {
    name,
    predict(history, row, _from, count, levels, out, means) {
      const { values, months, origin, quantum } = history
      const base = row * months
      let n = 0
      let recent = 0
      let sum = 0
      let squares = 0
      for (let t = origin - 1; t >= 0; t--) {
        const value = values[base + t] / quantum
        if (Number.isNaN(value)) continue
        n++
        sum += value
        squares += value * value
        if (n <= window) recent += value
      }
      const mean = n === 0 ? 0 : recent / Math.min(n, window)
      const overall = n === 0 ? 0 : sum / n
      const variance = n < 2 ? 0 : Math.max(0, squares - sum * overall) / (n - 1)
      const ratio = overall > 0 ? Math.max(1, variance / overall) : 1
      negativeBinomialQuantiles(levels, mean, ratio, quantum, out, 0)
      means.fill(mean * quantum, 0, count)
      for (let j = 1; j < count; j++) out.copyWithin(j * levels.length, 0, levels.length)
    },
  }
}
