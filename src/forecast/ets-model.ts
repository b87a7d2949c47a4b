/**
 * Exponential smoothing in state-space form (Hyndman, Koehler, Ord and Snyder 2008): level l, damped trend b, season s; a one-step mean μ, and an
 * error that is added to it (`relative` false) or is a share of it.
 */
export interface Shape {
  readonly trend: boolean
  readonly season: 'none' | 'added' | 'factor'
  readonly relative: boolean
}

/** Weights of smoothing; β and γ weigh the error itself, not what is left of it. */
export interface Weights {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly phi: number
}

/** Overwritten by {@link filter}. */
export interface State {
  level: number
  trend: number
  /** By position in the season, from the series' first step on. */
  readonly season: Float64Array
}

/** Below this share of the series' mean size, a relative error has no meaning. */
const NEARLY_NOTHING = 1e-4

/**
 * Runs the model over y; a missing step lets the state go on without an error.
 * @param state at the start; at the end on return
 * @returns n log Σ e² + 2 Σ log |μ| of relative errors: −2 log likelihood but for a constant
 */
export function filter(y: Float64Array, { season, relative }: Shape, w: Weights, state: State): Fitness {
  const { alpha, beta, gamma, phi } = w
  const s = state.season
  const cycle = s.length
  let { level, trend } = state
  let [squares, logs, n] = [0, 0, 0]
  for (let t = 0, p = 0; t < y.length; t++, p = p + 1 === cycle ? 0 : p + 1) {
    const base = level + phi * trend
    const mean = season === 'factor' ? base * s[p] : season === 'added' ? base + s[p] : base
    trend *= phi
    level = base
    const value = y[t]
    // NaN alone is unequal to itself: this is the inner loop.
    // oxlint-disable-next-line no-self-compare
    if (value !== value) continue
    n++
    if (relative) {
      if (mean < NEARLY_NOTHING) return { squares: Infinity, criterion: Infinity, n }
      const error = (value - mean) / mean
      squares += error * error
      logs += Math.log(mean)
      level += alpha * base * error
      trend += beta * base * error
      if (season === 'factor') s[p] *= 1 + gamma * error
    } else {
      const error = value - mean
      squares += error * error
      level += alpha * error
      trend += beta * error
      if (season === 'added') s[p] += gamma * error
    }
  }
  state.level = level
  state.trend = trend
  return { squares, criterion: n * Math.log(squares / Math.max(1, n) + 1e-12) + 2 * logs, n }
}

export interface Fitness {
  readonly squares: number
  readonly criterion: number
  /** Observed steps. */
  readonly n: number
}

/** φ + φ² + … + φ^h. */
export const dampedSum = (phi: number, h: number): number => (phi === 1 ? h : (phi * (1 - phi ** h)) / (1 - phi))
