import { pinball } from '../../src/kernel/quantile.ts'

/** Levels of the published tables. */
export const NINE = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

/** Forecasts of one window: series × steps × levels, and means. */
export interface Window {
  readonly quantiles: Float64Array
  readonly means: Float64Array
}

export interface Score {
  /** Σ 2 · pinball ÷ Σ |y| per level, averaged over the levels. */
  readonly wql: number
  /** Mean over series of mean |y − median| ÷ mean |y_t − y_{t−m}| of the history. */
  readonly mase: number
  /** Mean over series of root mean squared error of the mean ÷ root mean squared y_t − y_{t−m}. */
  readonly rmsse: number
  /** Σ (mean − y) ÷ Σ |y|. */
  readonly bias: number
  /** Σ 2 · pinball at 0.9 ÷ Σ |y|. */
  readonly upper: number
  /** Share of y within the 0.1 and the 0.9 quantile. */
  readonly inside: number
}

/** Twice the pinball loss, as the published tables count it: at the median |y − q|. */
export const twicePinball = (actual: number, quantile: number, level: number): number =>
  2 * pinball(actual, quantile, level)

/** NaN-aware, as fev scores: what is missing in the window counts nowhere, a series without a scale not in MASE. */
export function score(
  series: readonly (readonly number[])[],
  ends: readonly number[],
  horizon: number,
  cycle: number,
  { quantiles, means }: Window,
): Score {
  let [loss, upper, size, off, hits, cells] = [0, 0, 0, 0, 0, 0]
  let [mase, mases, rmsse, rmsses] = [0, 0, 0, 0]
  series.forEach((y, i) => {
    const end = ends[i] ?? 0
    let [scale, square, n] = [0, 0, 0]
    for (let t = cycle; t < end; t++) {
      const step = (y[t] ?? Number.NaN) - (y[t - cycle] ?? Number.NaN)
      if (Number.isNaN(step)) continue
      scale += Math.abs(step)
      square += step * step
      n++
    }
    let [error, squared, seen] = [0, 0, 0]
    for (let j = 0; j < horizon; j++) {
      const actual = y[end + j] ?? Number.NaN
      if (Number.isNaN(actual)) continue
      const q = (k: number): number => quantiles[(i * horizon + j) * NINE.length + k] ?? 0
      const mean = means[i * horizon + j] ?? 0
      NINE.forEach((level, k) => {
        loss += twicePinball(actual, q(k), level)
      })
      upper += twicePinball(actual, q(8), 0.9)
      size += Math.abs(actual)
      off += mean - actual
      if (actual >= q(0) && actual <= q(8)) hits++
      cells++
      error += Math.abs(actual - q(4))
      squared += (actual - mean) ** 2
      seen++
    }
    if (seen > 0 && scale > 0) {
      mase += error / seen / (scale / n)
      mases++
    }
    if (seen > 0 && square > 0) {
      rmsse += Math.sqrt(squared / seen / (square / n))
      rmsses++
    }
  })
  return {
    wql: loss / NINE.length / size,
    mase: mase / mases,
    rmsse: rmsse / rmsses,
    bias: off / size,
    upper: upper / size,
    inside: hits / cells,
  }
}
