import { goldenSection } from '../kernel/golden-section.ts'
import { normalQuantiles } from '../kernel/normal.ts'
import type { Member } from './member.ts'
import { deseasonalised, isSeasonal, type Pattern, patternOf } from './season.ts'
import { type Series, seriesOf } from './series.ts'

/** Simple exponential smoothing with half of the slope of the whole series as drift. */
interface ThetaFit {
  readonly level: number
  readonly alpha: number
  /** Half of the slope of a straight line through the series [per step]. */
  readonly drift: number
  readonly steps: number
  readonly deviation: number
}

/** Slope of the line of least squares; 0 for fewer than three numbers. */
function slopeOf(y: Float64Array): number {
  let [n, t1, y1, tt, ty] = [0, 0, 0, 0, 0]
  for (let t = 0; t < y.length; t++) {
    if (Number.isNaN(y[t])) continue
    n++
    t1 += t
    y1 += y[t]
    tt += t * t
    ty += t * y[t]
  }
  const below = n * tt - t1 * t1
  return n < 3 || below === 0 ? 0 : (n * ty - t1 * y1) / below
}

/** What the drift has added after n steps of smoothing: the part of the line that the level does not hold (Hyndman and Billah 2003). */
const lag = (alpha: number, n: number): number => (1 - (1 - alpha) ** n) / alpha

/** @returns sum of squared errors of one step, and the last level */
function smooth(y: Float64Array, alpha: number, drift: number): { readonly sse: number; readonly level: number } {
  let level = y.length > 0 ? y[0] : 0
  let sse = 0
  // (1 − α)^t, kept up to date.
  let rest = 1 - alpha
  for (let t = 1; t < y.length; t++, rest *= 1 - alpha) {
    if (Number.isNaN(y[t])) continue
    const error = y[t] - level - (drift * (1 - rest)) / alpha
    sse += error * error
    level += alpha * (y[t] - level)
  }
  return { sse, level }
}

function fitTheta(y: Float64Array, known: number): ThetaFit {
  const drift = slopeOf(y) / 2
  const alpha = goldenSection((a) => smooth(y, a, drift).sse, 0.01, 0.99, 0.01)
  const { sse, level } = smooth(y, alpha, drift)
  return { level, alpha, drift, steps: y.length, deviation: Math.sqrt(sse / Math.max(1, known - 2)) }
}

/** @param ahead 1 for the step after the last */
const thetaMean = ({ level, alpha, drift, steps }: ThetaFit, ahead: number): number =>
  level + drift * (ahead - 1 + lag(alpha, steps))

function thetaPattern(series: Series): Pattern | undefined {
  if (!isSeasonal(series)) return undefined
  return (series.positive ? patternOf(series, true) : undefined) ?? patternOf(series, false)
}

/**
 * Theta (Assimakopoulos and Nikolopoulos 2000) as simple exponential smoothing with drift, of a series without its season; normal quantiles with
 * variance σ² (1 + (h − 1) α²).
 */
export const theta: Member = {
  name: 'theta',
  predict(history, row, from, count, levels, out, means) {
    const series = seriesOf(history, row)
    const pattern = thetaPattern(series)
    const fit = fitTheta(pattern ? deseasonalised(series.y, pattern) : series.y, series.known)
    const lead = from - history.origin + 1
    for (let j = 0; j < count; j++) {
      const ahead = lead + j
      const index = pattern ? pattern.index[(series.y.length + ahead - 1) % series.cycle] : 0
      const factor = pattern?.factors ? index : 1
      const mean = (thetaMean(fit, ahead) * factor + (pattern?.factors ? 0 : index)) * series.scale
      const deviation = fit.deviation * factor * Math.sqrt(1 + (ahead - 1) * fit.alpha ** 2) * series.scale
      normalQuantiles(levels, mean, deviation, history.floor, out, j * levels.length)
      means[j] = Math.max(history.floor, mean)
    }
  },
}
