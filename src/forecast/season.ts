import type { Series } from './series.ts'

/** Seasonal pattern of one series: what y[t] holds beyond its level, position by position from y[0] on. */
export interface Pattern {
  /** Factors of mean 1, or differences of mean 0; index t % cycle. */
  readonly index: Float64Array
  readonly factors: boolean
}

/** Factors below this would blow up what they divide. */
const SMALLEST = 0.05

/** Moving average over a season, centred, of what is observed; NaN where less than half is. */
function centred(y: Float64Array, cycle: number): Float64Array {
  const half = cycle >> 1
  const even = cycle % 2 === 0
  return y.map((_, t) => {
    let [sum, weight] = [0, 0]
    if (t < half || t + half >= y.length) return Number.NaN
    for (let k = -half; k <= half; k++) {
      const w = even && Math.abs(k) === half ? 0.5 : 1
      const value = y[t + k]
      if (Number.isNaN(value)) continue
      sum += w * value
      weight += w
    }
    return weight >= cycle / 2 ? sum / weight : Number.NaN
  })
}

/** Classical decomposition: what is left of each position over (or less) the moving average, averaged. */
export function patternOf({ y, cycle }: Series, factors: boolean): Pattern | undefined {
  const level = centred(y, cycle)
  const sum = new Float64Array(cycle)
  const count = new Float64Array(cycle)
  for (let t = 0; t < y.length; t++) {
    const rest = factors ? y[t] / level[t] : y[t] - level[t]
    if (!Number.isFinite(rest)) continue
    sum[t % cycle] += rest
    count[t % cycle]++
  }
  if (count.includes(0)) return undefined
  const index = sum.map((x, p) => x / count[p])
  const mean = index.reduce((a, b) => a + b, 0) / cycle
  for (let p = 0; p < cycle; p++) index[p] = factors ? index[p] / mean : index[p] - mean
  return factors && index.some((x) => !(x > SMALLEST)) ? undefined : { index, factors }
}

/**
 * Whether a series repeats itself after a season: |r_m| > 1.645 √((1 + 2 Σ_{k<m} r_k²) ÷ n) (Assimakopoulos and Nikolopoulos 2000; a test at 90 %).
 */
export function isSeasonal({ y, known, cycle }: Series): boolean {
  if (cycle < 2 || known < 3 * cycle) return false
  let mean = 0
  for (const value of y) if (!Number.isNaN(value)) mean += value / known
  const correlation = (lag: number): number => {
    let sum = 0
    for (let t = lag; t < y.length; t++) {
      const product = (y[t] - mean) * (y[t - lag] - mean)
      if (!Number.isNaN(product)) sum += product
    }
    return sum
  }
  const variance = correlation(0)
  if (variance <= 1e-12) return false
  let squares = 0
  for (let k = 1; k < cycle; k++) squares += (correlation(k) / variance) ** 2
  return Math.abs(correlation(cycle) / variance) > 1.645 * Math.sqrt((1 + 2 * squares) / known)
}

/** Without the pattern; a copy. */
export const deseasonalised = (y: Float64Array, { index, factors }: Pattern): Float64Array =>
  y.map((x, t) => (factors ? x / index[t % index.length] : x - index[t % index.length]))
