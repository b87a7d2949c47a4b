import fc from 'fast-check'
import { expect, test } from 'vitest'
import { etsForecast, ets } from '../../src/forecast/ets.ts'
import { fitShape } from '../../src/forecast/ets-fit.ts'
import { filter } from '../../src/forecast/ets-model.ts'
import { type History, historyAt } from '../../src/forecast/history.ts'
import { isSeasonal, patternOf } from '../../src/forecast/season.ts'
import { seriesOf } from '../../src/forecast/series.ts'
import { theta } from '../../src/forecast/theta.ts'

/** International airline passengers, January 1949 to December 1954, thousands (Box and Jenkins, series G). */
const AIRLINE = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114,
  140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191,
  172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259,
  229, 203, 229,
]
/** Flow of the Nile at Aswan, 1871 to 1895, 10⁸ m³ (Cobb 1978). */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260,
]

const historyOf = (y: readonly number[], cycle: number): History =>
  historyAt({ rows: 1, steps: y.length, cycle, values: Float64Array.from(y) }, y.length, new Float64Array(y.length))

function predict(member: typeof theta, y: readonly number[], cycle: number, count: number, levels = [0.1, 0.5, 0.9]) {
  const out = new Float64Array(count * levels.length)
  const means = new Float64Array(count)
  member.predict(historyOf(y, cycle), 0, y.length, count, levels, out, means)
  return { out, means }
}

test('Theta forecasts the airline passengers as the reference does', () => {
  const { means, out } = predict(theta, AIRLINE, 12, 14)
  // statsforecast 2.1.1, Theta(season_length=12): 230.1922, 232.6676, 304.8938 (July), 243.6372.
  expect([0, 1, 6, 13].map((j) => means[j]?.toFixed(2))).toEqual(['230.19', '232.67', '304.89', '243.64'])
  // Its simulated 0.9 quantiles: 238.3 after one month, 264.5 after fourteen.
  expect(Math.abs(out[2]! - 238.309)).toBeLessThan(0.5)
  expect(Math.abs(out[13 * 3 + 2]! - 264.539)).toBeLessThan(0.5)
})

test('simple smoothing of the Nile finds no change of level, as the reference', () => {
  const fit = fitShape(seriesOf(historyOf(NILE, 1), 0), { trend: false, season: 'none', relative: false }, undefined)
  const { scale } = seriesOf(historyOf(NILE, 1), 0)
  // statsforecast 2.1.1, AutoETS(model='ANN'): α at its bound, level 1100.587, 0.9 quantile 1291.33 (σ with one degree of freedom less).
  const { mean, deviation } = etsForecast(fit, NILE.length, 1)
  expect(fit.weights.alpha).toBeLessThan(0.02)
  expect(Math.abs(mean * scale - 1100.587)).toBeLessThan(6)
  expect(Math.abs((mean + 1.28155 * deviation) * scale - 1291.33)).toBeLessThan(15)
})

test('seasonal smoothing of the airline passengers fits no worse than the reference, which also fits the twelve first states', () => {
  const series = seriesOf(historyOf(AIRLINE, 12), 0)
  const added = fitShape(series, { trend: false, season: 'added', relative: false }, patternOf(series, false))
  const factor = fitShape(series, { trend: true, season: 'factor', relative: true }, patternOf(series, true))
  // statsforecast 2.1.1, AutoETS: σ² of A,N,A 127.04, of M,Ad,M 0.00728; their forecasts of January 1955 229.96 and 226.64.
  expect((added.deviation * series.scale) ** 2).toBeLessThan(127.04)
  expect(factor.deviation ** 2).toBeLessThan(0.00728)
  const january = [added, factor].map((fit) => etsForecast(fit, AIRLINE.length, 1).mean * series.scale)
  expect(january.map((m, i) => Math.abs(m / [229.957, 226.639][i]! - 1) < 0.02)).toEqual([true, true])
})

test('one step of the filter, by hand', () => {
  const weights = { alpha: 0.5, beta: 0.1, gamma: 0.2, phi: 0.9 }
  const added = { level: 10, trend: 1, season: Float64Array.of(2, -2) }
  // μ = 10 + 0.9 + 2 = 12.9; e = 1: level 10.9 + 0.5, trend 0.9 + 0.1, season 2 + 0.2.
  expect(
    filter(Float64Array.of(13.9), { trend: true, season: 'added', relative: false }, weights, added).squares,
  ).toBeCloseTo(1, 12)
  expect([added.level, added.trend, ...added.season].map((x) => Number(x.toFixed(9)))).toEqual([11.4, 1, 2.2, -2])
  const factor = { level: 10, trend: 0, season: Float64Array.of(1.5, 0.5) }
  // μ = 15, e = 20 %: level 10 (1 + 0.5 · 0.2) = 11, trend 0.1 · 10 · 0.2, season 1.5 (1 + 0.2 · 0.2).
  filter(Float64Array.of(18), { trend: true, season: 'factor', relative: true }, weights, factor)
  expect([factor.level, factor.trend, ...factor.season].map((x) => Number(x.toFixed(9)))).toEqual([11, 0.2, 1.56, 0.5])
})

test('a missing step moves no state but along the trend', () => {
  const weights = { alpha: 0.5, beta: 0.1, gamma: 0, phi: 0.5 }
  const state = { level: 10, trend: 4, season: Float64Array.of(0) }
  filter(Float64Array.of(Number.NaN, Number.NaN), { trend: true, season: 'none', relative: false }, weights, state)
  // 10 + 2 + 1; 4 · 0.25
  expect([state.level, state.trend]).toEqual([13, 1])
})

test('a season is found where there is one, and its factors are those it was made of', () => {
  const factors = [0.5, 1, 1.5]
  const y = Array.from({ length: 30 }, (_, t) => 100 * factors[t % 3]!)
  const series = seriesOf(historyOf(y, 3), 0)
  expect(isSeasonal(series)).toBe(true)
  expect([...patternOf(series, true)!.index].map((x) => Number(x.toFixed(9)))).toEqual(factors)
  expect(isSeasonal(seriesOf(historyOf(NILE, 4), 0))).toBe(false)
})

const any = fc.array(fc.oneof(fc.integer({ min: -50, max: 900 }), fc.constant(Number.NaN), fc.constant(0)), {
  minLength: 1,
  maxLength: 60,
})

test('whatever the history: finite, ascending, not below 0 unless it was, and in its unit', () => {
  fc.assert(
    fc.property(any, fc.constantFrom(1, 4, 12), (y, cycle) => {
      for (const member of [theta, ets]) {
        const { out, means } = predict(member, y, cycle, 5)
        const floor = y.some((x) => x < 0) ? -Infinity : 0
        expect(means.every((m) => Number.isFinite(m) && m >= floor)).toBe(true)
        expect(out.every((x, i) => Number.isFinite(x) && x >= (i % 3 > 0 ? out[i - 1]! : floor))).toBe(true)
        const half = predict(
          member,
          y.map((x) => x / 4),
          cycle,
          5,
        )
        expect([...half.out]).toEqual([...out].map((x) => x / 4))
      }
    }),
    { numRuns: 150, seed: 1 },
  )
})
