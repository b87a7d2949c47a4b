import fc from 'fast-check'
import { expect, test } from 'vitest'
import { negativeBinomialPmf, negativeBinomialQuantiles } from '../../src/kernel/negative-binomial.ts'

const quantiles = (levels: readonly number[], mean: number, ratio: number, unit = 1): number[] => {
  const out = new Float64Array(levels.length)
  negativeBinomialQuantiles(levels, mean, ratio, unit, out, 0)
  return [...out]
}

/** The definition: add up probabilities until the level is reached. */
function byDefinition(level: number, mean: number, ratio: number): number {
  let sum = 0
  for (let k = 0; ; k++) {
    sum += negativeBinomialPmf(k, mean, ratio)
    if (sum >= level) return k
  }
}

const LEVELS = [0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999]

test('probabilities add up to 1 and give the mean and the variance', () => {
  for (const [mean, ratio] of [
    [0.3, 1],
    [4, 1],
    [2.5, 1.7],
    [40, 12],
  ] as const) {
    let [p, m, v] = [0, 0, 0]
    for (let k = 0; k < 5000; k++) {
      const x = negativeBinomialPmf(k, mean, ratio)
      p += x
      m += k * x
      v += (k - mean) ** 2 * x
    }
    expect(p).toBeCloseTo(1, 10)
    expect(m).toBeCloseTo(mean, 8)
    expect(v).toBeCloseTo(mean * ratio, 6)
  }
})

test('with mean 2 and ratio 2 (r = 2) the probabilities are (k + 1) ÷ 2^(k + 2)', () => {
  for (let k = 0; k < 20; k++) expect(negativeBinomialPmf(k, 2, 2)).toBeCloseTo((k + 1) / 2 ** (k + 2), 12)
})

test('quantiles are those of the definition', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 300, noNaN: true }),
      fc.double({ min: 1, max: 80, noNaN: true }),
      (mean, ratio) => {
        expect(quantiles(LEVELS, mean, ratio)).toEqual(LEVELS.map((level) => byDefinition(level, mean, ratio)))
      },
    ),
    { numRuns: 60, seed: 1 },
  )
})

test('large means, where adding up from 0 is not possible, agree with the normal limit', () => {
  // Poisson of 10,000: sd 100, 0.975 quantile 10,000 + 196 + (z² − 1) ÷ 6 ≈ 10,196.5
  expect(Math.abs(quantiles([0.975], 10_000, 1)[0]! - 10_196.5)).toBeLessThan(1.5)
  // Variance 4 × 10^6 and hardly any skewness: sd 2,000
  expect(Math.abs(quantiles([0.975], 1_000_000, 4)[0]! - (1_000_000 + 1.959964 * 2000)) / 2000).toBeLessThan(0.01)
  // r = 1: geometric with mean 50,000; its median is ln 2 ÷ −ln(1 − 1 ÷ 50,001)
  const median = Math.ceil(Math.log(2) / -Math.log1p(-1 / 50_001)) - 1
  expect(quantiles([0.5], 50_000, 50_001)).toEqual([median])
})

test('of means beyond what doubles count one by one, quantiles are found all the same', () => {
  for (const mean of [1e9 + 1, 1e16, 1e25])
    for (const ratio of [1, 3, 1e4]) {
      const [low = 0, middle = 0, high = 0] = quantiles([0.025, 0.5, 0.975], mean, ratio)
      expect(low).toBeLessThanOrEqual(middle)
      expect(middle).toBeLessThanOrEqual(high)
      expect(Math.abs(middle / mean - 1)).toBeLessThan(0.01)
    }
})

test('the search by distribution function continues where adding up stopped', () => {
  const levels = Array.from({ length: 400 }, (_, i) => (i + 0.5) / 400)
  const geometric = levels.map((p) => Math.ceil(Math.log1p(-p) / Math.log1p(-1 / 20_001)) - 1)
  const found = quantiles(levels, 20_000, 20_001)
  found.forEach((k, i) => expect(Math.abs(k - geometric[i]!)).toBeLessThanOrEqual(1))
})

test('a mean of 0 gives zeros, and the unit scales the numbers', () => {
  expect(quantiles(LEVELS, 0, 3)).toEqual(LEVELS.map(() => 0))
  expect(quantiles(LEVELS, 5, 3, 0.25)).toEqual(quantiles(LEVELS, 5, 3).map((k) => k / 4))
})
