import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elasticity } from '../../src/forecast/elasticity.ts'
import { drawForecast, forecast } from '../../src/forecast/forecast.ts'
import { nodeForecasts } from '../../src/forecast/hierarchy.ts'
import { lend } from '../../src/forecast/lend.ts'
import { loansOf } from '../../src/forecast/loans.ts'
import { pastForecasts } from '../../src/forecast/past-forecasts.ts'
import { DRAWS, type Forecast, LEVELS } from '../../src/model/forecast.ts'
import { month } from '../../src/model/month.ts'
import { levelOf, ubigeo } from '../../src/model/ubigeo.ts'
import { after, type Cell, panelOf, simulated } from './panels.ts'

const codes = (...all: readonly string[]) => all.map(ubigeo)
const people = (all: Readonly<Record<string, number>>) =>
  new Map(Object.entries(all).map(([code, n]) => [ubigeo(code), n]))
/** One row per place, each month the same; `null` where nothing is known. */
const groupOf = (rows: readonly (number | null)[], steps = 12) => ({
  rows: rows.length,
  steps,
  cycle: 12,
  values: Float64Array.from(rows.flatMap((x) => Array.from({ length: steps }, () => x ?? Number.NaN))),
})
/** The same means from months that are a twentieth above and below: no whole multiples of anything, so no counts. */
function uncounted(rows: readonly (number | null)[]) {
  const group = groupOf(rows)
  return { ...group, values: group.values.map((x, i) => x * (i % 2 === 0 ? 0.95 : 1.05)) }
}
/** A month in which each place has one number in every world, or a number by world. */
function drawn(all: readonly string[], numbers: readonly (number | ((world: number) => number))[]): Forecast {
  const draws = Float64Array.from({ length: all.length * DRAWS }, (_, i) => {
    const x = numbers[Math.floor(i / DRAWS)]!
    return typeof x === 'number' ? x : x(i % DRAWS)
  })
  const series = codes(...all).map((code) => ({ ubigeo: code, product: 'p' }))
  const cells = all.length
  return {
    series,
    periods: [month(0)],
    draws,
    mean: new Float64Array(cells),
    quantiles: new Float64Array(cells * LEVELS.length),
  }
}
const drawsOf = (f: Forecast, row: number): readonly number[] => [...f.draws.subarray(row * DRAWS, (row + 1) * DRAWS)]

test('a place borrows from its province; from its department or the nation where fewer than five could lend', () => {
  const all = codes('010101', '010102', '010103', '010104', '010105', '010106', '010201', '010202', '020101', '030100')
  const known = groupOf([null, 1, 1, 1, 1, 1, null, 1, null, null])
  const told = loansOf(all, known, 12).map(({ row, from, lenders }) => [all[row], from, lenders.length])
  expect(told).toEqual([
    ['010101', '010100', 5],
    // One in its own province, six in the department.
    ['010201', '010000', 6],
    ['020101', '000000', 6],
  ])
  // Of three in all, the narrowest node that has them: the nation has no more than the department.
  const few = loansOf(codes('010101', '010201', '010202', '010301'), groupOf([null, 1, 1, 1]), 12)
  expect(few).toEqual([{ row: 0, months: 0, from: '010000', lenders: [1, 2, 3] }])
})

test('demand by the head has elasticity 1, demand that is the same everywhere 0, and it is told within provinces', () => {
  const all = codes('010101', '010102', '010201', '010202')
  const population = people({ '010101': 100, '010102': 400, '010201': 1000, '010202': 9000 })
  const of = (...rows: readonly number[]) => elasticity(all, groupOf(rows), [0, 1, 2, 3], 12, population)
  // The second province asks ten times as much by the head.
  expect(of(1, 4, 100, 900)).toBeCloseTo(1, 8)
  expect(of(7, 7, 70, 70)).toBeCloseTo(0, 8)
  // √4 and √9 times as much.
  expect(of(1, 2, 50, 150)).toBeCloseTo(0.5, 8)
  // More than by the head is held to it, less than the same everywhere to that.
  expect(of(1, 40, 1, 900)).toBeCloseTo(1, 8)
  expect(of(4, 1, 9, 1)).toBeCloseTo(0, 8)
  // Nothing tells: one place of each province, nobody's population.
  expect(elasticity(all, groupOf([1, 4, 100, 900]), [0, 2], 12, population)).toBeCloseTo(1, 8)
  expect(elasticity(all, groupOf([1, 4, 100, 900]), [0, 1, 2, 3], 12, new Map())).toBeCloseTo(1, 8)
})

