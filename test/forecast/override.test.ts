import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeForecasts } from '../../src/forecast/hierarchy.ts'
import { applyOverrides } from '../../src/forecast/override.ts'
import { scoreOverrides } from '../../src/forecast/override-scores.ts'
import { quantileSorted } from '../../src/kernel/quantile.ts'
import { dayOf } from '../../src/model/day.ts'
import { DRAWS, type Forecast, LEVELS } from '../../src/model/forecast.ts'
import { addMonths, monthOf } from '../../src/model/month.ts'
import type { Override } from '../../src/model/override.ts'
import { parentOf, ubigeo } from '../../src/model/ubigeo.ts'
import { panelOf } from './panels.ts'

const JANUARY = monthOf(2026, 1)

/** Two months; every series is `mean` in both: 0 in the first half of the worlds, twice the mean in the other. */
function forecastOf(means: Readonly<Record<string, number>>): Forecast {
  const keys = Object.keys(means)
  const cells = keys.flatMap((key) => [means[key]!, means[key]!])
  const draws = Float64Array.from(
    cells.flatMap((mean) => Array.from({ length: DRAWS }, (_, w) => (w < DRAWS / 2 ? 0 : 2 * mean))),
  )
  return {
    series: keys.map((key) => ({ ubigeo: ubigeo(key.split(' ')[0]!), product: key.split(' ')[1]! })),
    periods: [JANUARY, addMonths(JANUARY, 1)],
    draws,
    mean: Float64Array.from(cells),
    quantiles: Float64Array.from(
      cells.flatMap((_, c) => LEVELS.map((q) => quantileSorted(draws.slice(c * DRAWS, (c + 1) * DRAWS).sort(), q))),
    ),
  }
}

const override = (code: string, quantity: number, more: Partial<Override> = {}): Override => ({
  ubigeo: ubigeo(code),
  product: 'p',
  month: JANUARY,
  quantity,
  author: 'Ana',
  reason: 'Rain',
  date: dayOf(2025, 12, 10),
  baseline: null,
  ...more,
})

const small = () => forecastOf({ '010101 p': 10, '010102 p': 30, '010201 p': 0, '020101 p': 60, '020101 q': 7 })
const meanOf = (forecast: Forecast, code: string, product = 'p', j = 0): number =>
  nodeForecasts(forecast).find((n) => n.ubigeo === code && n.product === product && n.period === forecast.periods[j])!
    .mean

test('a province of 10 + 30 corrected to 80 doubles its places in that month, worlds and quantiles, and nothing else', () => {
  const [forecast, before] = [small(), small()]
  const { applied, notes } = applyOverrides(forecast, [override('010100', 80)])
  expect([...forecast.mean]).toEqual([20, 10, 60, 30, 0, 0, 60, 60, 7, 7])
  expect(forecast.draws.subarray(0, DRAWS)).toEqual(before.draws.subarray(0, DRAWS).map((x) => 2 * x))
  expect(forecast.draws.subarray(DRAWS, 2 * DRAWS)).toEqual(before.draws.subarray(DRAWS, 2 * DRAWS))
  expect(forecast.quantiles.subarray(0, LEVELS.length)).toEqual(
    before.quantiles.subarray(0, LEVELS.length).map((x) => 2 * x),
  )
  // 100 for the nation before: 10 + 30 + 60; now 20 + 60 + 60.
  expect(meanOf(forecast, '000000')).toBe(140)
  expect(applied.map((a) => a.baseline)).toEqual([40])
  expect(notes).toMatchObject([{ code: 'override-applied', from: 40, to: 80, author: 'Ana', reason: 'Rain' }])
})

test('beyond four times the rest comes in every world: 010101 of 10 corrected to 100 is four times its draws and 60 more', () => {
  const forecast = small()
  const before = small()
  applyOverrides(forecast, [override('010101', 100)])
  expect(forecast.draws.subarray(0, DRAWS)).toEqual(before.draws.subarray(0, DRAWS).map((x) => 4 * x + 60))
  expect([forecast.mean[0], Math.min(...forecast.quantiles.subarray(0, LEVELS.length))]).toEqual([100, 60])
})

test('the nation first, the district last: 100 → 200 doubles all, then 010101 is 5 whatever the nation was told', () => {
  const forecast = small()
  const { applied, notes } = applyOverrides(forecast, [override('010101', 5), override('000000', 200)])
  expect([meanOf(forecast, '010101'), meanOf(forecast, '010102'), meanOf(forecast, '020101')]).toEqual([5, 60, 120])
  expect(meanOf(forecast, '000000')).toBe(185)
  // The nation is not what was said of it, and that is told.
  expect(notes.filter(({ code }) => code === 'override-outweighed')).toMatchObject([
    { ubigeo: '000000', said: 200, mean: 185, author: 'Ana' },
  ])
  // Both are told beside what was forecast without any correction.
  expect(applied.map((a) => [a.override.ubigeo, a.baseline])).toEqual([
    ['000000', 100],
    ['010101', 10],
  ])
})

