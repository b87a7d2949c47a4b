import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { compareLosses, type Losses, lossesOf } from '../../bench/forecast/bootstrap.ts'
import { reached } from '../../bench/forecast/reached.ts'
import { readResult } from '../../bench/forecast/results.ts'
import { NINE, score, type Window } from '../../bench/forecast/score.ts'
import { scoreSet } from '../../bench/forecast/score-set.ts'
import type { BenchSet } from '../../bench/forecast/sets.ts'

/** The same number at every level and as the mean, of each series one step ahead. */
const flat = (...values: readonly number[]): Window => ({
  means: Float64Array.from(values),
  quantiles: Float64Array.from(values.flatMap((x) => NINE.map(() => x))),
})
const known = (loss: readonly number[], size: readonly number[]): Losses => ({
  loss: Float64Array.from(loss),
  size: Float64Array.from(size),
})

describe('scores of one window', () => {
  it('by hand: what came is 10 and a hole, the forecast 8 everywhere', () => {
    const s = score([[4, 6, 10, Number.NaN]], [2], 2, 1, flat(8, 8))
    // 2 · (0.1 + … + 0.9) · (10 − 8) ÷ 9 ÷ 10
    expect(s.wql).toBeCloseTo((2 * 4.5 * 2) / 9 / 10, 12)
    // 2 · 0.9 · 2 ÷ 10
    expect(s.upper).toBeCloseTo(0.36, 12)
    // |10 − 8| ÷ |6 − 4|, for squares the same
    expect([s.mase, s.rmsse, s.bias, s.inside]).toEqual([1, 1, -0.2, 0])
  })

  it('forecasts of zero have WQL 1 and bias −1, whatever came', () => {
    const s = score(
      [
        [1, 2, 3],
        [0, 5, 0],
      ],
      [2, 2],
      1,
      1,
      flat(0, 0),
    )
    expect([s.wql, s.bias]).toEqual([1, -1])
  })

  it('RMSSE of a hierarchy is over its nodes: errors of leaves that cancel leave the total right', () => {
    const series = [
      [0, 2, 4],
      [0, 2, 4],
    ]
    const set: BenchSet = { name: 'two', cycle: 1, horizon: 1, ids: ['a', 'b'], series, sums: [[0, 1], [0], [1]] }
    // The total 8 = 2 + 6 is right; each leaf is 2 off, its scale 2: (0 + 1 + 1) ÷ 3
    expect(scoreSet(set, [2, 2], flat(2, 6)).rmsse).toBeCloseTo(2 / 3, 12)
  })
})

describe('who is ahead', () => {
  it('losses over sizes are the WQL of the window', () => {
    const series = [
      [1, 7],
      [2, 3],
    ]
    const window = flat(5, 4)
    const { loss, size } = lossesOf(series, [1, 1], 1, window)
    const sum = (xs: Float64Array): number => xs.reduce((a, b) => a + b, 0)
    expect(sum(loss) / sum(size)).toBeCloseTo(score(series, [1, 1], 1, 1, window).wql, 12)
  })

  it('a method is level with itself', () => {
    const own = known([1, 2, 3], [4, 5, 6])
    expect(compareLosses([own], [own], 50, 1)).toEqual({ mean: 0, low: 0, high: 0, verdict: 'level' })
  })

  it('less loss on every series is ahead, more is behind, and the mean is that of the windows', () => {
    const ours = [known([1, 1], [10, 10]), known([2, 2], [10, 10])]
    const theirs = [known([2, 2], [10, 10]), known([5, 5], [10, 10])]
    const made = compareLosses(ours, theirs, 200, 1)
    // ((2 − 4) ÷ 20 + (4 − 10) ÷ 20) ÷ 2
    expect(made.mean).toBeCloseTo(-0.2, 12)
    expect(made.verdict).toBe('ahead')
    expect(compareLosses(theirs, ours, 200, 1).verdict).toBe('behind')
  })

  it('numerator and denominator are drawn together: of two series the interval is theirs', () => {
    // Draws: both the first, (1 − 2) ÷ 1 = −1; both the second, (1 − 0) ÷ 9 = 1 ÷ 9; one each, 0 ÷ 10. A quarter, a quarter, a half.
    const made = compareLosses([known([1, 1], [1, 9])], [known([2, 0], [1, 9])], 2000, 1)
    expect([made.mean, made.low, made.verdict]).toEqual([0, -1, 'level'])
    expect(made.high).toBeCloseTo(1 / 9, 12)
  })
})

describe('what came at or below each quantile', () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9]

  it('numbers without ties are plain shares', () => {
    const cells = [0.5, 4.5, 9.5].map((actual) => ({ actual, quantiles: nine }))
    // 4.5 lies between the 0.4 and the 0.5 quantile.
    expect(reached(cells).map((x) => Math.round(3 * x))).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2])
  })

  it('a zero that is all of the first eight quantiles is spread over levels up to 0.85', () => {
    const shares = reached([{ actual: 0, quantiles: [0, 0, 0, 0, 0, 0, 0, 0, 1] }])
    NINE.forEach((level, k) => expect(shares[k]).toBeCloseTo(Math.min(1, level / 0.85), 12))
  })

  it('counts drawn from the very distribution are reached as often as the levels say', () => {
    // Equally likely 0 … 19: the quantile of level p is the least k with (k + 1) ÷ 20 ≥ p.
    const quantiles = NINE.map((level) => Math.ceil(20 * level - 1e-9) - 1)
    const shares = reached(Array.from({ length: 20 }, (_, actual) => ({ actual, quantiles })))
    shares.forEach((share, k) => expect(Math.abs(share - (NINE[k] ?? 0))).toBeLessThan(0.03))
  })

  it('ascends with the level', () => {
    const cell = fc.record({
      actual: fc.nat(6),
      quantiles: fc.array(fc.nat(6), { minLength: 9, maxLength: 9 }).map((q) => q.sort((a, b) => a - b)),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const shares = reached(cells)
        expect(shares.every((x, k) => x >= (shares[k - 1] ?? 0) && x <= 1)).toBe(true)
      }),
    )
  })
})

describe('stored forecasts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chasqui-results-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const set: BenchSet = { name: 'tiny', cycle: 1, horizon: 2, ids: ['a', 'b'], series: [[], []] }
  const store = (lines: readonly string[]): void => {
    mkdirSync(`${folder}/m`, { recursive: true })
    writeFileSync(`${folder}/m/tiny-0.csv`, [`series,step,mean,${NINE.join(',')}`, ...lines].join('\r\n'))
    writeFileSync(`${folder}/m/tiny-0.json`, '{"cpu":1,"wall":2,"version":"m 1"}')
  }
  const nine = '0,0,0,0,0,0,0,0,9'

  it('lie in the order of the series and steps; without a mean, that of the quantiles', () => {
    store([`b,1,,${nine}`, `b,2,7,${nine}`, `a,2,5,${nine}`, `a,1,4,${nine}`])
    // 9 ÷ 9
    expect([...(readResult(folder, 'm', set, 0)?.means ?? [])]).toEqual([4, 5, 1, 7])
  })

  it('are none where a window is not there, and a fault where a step is missing', () => {
    store([`a,1,4,${nine}`])
    expect(readResult(folder, 'm', set, 1)).toBeUndefined()
    expect(() => readResult(folder, 'm', set, 0)).toThrow('not every series')
  })
})
