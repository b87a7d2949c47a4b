import fc from 'fast-check'
import { expect, test } from 'vitest'
import { historyAt } from '../../../src/forecast/history.ts'
import type { Member } from '../../../src/forecast/member.ts'
import { movingAverage } from '../../../src/forecast/moving-average.ts'
import { boostedTrees } from '../../../src/forecast/trees/boosted-trees.ts'
import { stream } from '../../../src/kernel/random.ts'

const LEVELS = [0.01, 0.1, 0.5, 0.9, 0.99]
const STEPS = 72

interface Said {
  readonly quantiles: readonly number[]
  readonly means: readonly number[]
}

/** Every row from the origin, all steps of `count`. */
function predict(
  values: Float64Array,
  rows: number,
  origin: number,
  count: number,
  member: Member = boostedTrees,
): Said[] {
  const steps = values.length / rows
  const history = historyAt({ rows, steps, cycle: 12, values }, origin, new Float64Array(steps))
  return Array.from({ length: rows }, (_, row) => {
    const out = new Float64Array(count * LEVELS.length)
    const means = new Float64Array(count)
    member.predict(history, row, origin, count, LEVELS, out, means)
    return { quantiles: [...out], means: [...means] }
  })
}

/** Rows of sizes 10, 20 … with a season of ± 50 %, noise of ± 5 %, and two numbers in a hundred missing. */
function seasonal(rows: number, seed: number, lowest = 0): Float64Array {
  const random = stream(seed)
  return Float64Array.from({ length: rows * STEPS }, (_, i) => {
    const season = 1 + 0.5 * Math.sin((2 * Math.PI * (i % STEPS)) / 12)
    const y = lowest + 10 * (1 + Math.floor(i / STEPS)) * season * (0.95 + 0.1 * random())
    return random() < 0.02 ? Number.NaN : y
  })
}

test('a season shared by all rows is learnt: the median is within a tenth, and what comes lies mostly in its 80 %', () => {
  const rows = 12
  const values = seasonal(rows, 3)
  const said = predict(values, rows, 60, 6)
  let [inside, cells, off] = [0, 0, 0]
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < 6; j++) {
      const came = values[row * STEPS + 60 + j]!
      if (Number.isNaN(came)) continue
      const [, low = 0, median = 0, high = 0] = said[row]!.quantiles.slice(j * LEVELS.length)
      cells++
      if (low <= came && came <= high) inside++
      off += Math.abs(median - came) / came
      expect(Math.abs(said[row]!.means[j]! / median - 1)).toBeLessThan(0.1)
    }
  expect(off / cells).toBeLessThan(0.1)
  expect(inside / cells).toBeGreaterThan(0.6)
})

test('nothing at or after the origin is read', () => {
  const rows = 8
  const values = seasonal(rows, 5)
  const changed = values.map((y, i) => (i % STEPS >= 48 ? (i % 3 === 0 ? Number.NaN : 1e6 - y) : y))
  expect(predict(changed, rows, 48, 4)).toEqual(predict(values, rows, 48, 4))
})

test('the same history says the same, whatever was asked before', () => {
  const rows = 8
  const values = seasonal(rows, 7)
  const before = predict(values, rows, 60, 3)
  const again = values.slice()
  predict(again, rows, 55, 3)
  expect(predict(again, rows, 60, 3)).toEqual(before)
})

test('what can be negative is, what never was is not', () => {
  const below = predict(seasonal(8, 9, -300), 8, 60, 3)
  expect(Math.max(...below.flatMap((row) => row.quantiles))).toBeLessThan(0)
  expect(Math.min(...predict(seasonal(8, 9), 8, 60, 3).flatMap((row) => row.quantiles))).toBeGreaterThanOrEqual(0)
})

test('rare demand, and groups too small to learn from, are left to the moving average', () => {
  const plain = movingAverage('moving-average-12', 12)
  const rare = Float64Array.from({ length: 30 * STEPS }, (_, i) => (i % 5 === 0 ? 3 : 0))
  expect(predict(rare, 30, 60, 2)).toEqual(predict(rare, 30, 60, 2, plain))
  const one = seasonal(1, 11)
  expect(predict(one, 1, 30, 2)).toEqual(predict(one, 1, 30, 2, plain))
})

test('of any group quantiles ascend from the floor on and means are numbers', () => {
  const number = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 99_999 }).map((k) => k / 16) },
    { weight: 1, arbitrary: fc.constantFrom(0, Number.NaN, -5, 1e7) },
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(number, { minLength: 48, maxLength: 48 }), { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 48 }),
      fc.integer({ min: 1, max: 14 }),
      (rows, origin, count) => {
        const values = Float64Array.from(rows.flat())
        const { floor } = historyAt({ rows: rows.length, steps: 48, cycle: 12, values }, origin, new Float64Array(48))
        for (const { quantiles, means } of predict(values, rows.length, origin, count)) {
          expect(means.every((mean) => Number.isFinite(mean) && mean >= floor)).toBe(true)
          for (let k = 0; k < quantiles.length; k++) {
            expect(quantiles[k]).toBeGreaterThanOrEqual(k % LEVELS.length === 0 ? floor : quantiles[k - 1]!)
          }
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  )
})
