import { expect, test } from 'vitest'
import { backtest, lossOf } from '../../src/forecast/backtest.ts'
import { forecast } from '../../src/forecast/forecast.ts'
import { observedValues } from '../../src/forecast/history.ts'
import { PLAN_LEVELS } from '../../src/forecast/levels.ts'
import { MEMBERS, YARDSTICK } from '../../src/forecast/members.ts'
import { schedule } from '../../src/forecast/schedule.ts'
import { LEVELS } from '../../src/model/forecast.ts'
import { after, panelOf, simulated } from './panels.ts'

const MONTHS = { rows: 1, cycle: 12 }

test('origins are a month apart after a first year; the horizon is cut before the origins are', () => {
  // From the last: 40 − 3 = 37 down, twelve of them.
  expect(schedule(MONTHS, 0, 40, 3)).toEqual({ origins: [37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26], horizon: 3 })
  expect(schedule(MONTHS, 0, 16, 3)).toEqual({ origins: [14, 13, 12], horizon: 2 })
  expect(schedule(MONTHS, 5, 19, 3)).toEqual({ origins: [18, 17], horizon: 1 })
  expect(schedule(MONTHS, 0, 12, 3).origins).toEqual([])
  expect(schedule(MONTHS, 0, 70, 24).horizon).toBe(12)
})

test('a member never sees its origin’s future', () => {
  const rows = simulated(3, 40, 11)
  const origin = 30
  const changed = Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [key, row.map((x, t) => (t < origin ? x : 7777))]),
  )
  const seen = [rows, changed].map((r) => {
    const panel = panelOf(r)
    const values = observedValues(panel, [0, 1, 2])
    const plan = { origins: [origin], horizon: 3 }
    // The sum of means forecast, and what is too high where 0 comes, depend on the forecast alone.
    return backtest(
      { rows: 3, steps: panel.months, cycle: 12, values },
      plan,
      MEMBERS,
      PLAN_LEVELS,
      () => true,
    ).tallies.map((t) => t.forecast)
  })
  expect(seen[1]).toEqual(seen[0])
})

test('zero loses the levels’ sum per unit: 4.5 of nine symmetric levels, bias −1', () => {
  const { scores } = forecast({
    panel: panelOf(simulated(3, 40, 12)),
    window: after(panelOf(simulated(3, 40, 12))),
    seed: 1,
  })
  const zero = scores.find((s) => s.method === 'zero')!
  expect(zero.loss).toBeCloseTo(
    LEVELS.reduce((a, b) => a + b, 0),
    9,
  )
  expect(zero.bias).toBe(-1)
})

test('zero is scored and never chosen, though everything else does worse', () => {
  // One month in three years: any forecast but zero is too much.
  const row = Array.from({ length: 40 }, (_, t) => (t === 8 ? 900 : 0))
  const panel = panelOf({ '010101 p': row })
  const { scores } = forecast({ panel, window: after(panel), seed: 1 })
  const best = scores.toSorted((a, b) => a.loss - b.loss)[0]!
  expect(scores.find((s) => s.method === 'zero')?.loss).toBe(best.loss)
  expect(scores.filter((s) => s.chosen).length).toBe(1)
  expect(scores.find((s) => s.chosen)?.method).not.toBe('zero')
})

test('losses of a hand-worked origin', () => {
  // Known: 12 months of 4 and 12 of 8, same in every month of a year; then 6 comes. Empirical by month: 4 up to level 0.5, 8 above.
  const row = Array.from({ length: 25 }, (_, t) => (t < 12 ? 4 : t < 24 ? 8 : 6))
  const values = Float64Array.from(row)
  const { tallies } = backtest(
    { rows: 1, steps: 25, cycle: 12, values },
    { origins: [24], horizon: 1 },
    MEMBERS,
    PLAN_LEVELS,
    () => true,
  )
  const month = tallies.find((t) => t.member.name === 'empirical-month')!
  // 2 × (0.025 + 0.05 + 0.1 + 0.25 + 0.5) below, 2 × (0.25 + 0.1 + 0.05 + 0.025) above; over 6.
  expect(lossOf(month)).toBeCloseTo((2 * 0.925 + 2 * 0.425) / 6, 12)
  expect([month.forecast, month.actual, month.inside, month.cells]).toEqual([6, 6, 1, 1])
  // The last value is 8, its only past error +4: 12 at every level.
  expect(lossOf(tallies.find((t) => t.member.name === 'seasonal-naive')!)).toBeCloseTo((6 * (9 - 4.5)) / 6, 12)
  expect(tallies.at(-1)?.member).toBe(YARDSTICK)
})

test('moving average with negative binomial covers what it was made for: 80 % of the time within its 80 % interval', () => {
  const rows = simulated(60, 60, 13, () => 40)
  const panel = panelOf(rows)
  const { scores } = forecast({ panel, window: after(panel), seed: 1 })
  const { coverage80 } = scores.find((s) => s.method === 'moving-average-18')!
  // 60 places × 12 origins × 3 months overlap: about 14 different months × 60 = 840 facts; sd √(0.8 × 0.2 ÷ 840) = 0.014.
  // A discrete interval with both ends in it holds a little more than 80 %.
  expect(coverage80).toBeGreaterThan(0.8 - 3 * 0.014)
  expect(coverage80).toBeLessThan(0.83 + 3 * 0.014)
})