test('the baseline kept is that of every node in, above or below a corrected one', () => {
  const { baseline } = applyOverrides(small(), [override('010100', 80)])
  expect(baseline.map((n) => [n.ubigeo, n.product, n.mean])).toEqual([
    ['000000', 'p', 100],
    ['010000', 'p', 40],
    ['010100', 'p', 40],
    ['010101', 'p', 10],
    ['010102', 'p', 30],
  ])
})

test('a place of 0 gets the number in every world; a sum of zeros stays, and that is told', () => {
  const forecast = forecastOf({ '010101 p': 0, '010102 p': 0 })
  const { notes, applied } = applyOverrides(forecast, [override('010100', 9), override('010102', 4)])
  expect([...forecast.mean]).toEqual([0, 0, 4, 0])
  expect(new Set(forecast.draws.subarray(2 * DRAWS, 3 * DRAWS))).toEqual(new Set([4]))
  expect(new Set(forecast.quantiles.subarray(2 * LEVELS.length, 3 * LEVELS.length))).toEqual(new Set([4]))
  expect(notes.map((n) => n.code)).toEqual(['override-of-nothing', 'override-applied'])
  expect(applied.length).toBe(1)
})

test('a place, product or month that is not forecast is told; a month before the window waits for its score', () => {
  const forecast = small()
  const { notes } = applyOverrides(forecast, [
    override('030101', 1),
    override('010101', 1, { product: 'r' }),
    override('010101', 1, { month: addMonths(JANUARY, 2) }),
    override('010101', 1, { month: addMonths(JANUARY, -1) }),
  ])
  expect(notes.map((n) => n.code)).toEqual(['override-unknown', 'override-unknown', 'override-unknown'])
  expect(forecast).toEqual(small())
})

test('after any corrections means add up, draws are ≥ 0 and have the mean, and a lowest corrected place has its number', () => {
  const codes = ['000000', '010000', '010100', '010101', '010102', '010201', '020000', '020101']
  const one = fc
    .tuple(fc.constantFrom(...codes), fc.integer({ min: 0, max: 500 }), fc.boolean())
    .map(([code, quantity, later]) => override(code, quantity, later ? { month: addMonths(JANUARY, 1) } : {}))
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (overrides) => {
      const forecast = small()
      const { applied } = applyOverrides(forecast, overrides)
      const nodes = nodeForecasts(forecast)
      for (const { ubigeo: node, product, period, mean } of nodes) {
        const parts = nodes.filter((n) => n.product === product && n.period === period && parentOf(n.ubigeo) === node)
        expect(parts.length === 0 ? mean : parts.reduce((sum, n) => sum + n.mean, 0)).toBeCloseTo(mean, 6)
      }
      expect(forecast.draws.every((x) => x >= 0 && Number.isFinite(x))).toBe(true)
      forecast.mean.forEach((mean, c) => {
        const draws = forecast.draws.subarray(c * DRAWS, (c + 1) * DRAWS)
        expect(draws.reduce((a, b) => a + b, 0) / DRAWS).toBeCloseTo(mean, 6)
      })
      for (const { override: o } of applied.filter((a) => !a.override.ubigeo.endsWith('00')))
        expect(meanOf(forecast, o.ubigeo, 'p', o.month - JANUARY)).toBeCloseTo(o.quantity, 6)
    }),
    { numRuns: 100, seed: 1 },
  )
})

test('a past correction is scored against what came: 100 observed, 70 forecast, 90 and 140 said', () => {
  // January and February 2018: 40 + 60 came in January; February is observed of one place of two.
  const panel = panelOf({ '010101 p': [40, 50], '010102 p': [60, null] })
  const at = (month: number) => monthOf(2018, month)
  const { scores, notes } = scoreOverrides(
    panel,
    [
      override('010100', 90, { month: at(1), baseline: 70 }),
      override('010101', 55, { month: at(1), baseline: 45 }),
      override('010102', 1, { month: at(1) }),
      override('010100', 90, { month: at(2), baseline: 70 }),
      override('010100', 90, { month: at(3), baseline: 70 }),
    ],
    at(3),
  )
  expect(scores.map((s) => s.actual)).toEqual([100, 40, 60, null])
  // |100 − 70| + |40 − 45| = 35 without them, |100 − 90| + |40 − 55| = 25 with them; the first is nearer, the second is not.
  expect(notes).toEqual([
    { code: 'overrides-scored', product: 'p', scored: 2, nearer: 1, baselineError: 35, overrideError: 25 },
  ])
})
