import { nelderMead } from '../kernel/nelder-mead.ts'
import { type Fitness, filter, type Shape, type State, type Weights } from './ets-model.ts'
import { deseasonalised, type Pattern, patternOf } from './season.ts'
import type { Series } from './series.ts'

export interface EtsFit {
  readonly shape: Shape
  readonly weights: Weights
  /** After the last step. */
  readonly state: State
  /** Standard deviation of the one-step error, relative where the shape's is. */
  readonly deviation: number
  /** Akaike's criterion for small samples, but for a constant that all shapes share. */
  readonly aicc: number
}

/** Most runs over the series for each shape. */
const EVALUATIONS = 120
/** A first level and trend are read from so many steps. */
const FIRST = 10

/** Level and slope at step −1 by a line through the first steps. */
function startOf(y: Float64Array, trend: boolean): { readonly level: number; readonly trend: number } {
  let [n, t1, y1, tt, ty] = [0, 0, 0, 0, 0]
  for (let t = 0; t < y.length && n < FIRST; t++) {
    if (Number.isNaN(y[t])) continue
    n++
    t1 += t
    y1 += y[t]
    tt += t * t
    ty += t * y[t]
  }
  const below = n * tt - t1 * t1
  const slope = trend && n > 2 && below > 0 ? (n * ty - t1 * y1) / below : 0
  return { level: (y1 - slope * t1) / Math.max(1, n) - slope, trend: slope }
}

/** @param pattern the season at the start, for a shape that has one */
export function fitShape(series: Series, shape: Shape, pattern: Pattern | undefined): EtsFit {
  const { y, cycle } = series
  const start = startOf(pattern ? deseasonalised(y, pattern) : y, shape.trend)
  const state: State = { level: 0, trend: 0, season: new Float64Array(pattern ? cycle : 1) }
  const seasonal = pattern !== undefined
  // Unknowns: α, then β ÷ α and φ, then γ ÷ (1 − α), then the first level and trend.
  const x0 = [0.3]
  const [low, high, step] = [[1e-4], [0.9999], [0.2]]
  const unknown = (value: number, from: number, to: number, by: number): number => {
    low.push(from)
    high.push(to)
    step.push(by)
    return x0.push(value) - 1
  }
  const iBeta = shape.trend ? unknown(0.1, 1e-4, 0.9999, 0.2) : -1
  const iPhi = shape.trend ? unknown(0.95, 0.8, 0.98, -0.05) : -1
  const iGamma = seasonal ? unknown(0.1, 1e-4, 0.9999, 0.2) : -1
  const iLevel = unknown(start.level, start.level - 1, start.level + 1, 0.1)
  const iTrend = shape.trend ? unknown(start.trend, start.trend - 0.2, start.trend + 0.2, 0.02) : -1
  const weightsAt = (x: ArrayLike<number>): Weights => ({
    alpha: x[0],
    beta: iBeta < 0 ? 0 : x[0] * x[iBeta],
    gamma: iGamma < 0 ? 0 : (1 - x[0]) * x[iGamma],
    phi: iPhi < 0 ? 1 : x[iPhi],
  })
  const runWith = (x: ArrayLike<number>): Fitness => {
    state.level = x[iLevel]
    state.trend = iTrend < 0 ? 0 : x[iTrend]
    if (pattern) state.season.set(pattern.index)
    return filter(y, shape, weightsAt(x), state)
  }
  const x = Float64Array.from(x0)
  nelderMead((at) => runWith(at).criterion, x, low, high, step, EVALUATIONS)
  const { squares, criterion, n } = runWith(x)
  const k = x.length + (seasonal ? cycle - 1 : 0) + 1
  const aicc = criterion + (n > k + 1 ? 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Infinity)
  return { shape, weights: weightsAt(x), state, deviation: Math.sqrt(squares / Math.max(1, n - x.length)), aicc }
}

/** The shapes worth trying on a series; the first is always among them. */
function shapesFor(series: Series, simple: boolean): readonly { shape: Shape; pattern: Pattern | undefined }[] {
  const level = { shape: { trend: false, season: 'none', relative: false } as Shape, pattern: undefined }
  if (simple || series.known < 6) return [level]
  const trends = series.known < 10 ? [false] : [false, true]
  const shapes: { shape: Shape; pattern: Pattern | undefined }[] = []
  const { cycle, known, positive } = series
  const seasonal = cycle > 1 && known >= 2 * cycle + 5
  const added = seasonal ? patternOf(series, false) : undefined
  const factors = seasonal && positive ? patternOf(series, true) : undefined
  for (const trend of trends) {
    shapes.push({ shape: { trend, season: 'none', relative: false }, pattern: undefined })
    if (positive) shapes.push({ shape: { trend, season: 'none', relative: true }, pattern: undefined })
    if (added) shapes.push({ shape: { trend, season: 'added', relative: false }, pattern: added })
    if (factors) shapes.push({ shape: { trend, season: 'factor', relative: true }, pattern: factors })
  }
  return shapes
}

/**
 * The shape of least AICc: A,N,N and A,Ad,N, with season A,N,A and A,Ad,A; of strictly positive series also M,N,N, M,Ad,N, M,N,M and M,Ad,M.
 * @param simple A,N,N alone, for demand with zeros between
 */
export function fitEts(series: Series, simple: boolean): EtsFit {
  const fits = shapesFor(series, simple).map(({ shape, pattern }) => fitShape(series, shape, pattern))
  return fits.reduce((a, b) => (b.aicc < a.aicc ? b : a))
}
