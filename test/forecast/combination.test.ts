import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blendRecord, combination } from '../../src/forecast/combination.ts'
import { classAt, DEMAND_CLASSES } from '../../src/forecast/demand-class.ts'
import { fitGroup } from '../../src/forecast/fit-group.ts'
import { historyAt } from '../../src/forecast/history.ts'
import { PLAN_LEVELS } from '../../src/forecast/levels.ts'
import { MEMBERS } from '../../src/forecast/members.ts'
import { memberOf } from '../../src/forecast/method.ts'
import { emptyRecord } from '../../src/forecast/record.ts'
import { schedule } from '../../src/forecast/schedule.ts'
import { nestedTrial } from '../../src/forecast/trial.ts'
import { backtest } from '../../src/forecast/backtest.ts'
import { fitWeights } from '../../src/forecast/weights.ts'
import { negativeBinomial, stream } from '../../src/kernel/random.ts'

const WIDTH = PLAN_LEVELS.all.length

/** A record of one row where each member always says one number. */
function recordOf(actual: readonly number[], says: readonly number[]) {
  const record = emptyRecord(actual.length, says.length, WIDTH)
  actual.forEach((y, t) =>
    record.add(
      0,
      0,
      0,
      t,
      0,
      y,
      says.map((s) => new Float64Array(WIDTH).fill(s)),
      says.map((s) => Float64Array.of(s)),
    ),
  )
  return { record, cells: Int32Array.from(actual, (_, i) => i) }
}

test('weights are not negative and add up to one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
      (actual, says) => {
        const { record, cells } = recordOf(actual, says)
        const weights = fitWeights(
          record,
          PLAN_LEVELS,
          cells,
          says.map((_, m) => m),
        )
        expect(weights.every((w) => w >= 0)).toBe(true)
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      },
    ),
    { numRuns: 100, seed: 1 },
  )
})

test('who is always right has all the weight; two who are wrong to both sides share it', () => {
  const right = recordOf([5, 5, 5], [5, 0, 9])
  expect([...fitWeights(right.record, PLAN_LEVELS, right.cells, [0, 1, 2])].map((w) => Number(w.toFixed(9)))).toEqual([
    1, 0, 0,
  ])
  // 4 and 6 about 5, each as often as the other.
  const sides = recordOf([5, 5, 5], [4, 6, 20])
  expect([...fitWeights(sides.record, PLAN_LEVELS, sides.cells, [0, 1, 2])].map((w) => Number(w.toFixed(9)))).toEqual([
    0.5, 0.5, 0,
  ])
})

test('a member that may have no weight has none; where nothing can be fitted the others share equally', () => {
  const { record } = recordOf([5], [5, 1, 9])
  expect([...fitWeights(record, PLAN_LEVELS, new Int32Array(0), [1, 2])]).toEqual([0, 0.5, 0.5])
  expect(fitWeights(record, PLAN_LEVELS, Int32Array.of(0), [1, 2])[0]).toBe(0)
})

test('classes of demand part at an interval of 1.32 and a squared variation of 0.49', () => {
  const kind = (y: readonly number[]): string =>
    DEMAND_CLASSES[classAt({ rows: 1, steps: y.length, cycle: 12, values: Float64Array.from(y) }, 0, y.length)]!
  expect(kind([1, 2, 1, 2])).toBe('smooth')
  // Mean 3.25, squares 1 + 1 + 1 + 100: 25.75 − 10.56 = 15.19 of 10.56.
  expect(kind([1, 1, 1, 10])).toBe('erratic')
  // Interval 4 ÷ 3 = 1.33.
  expect(kind([1, 0, 1, 1])).toBe('intermittent')
  expect(kind([0, 0, 1, 10])).toBe('lumpy')
  expect(kind([0, Number.NaN, 0])).toBe('silent')
})

const random = stream(3)
const values = Float64Array.from({ length: 30 * 60 }, (_, i) => negativeBinomial(random, 1 + (i % 3), 2))
const group = { rows: 30, steps: 60, cycle: 12, values }

test('the blend of a record is what the combination would have forecast', () => {
  const plan = { origins: [50], horizon: 3 }
  const { record } = backtest(group, plan, MEMBERS, PLAN_LEVELS, () => true)
  const blend = DEMAND_CLASSES.map(() =>
    Float64Array.from(MEMBERS, (m) => (m.name === 'tsb' || m.name === 'ets' ? 0.5 : 0)),
  )
  const out = new Float64Array(3 * WIDTH)
  combination(MEMBERS, blend).predict(
    historyAt(group, 50, new Float64Array(60)),
    0,
    50,
    3,
    PLAN_LEVELS.all,
    out,
    new Float64Array(3),
  )
  const mixed = blendRecord(record, blend)
  out.forEach((x, i) => expect(Math.abs(mixed[i]! - x)).toBeLessThan(1e-5 * Math.max(1, x)))
})

test('the trial fits on nothing that came after its first scored origin', () => {
  const plan = schedule(group, 0, 60, 3)
  const { record } = backtest(group, plan, MEMBERS, PLAN_LEVELS, () => true)
  const usable = MEMBERS.map((_, m) => m)
  const done = plan.origins.length
  const input = { members: MEMBERS, rows: 30, plan, done, levels: PLAN_LEVELS, usable, counts: true, floor: 0 }
  const before = nestedTrial({ ...input, record })
  const first = plan.origins[before.origins - 1]!
  // What the earlier origins forecast beyond it came in another world: the trial is the same.
  const changed = {
    ...record,
    actual: record.actual.map((y, c) => (record.origin[c]! >= before.origins && record.target[c]! >= first ? 999 : y)),
  }
  const after = nestedTrial({ ...input, record: changed })
  const losses = ({ candidates }: typeof before) => candidates.map((c) => [...c.tally.loss])
  expect(losses(after)).toEqual(losses(before))
})

test('all are reported on the origins that the combination was not fitted on, and its quantiles ascend', () => {
  const plan = schedule(group, 0, 60, 3)
  const fitted = fitGroup(group, plan, 60, PLAN_LEVELS, MEMBERS, () => true)
  expect([fitted.origins, fitted.scoredOrigins]).toEqual([12, 4])
  expect(new Set(fitted.tallies.map(({ cells }) => cells))).toEqual(new Set([30 * 4 * 3]))
  expect(fitted.tallies.map(({ member }) => member.name)).toEqual([...MEMBERS.map(({ name }) => name), 'combination'])
  expect(fitted.coverage.cells.reduce((a, b) => a + b, 0)).toBe(30 * 4 * 3)
  const levels = Float64Array.from({ length: 99 }, (_, i) => (i + 1) / 100)
  const out = new Float64Array(3 * 99)
  memberOf(fitted.method, MEMBERS).predict(
    historyAt(group, 60, new Float64Array(60)),
    0,
    60,
    3,
    levels,
    out,
    new Float64Array(3),
  )
  expect(out.every((x, i) => i % 99 === 0 || x >= out[i - 1]!)).toBe(true)
})
