import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctionAt, fitCorrection } from '../../src/forecast/conformal.ts'
import { POINTS } from '../../src/forecast/levels.ts'
import { fitLevelMap, type LevelMap, mapLevel, probabilityBelow } from '../../src/forecast/pit.ts'
import { negativeBinomialQuantiles } from '../../src/kernel/negative-binomial.ts'
import { normalQuantile } from '../../src/kernel/normal.ts'
import { negativeBinomial, normal, stream } from '../../src/kernel/random.ts'

const GRID = Float64Array.from([0.025, ...POINTS, 0.975])

/** Counts of mean 3 and variance ÷ mean 2.5, forecast with another mean or ratio. */
function counts(n: number, seed: number, mean: number, ratio: number) {
  const random = stream(seed)
  // Variance = mean + mean² ÷ size: 3 + 9 ÷ 2 = 2.5 · 3.
  const actual = Float64Array.from({ length: n }, () => negativeBinomial(random, 3, 2))
  const quantilesAt = (levels: ArrayLike<number>): Float64Array => {
    const out = new Float64Array(levels.length)
    negativeBinomialQuantiles(levels, mean, ratio, 1, out, 0)
    return out
  }
  return { actual, quantilesAt }
}

/** Fits a map on some counts. */
function learn(actual: Float64Array, q: Float64Array): LevelMap {
  const bound = (upTo: boolean) => Array.from(actual, (y) => probabilityBelow(y, q, 0, GRID, upTo))
  return fitLevelMap(bound(false), bound(true), actual.length)
}

/** Distances, at the levels 0.1 … 0.9, of the randomised share of counts at or below the mapped quantile from its level. */
function distances(
  actual: Float64Array,
  quantilesAt: (levels: ArrayLike<number>) => Float64Array,
  map?: LevelMap,
): readonly number[] {
  const fine = Float64Array.from({ length: 199 }, (_, i) => (i + 1) / 200)
  const q = quantilesAt(fine.map((p) => (map ? mapLevel(map, p) : p)))
  const bound = (upTo: boolean) => Array.from(actual, (y) => probabilityBelow(y, q, 0, fine, upTo))
  const { reached } = fitLevelMap(bound(false), bound(true), 1)
  return POINTS.flatMap((p, k) => (p >= 0.1 && p <= 0.9 ? [Math.abs(reached[k]! - p)] : []))
}
const worst = (off: readonly number[]): number => Math.max(...off)
const mean = (off: readonly number[]): number => off.reduce((a, b) => a + b, 0) / off.length

test('counts forecast as they are made stay as they are', () => {
  const { actual, quantilesAt } = counts(4000, 1, 3, 2.5)
  const map = learn(actual, quantilesAt(GRID))
  // Sampling: √(0.25 ÷ 4000) = 0.008, at three of them 0.024.
  for (const p of POINTS) expect(Math.abs(mapLevel(map, p) - p)).toBeLessThan(0.03)
  expect(worst(distances(counts(4000, 2, 3, 2.5).actual, quantilesAt, map))).toBeLessThan(0.03)
})

test('counts forecast too high, too low, too narrow or too wide come within three points of nominal', () => {
  for (const [believed, ratio] of [
    [4.5, 2.5],
    [2, 2.5],
    [3, 1.1],
    [3, 6],
  ] as const) {
    const { actual, quantilesAt } = counts(6000, 3, believed, ratio)
    const map = learn(actual, quantilesAt(GRID))
    const fresh = counts(6000, 4, believed, ratio).actual
    expect(worst(distances(fresh, quantilesAt))).toBeGreaterThan(0.05)
    // Pooled over the levels; a single one lies within a jump of the wrong distribution and may be a point or two further off.
    expect(mean(distances(fresh, quantilesAt, map))).toBeLessThan(0.03)
    expect(worst(distances(fresh, quantilesAt, map))).toBeLessThan(0.05)
  }
})

test('with few windows the map is nearly the identity', () => {
  const { actual, quantilesAt } = counts(10, 5, 9, 2.5)
  const bound = (upTo: boolean) => Array.from(actual, (y) => probabilityBelow(y, quantilesAt(GRID), 0, GRID, upTo))
  const map = fitLevelMap(bound(false), bound(true), 10)
  // 10 ÷ 210 of the way, at most one whole level.
  for (const p of POINTS) expect(Math.abs(mapLevel(map, p) - p)).toBeLessThan(10 / 210 + 1e-12)
})

test('a level map ascends whatever it was fitted on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
        maxLength: 30,
      }),
      (us) => {
        const map = fitLevelMap(
          us.map(([a, b]) => Math.min(a, b)),
          us.map(([a, b]) => Math.max(a, b)),
          us.length * 50,
        )
        const levels = Array.from({ length: 101 }, (_, i) => mapLevel(map, i / 100))
        expect(levels.every((p, i) => p > 0 && p < 1 && (i === 0 || p >= levels[i - 1]! - 1e-12))).toBe(true)
      },
    ),
    { numRuns: 200, seed: 1 },
  )
})

/** Normals forecast with a deviation of `believed` instead of 1, and a mean of `off` instead of 0. */
function sizes(n: number, seed: number, believed: number, off: number) {
  const random = stream(seed)
  const actual = Float64Array.from({ length: n }, () => normal(random))
  const row = GRID.map((p) => off + believed * normalQuantile(p))
  const quantiles = Float64Array.from({ length: n * GRID.length }, (_, i) => row[i % GRID.length]!)
  return { actual, row, quantiles }
}
const [LOW, HIGH] = [GRID.indexOf(0.1), GRID.indexOf(0.9)]

test('sizes: what is right changes little, what is off moves at least a third of the way', () => {
  const share = (actual: Float64Array, bound: number) => actual.filter((y) => y <= bound).length / actual.length
  for (const [believed, off] of [
    [1, 0],
    [0.5, 0],
    [2, 0],
    [1, 0.7],
  ] as const) {
    const { actual, row, quantiles } = sizes(4000, 6, believed, off)
    const cells = [Array.from({ length: 4000 }, (_, i) => i)]
    const correction = fitCorrection(actual, quantiles, GRID, LOW, HIGH, cells)
    const fresh = sizes(4000, 7, 1, 0).actual
    for (const p of [0.1, 0.5, 0.9]) {
      const k = GRID.indexOf(p)
      const before = row[k]!
      const after = before + (row[HIGH]! - row[LOW]!) * correctionAt(correction, 0, p)
      // Corrections are halved: in units of the normal, half of the distance is left; three standard errors of a share are 0.024.
      const [wrong, left] = [Math.abs(share(fresh, before) - p), Math.abs(share(fresh, after) - p)]
      expect(left).toBeLessThan(0.67 * wrong + 0.024)
    }
  }
})
