import { quantileSorted } from '../../src/kernel/quantile.ts'
import { stream } from '../../src/kernel/random.ts'
import { NINE, twicePinball, type Window } from './score.ts'

/** What WQL is made of, of each series: Σ 2 · pinball, averaged over the levels, and Σ |y|. */
export interface Losses {
  readonly loss: Float64Array
  readonly size: Float64Array
}

export function lossesOf(
  series: readonly (readonly number[])[],
  ends: readonly number[],
  horizon: number,
  { quantiles }: Window,
): Losses {
  const loss = new Float64Array(series.length)
  const size = new Float64Array(series.length)
  series.forEach((y, i) => {
    for (let j = 0; j < horizon; j++) {
      const actual = y[(ends[i] ?? 0) + j] ?? Number.NaN
      if (Number.isNaN(actual)) continue
      const at = (i * horizon + j) * NINE.length
      const twice = NINE.reduce((sum, level, k) => sum + twicePinball(actual, quantiles[at + k] ?? 0, level), 0)
      loss[i] = (loss[i] ?? 0) + twice / NINE.length
      size[i] = (size[i] ?? 0) + Math.abs(actual)
    }
  })
  return { loss, size }
}

export interface Difference {
  /** Mean over the windows of WQL of the first − WQL of the second. */
  readonly mean: number
  /** Its 90 % interval. */
  readonly low: number
  readonly high: number
  /** Of the first: where the interval holds zero, nobody is ahead. */
  readonly verdict: 'ahead' | 'level' | 'behind'
}

/**
 * Paired bootstrap over series: a series that is drawn brings its losses and sizes in every window, of both sides. Percentile interval.
 * @param ours one per window, all of the same series
 * @param theirs likewise; sizes are those of ours
 */
export function compareLosses(
  ours: readonly Losses[],
  theirs: readonly Losses[],
  resamples: number,
  seed: number,
): Difference {
  const series = ours[0]?.size.length ?? 0
  const random = stream(seed)
  const difference = (draw: (i: number) => number): number => {
    const picks = Int32Array.from({ length: series }, (_, i) => draw(i))
    const perWindow = ours.map(({ loss, size }, window) => {
      let [off, total] = [0, 0]
      for (const i of picks) {
        off += (loss[i] ?? 0) - (theirs[window]?.loss[i] ?? 0)
        total += size[i] ?? 0
      }
      return off / total
    })
    return perWindow.reduce((sum, x) => sum + x, 0) / perWindow.length
  }
  const drawn = Float64Array.from({ length: resamples }, () => difference(() => Math.floor(random() * series))).sort()
  const [low, high] = [quantileSorted(drawn, 0.05), quantileSorted(drawn, 0.95)]
  return { mean: difference((i) => i), low, high, verdict: high < 0 ? 'ahead' : low > 0 ? 'behind' : 'level' }
}
