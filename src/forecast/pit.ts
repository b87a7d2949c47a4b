import { POINTS } from './levels.ts'

/** Level read for a nominal level: piecewise linear through (0, 0), the points and (1, 1). */
export interface LevelMap {
  /** Share of what came at or below the quantile of each of {@link POINTS}; ascending. */
  readonly reached: ArrayLike<number>
  /** How far the map goes from the identity, 0–1. */
  readonly trust: number
}

/** So many forecasts as weigh as much as the identity. */
const DOUBT = 200

/**
 * Bounds of the probability below and up to y under quantiles q at ascending levels; between two levels, halfway.
 * @param at where the quantiles begin
 */
export function probabilityBelow(
  y: number,
  q: ArrayLike<number>,
  at: number,
  levels: ArrayLike<number>,
  upTo: boolean,
): number {
  const n = levels.length
  let k = 0
  while (k < n && (upTo ? q[at + k] <= y : q[at + k] < y)) k++
  if (k === 0) return 0
  return k === n ? 1 : (levels[k - 1] + levels[k]) / 2
}

/**
 * How often what came lay at or below each point's quantile. Counts have jumps, so that a whole stretch of levels is one number: u is uniform
 * between P(Y < y) and P(Y ≤ y) (Czado, Gneiting and Held 2009), taken here in expectation instead of by dice.
 * @param below, @param upTo P(Y < y) and P(Y ≤ y) of each forecast
 * @param windows forecasts that tell something new: those of one row from one origin count as one
 */
export function fitLevelMap(below: ArrayLike<number>, upTo: ArrayLike<number>, windows: number): LevelMap {
  const reached = Float64Array.from(POINTS, (p) => {
    let sum = 0
    for (let i = 0; i < below.length; i++) {
      const width = upTo[i] - below[i]
      sum += width > 0 ? Math.min(1, Math.max(0, (p - below[i]) / width)) : p >= upTo[i] ? 1 : 0
    }
    return sum / Math.max(1, below.length)
  })
  return { reached, trust: windows / (windows + DOUBT) }
}

/** The level whose quantile is reached as often as `level` says. Each point is monotone in p, so no pooling of violators is needed. */
export function mapLevel({ reached, trust }: LevelMap, level: number): number {
  let k = 0
  while (k < POINTS.length && reached[k] < level) k++
  const [x0, p0] = k === 0 ? [0, 0] : [reached[k - 1], POINTS[k - 1]]
  const [x1, p1] = k === POINTS.length ? [1, 1] : [reached[k], POINTS[k]]
  const read = x1 > x0 ? p0 + ((level - x0) / (x1 - x0)) * (p1 - p0) : p1
  return Math.min(1 - 1e-6, Math.max(1e-6, level + trust * (read - level)))
}