test('each world takes one lender’s number by the head, the liker in size the likelier', () => {
  const all = ['010101', '010102', '010103']
  // By the head 0.1 and 0.1: elasticity 1. Of a population of 200, likeness 200 ÷ 1000 = 0.2 and 100 ÷ 200 = 0.5.
  const out = drawn(all, [0, 50, 30])
  const population = people({ '010101': 200, '010102': 1000, '010103': 100 })
  lend(out, [0, 1, 2], uncounted([null, 100, 10]), 12, population, 1)
  const draws = drawsOf(out, 0)
  // 50 × 200 ÷ 1000 = 10, 30 × 200 ÷ 100 = 60; 400 × 0.2 ÷ 0.7 = 114.3 worlds.
  expect(new Set(draws.map((x) => Math.round(x)))).toEqual(new Set([10, 60]))
  expect(Math.abs(draws.filter((x) => x < 30).length - 114)).toBeLessThanOrEqual(1)
  expect(out.mean[0]).toBeCloseTo(draws.reduce((a, b) => a + b, 0) / DRAWS, 9)
  expect(drawsOf(out, 1)).toEqual(Array.from({ length: DRAWS }, () => 50))
})

test('of a place whose population nobody knows, the mean of its lenders’ counts; without any, all are alike', () => {
  const all = ['010101', '010102', '010103']
  // Mean 550: 50 × 550 ÷ 1000 = 27.5, 5 × 550 ÷ 100 = 27.5.
  const out = drawn(all, [0, 50, 5])
  lend(out, [0, 1, 2], uncounted([null, 100, 10]), 12, people({ '010102': 1000, '010103': 100 }), 1)
  expect(out.mean[0]).toBeCloseTo(27.5, 6)
  const alike = drawn(all, [0, 50, 5])
  lend(alike, [0, 1, 2], uncounted([null, 100, 10]), 12, new Map(), 1)
  // 200 worlds of each.
  expect(alike.mean[0]).toBe(27.5)
})

test('what is counted stays counted: whole, and in the mean what the lender’s draws are by population', () => {
  const out = drawn(['010101', '010102'], [0, 3])
  // One lender, so that nothing tells of elasticity: 3 × 50 ÷ 200 = 0.75 a world.
  lend(out, [0, 1], groupOf([null, 3]), 12, people({ '010101': 50, '010102': 200 }), 1)
  const draws = drawsOf(out, 0)
  // The quantum is 3, the only number there is: 0 or 3, a quarter of the worlds 3; 4 standard errors of 400 are 0.26.
  expect(new Set(draws)).toEqual(new Set([0, 3]))
  expect(Math.abs((out.mean[0] ?? 0) - 0.75)).toBeLessThan(0.26)
})

