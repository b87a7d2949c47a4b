import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultWindow, forecast, lastObserved } from '../../src/forecast/forecast.ts'
import type { DemandPanel } from '../../src/model/demand.ts'
import { DRAWS, LEVELS } from '../../src/model/forecast.ts'
import { addMonths, monthOf } from '../../src/model/month.ts'
import { after, type Cell, code, panelOf, simulated } from './panels.ts'

const run = (panel: DemandPanel, months = 3, seed = 1) => forecast({ panel, window: after(panel, months), seed })

/** Panels of any shape: few or many months, holes, zeros, censored numbers. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 5000 }) },
  { weight: 1, arbitrary: fc.double({ min: 0.01, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 9 })) },
)
const anyPanel = fc
  .integer({ min: 1, max: 40 })
  .chain((months) => fc.array(fc.array(cell, { minLength: months, maxLength: months }), { minLength: 1, maxLength: 4 }))
  .map((rows) => panelOf(Object.fromEntries(rows.map((row, i) => [`${code(i)} ${i % 2 ? 'p' : 'q'}`, row]))))

test('draws are finite and non-negative, quantiles never cross, the mean is that of the draws', () => {
  fc.assert(
    fc.property(anyPanel, fc.integer({ min: 1, max: 14 }), (panel, months) => {
      const { forecast: f } = run(panel, months)
      expect(f.draws.every((x) => Number.isFinite(x) && x >= 0)).toBe(true)
      f.mean.forEach((mean, cellIndex) => {
        const draws = f.draws.subarray(cellIndex * DRAWS, (cellIndex + 1) * DRAWS)
        expect(mean).toBeCloseTo(draws.reduce((a, b) => a + b, 0) / DRAWS, 6)
        const q = f.quantiles.subarray(cellIndex * LEVELS.length, (cellIndex + 1) * LEVELS.length)
        for (let i = 1; i < q.length; i++) expect(q[i]! >= q[i - 1]!).toBe(true)
      })
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('same input and seed, same bytes; another seed keeps every marginal and changes the worlds', () => {
  const panel = panelOf(simulated(4, 40, 3))
  const [a, b, c] = [run(panel), run(panel), run(panel, 3, 2)]
  const told = (f: typeof a) => [f.forecast, f.scores, f.coverage, f.notes]
  expect(told(b)).toEqual(told(a))
  expect(c.forecast.quantiles).toEqual(a.forecast.quantiles)
  expect(c.forecast.draws).not.toEqual(a.forecast.draws)
})

test('demand in another unit is forecast in that unit', () => {
  const rows = simulated(5, 40, 4)
  const quarter = Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row.map((x) => x / 4)]))
  const [whole, part] = [run(panelOf(rows)), run(panelOf(quarter))]
  expect(part.scores.map((s) => [s.method, s.chosen])).toEqual(whole.scores.map((s) => [s.method, s.chosen]))
  expect([...part.forecast.draws]).toEqual([...whole.forecast.draws].map((x) => x / 4))
})

test('the forecast of a place follows its own code, not its position in the panel', () => {
  const rows = simulated(4, 40, 5)
  const before = run(panelOf(rows))
  // A place that was always 0 before all others moves each of them by one row.
  const moved = run(panelOf({ '010100 p': Array.from({ length: 40 }, () => 0), ...rows }))
  const cells = 3 * DRAWS
  expect(moved.forecast.draws.subarray(cells)).toEqual(before.forecast.draws)
  expect(moved.forecast.draws.subarray(0, cells).every((x) => x === 0)).toBe(true)
})

test('what never changes is forecast as it is', () => {
  const { forecast: f, notes } = run(panelOf({ '010101 p': Array.from({ length: 30 }, () => 7) }))
  expect(f.draws.every((x) => x === 7)).toBe(true)
  // 30 months, 3 ahead: origins 27 … 16, twelve of them.
  expect(notes[0]).toEqual({ code: 'method-chosen', product: 'p', method: 'empirical-month', origins: 12, horizon: 3 })
})

test('what a season repeats is forecast by season', () => {
  const season = [9, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]
  const rows = { '010101 p': Array.from({ length: 48 }, (_, t) => season[t % 12]!) }
  expect([...run(panelOf(rows), 14).forecast.mean]).toEqual([...season, 9, 4])
})

test('censored and missing months tell nothing', () => {
  const [rows] = [simulated(1, 40, 6)]
  const row = rows[`${code(0)} p`]!
  const with9 = panelOf({ '010101 p': row.map((x, t): Cell => (t % 7 === 3 ? [x] : x)) })
  const other = panelOf({ '010101 p': row.map((x, t): Cell => (t % 7 === 3 ? null : x)) })
  expect(run(with9).forecast).toEqual(run(other).forecast)
})

test('nothing from the window’s first month on is looked at', () => {
  const rows = simulated(3, 48, 7)
  const changed = Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [key, row.map((x, t) => (t < 40 ? x : 1000 + t))]),
  )
  const window = { from: monthOf(2018, 41), months: 3 }
  const [a, b] = [rows, changed].map((r) => forecast({ panel: panelOf(r), window, seed: 1 }))
  // Members hold functions, which are equal to themselves alone; what they say is in the forecast.
  expect({ ...b, past: [...b!.past.keys()] }).toEqual({ ...a, past: [...a!.past.keys()] })
})

test('a product of which nothing is known, or a place with nobody of its level to borrow from, is 0, and that is said', () => {
  const none = Array.from({ length: 30 }, () => null)
  const { forecast: f, notes } = run(panelOf({ ...simulated(1, 30, 8), '250100 p': none, '250101 q': none }))
  expect(f.draws.subarray(3 * DRAWS).every((x) => x === 0)).toBe(true)
  expect(notes).toContainEqual({ code: 'places-without-history', product: 'p', ubigeos: ['250100'] })
  expect(notes).toContainEqual({ code: 'product-without-history', product: 'q' })
})

test('one month of history is taken as it is: nothing can be scored, and that is said', () => {
  const { forecast: f, scores, notes } = run(panelOf({ '010101 p': [5], '010102 p': [0] }))
  expect([...f.mean]).toEqual([5, 5, 5, 0, 0, 0])
  expect(scores).toEqual([])
  expect(notes).toEqual([
    { code: 'no-backtest', product: 'p', method: 'empirical-month', observedMonths: 1 },
    { code: 'few-runs', product: 'p', runs: 1, length: 1, wholly: true },
  ])
})

test('years without a number and a window far ahead still give a forecast from what is known', () => {
  const row = [...Array.from({ length: 14 }, () => 2), ...Array.from({ length: 40 }, () => null), 2, 2]
  const panel = panelOf({ '010101 p': row })
  const { forecast: f, notes } = forecast({
    panel,
    window: { from: addMonths(after(panel).from, 30), months: 2 },
    seed: 1,
  })
  expect([...f.mean]).toEqual([2, 2])
  expect(notes).toContainEqual({ code: 'window-far-ahead', last: monthOf(2018, 56), gap: 30 })
})

test('the last observed month is not a censored one, and the window follows it', () => {
  const panel = panelOf({ '010101 p': [1, 2, [3], null], '010102 p': [1, null, null, null] })
  expect(lastObserved(panel)).toBe(monthOf(2018, 2))
  expect(defaultWindow(panel, { from: null, months: 3 })).toEqual({ from: monthOf(2018, 3), months: 3 })
  expect(defaultWindow(panel, { from: monthOf(2020, 1), months: 2 })).toEqual({ from: monthOf(2020, 1), months: 2 })
  expect(defaultWindow(panelOf({ '010101 p': [null, [4]] }), { from: null, months: 3 })).toBeUndefined()
})

test('asked to stop, it compares methods on what is done and says so; progress ends at its total', () => {
  const panel = panelOf(simulated(3, 40, 9))
  let asked = 0
  const stopped = forecast({ panel, window: after(panel), seed: 1, cancelled: () => asked++ >= 2 })
  expect(stopped.notes).toContainEqual({ code: 'stopped-early' })
  expect(stopped.scores.every((s) => s.origins === 2)).toBe(true)
  const seen: [number, number][] = []
  forecast({ panel, window: after(panel), seed: 1, onProgress: (done, total) => seen.push([done, total]) })
  // The backtest and the draws, each a half.
  expect(seen.at(-1)).toEqual([2, 2])
})

test('an empty panel gives an empty forecast', () => {
  const { forecast: f, scores, notes } = run(panelOf({}))
  expect([f.series.length, f.draws.length, scores.length, notes.length]).toEqual([0, 0, 0, 0])
})