test('a place known for n months keeps its own draws in n ÷ (n + 24) of the worlds', () => {
  const out = drawn(['010101', '010102'], [1, (w) => 1000 + w])
  const young = uncounted([1, 100])
  // Known for the last 6 of 12 months: 400 × 6 ÷ 30 = 80 worlds.
  young.values.fill(Number.NaN, 0, 6)
  lend(out, [0, 1], young, 12, new Map(), 1)
  const draws = drawsOf(out, 0)
  expect(draws.filter((x) => x === 1)).toHaveLength(80)
  // The others are the lender's, world by world.
  expect(draws.every((x, w) => x === 1 || x === 1000 + w)).toBe(true)
})

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 900 }) },
  { weight: 1, arbitrary: fc.double({ min: 0.01, max: 3, noNaN: true }) },
)
/** Places of two departments, some without a month, some with a few, some with all; and a population of some. */
const anyCountry = fc
  .array(
    fc.record({
      known: fc.constantFrom(0, 0, 3, 20, 20),
      row: fc.array(cell, { minLength: 20, maxLength: 20 }),
      people: fc.option(fc.integer({ min: 0, max: 50_000 })),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((places) => {
    const named = places.map((place, i) => ({ ...place, code: `0${1 + (i % 2)}0${1 + (i % 3)}0${1 + i}` }))
    return {
      panel: panelOf(
        Object.fromEntries(
          named.map(({ code, row, known }) => [`${code} p`, row.map((x, t) => (t < 20 - known ? null : x))]),
        ),
      ),
      population: new Map(named.flatMap(({ code, people: n }) => (n === null ? [] : [[ubigeo(code), n] as const]))),
    }
  })

test('whoever borrows: numbers, not negative, means of the draws, and sums add up', () => {
  fc.assert(
    fc.property(anyCountry, ({ panel, population }) => {
      const window = after(panel)
      const made = forecast({ panel, window, seed: 1, population })
      const { forecast: f, methods } = made
      expect(f.draws.every((x) => Number.isFinite(x) && x >= 0)).toBe(true)
      f.mean.forEach((mean, at) => {
        const draws = f.draws.subarray(at * DRAWS, (at + 1) * DRAWS)
        expect(mean).toBeCloseTo(draws.reduce((a, b) => a + b, 0) / DRAWS, 6)
      })
      const nodes = nodeForecasts(f)
      const total = (level: string) => nodes.reduce((sum, n) => sum + (levelOf(n.ubigeo) === level ? n.mean : 0), 0)
      for (const level of ['province', 'department', 'nation']) expect(total(level)).toBeCloseTo(total('district'), 6)
      expect(drawForecast({ panel, window, seed: 1, methods, population }).forecast).toEqual(f)
      const past = pastForecasts(panel, window, made.past, { seed: 1, population })
      expect(past.every((row) => Number.isFinite(row.mean) && row.mean >= 0)).toBe(true)
    }),
    { numRuns: 40, seed: 2 },
  )
})

test('a new district floods in the worlds in which its neighbours do, and the note says whom it follows', () => {
  // Six districts that are hit in the same months, one in five.
  const hit = Array.from({ length: 60 }, (_, t) => (t % 5 === 2 ? 40 : 0))
  const rows = Object.fromEntries(
    Object.values(simulated(6, 60, 5)).map((row, i) => [
      `01010${i + 2} p`,
      row.map((x, t) => (hit[t]! > 0 ? x + 40 : 0)),
    ]),
  )
  const panel = panelOf({ '010101 p': [], ...rows })
  const { forecast: f, notes } = forecast({ panel, window: after(panel), seed: 1 })
  expect(notes).toContainEqual({
    code: 'new-places-borrow',
    product: 'p',
    from: '010100',
    lenders: 6,
    ubigeos: ['010101'],
  })
  const at = (s: number, w: number): number => f.draws[s * 3 * DRAWS + w]!
  const worlds = Array.from({ length: DRAWS }, (_, w) => w)
  const struck = worlds.filter((w) => at(0, w) > 0)
  expect(struck.length).toBeGreaterThan(40)
  // Where it is struck, so is most of the province; where it is not, little of it.
  const others = (w: number): number => [1, 2, 3, 4, 5, 6].filter((s) => at(s, w) > 0).length
  const mean = (of: readonly number[]): number => of.reduce((sum, w) => sum + others(w), 0) / of.length
  expect(mean(struck)).toBeGreaterThan(4)
  expect(mean(worlds.filter((w) => at(0, w) === 0))).toBeLessThan(1)
})
