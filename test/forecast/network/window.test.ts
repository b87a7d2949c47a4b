import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchOf, inputsOf } from '../../../src/forecast/network/batch.ts'
import type { NetworkInput } from '../../../src/forecast/network/network-input.ts'
import { knownWidth, naive } from '../../../src/forecast/network/window.ts'
import { cumulativeWeights, epochOf, splitWindows } from '../../../src/forecast/network/windows.ts'
import { stream } from '../../../src/kernel/random.ts'
import { month } from '../../../src/model/month.ts'
import { SMALL, smallInput } from './small-panel.ts'

const row = (values: readonly number[], over: Partial<NetworkInput> = {}): NetworkInput =>
  smallInput({
    values: Float64Array.from(values),
    rows: 1,
    months: values.length,
    settings: { ...SMALL, lags: 4 },
    ...over,
  })
const nan = Number.NaN

test('Lags are scaled by their mean + 0.1 and masked where not observed; a missing month is not a zero', () => {
  const { inputs, scale } = inputsOf(row([9, 2, nan, 0, 4]), [0], [5], [0])
  // The last four months: 2, –, 0, 4: mean 2 over three observed, scale 2.1.
  expect(scale[0]).toBeCloseTo(2.1, 6)
  expect([...inputs['lags']!]).toEqual([2 / 2.1, 0, 0, 4 / 2.1].map((x) => expect.closeTo(x, 6)))
  const known = [...inputs['known']!]
  expect(known.slice(0, 4)).toEqual([1, 0, 1, 1])
  // log(1 + scale); one zero of three; last event one month ago of four; mean of 9, 2, 0, 4 = 3.75 over the scale; variance 8/3 over mean 2.
  const scalars = [Math.log1p(2.1), 1 / 3, 1 / 4, 3.75 / 2.1, Math.log1p(8 / 3 / 2)]
  expect(known.slice(4, 9)).toEqual(scalars.map((x) => expect.closeTo(x, 5)))
})

test('Steps see the mean of their calendar month in past years, or the scale where there is none', () => {
  const values = Array.from({ length: 26 }, (_, t) => (t === 3 ? nan : t))
  const { inputs, scale } = inputsOf(row(values), [0], [26], [0])
  // Columns 26, 27, 28 are the months of 2 and 14, of 3 (missing) and 15, of 4 and 16.
  const known = [...inputs['known']!].slice(9, 12)
  expect(known).toEqual([8, 15, 10].map((x) => expect.closeTo(x / scale[0]!, 5)))
  expect([...inputsOf(row([1, 2, 3]), [0], [3], [0]).inputs['known']!].slice(9, 12)).toEqual([1, 1, 1])
})

test('The seasonal naive is the last observed value of the calendar month, else the mean of the lags, else 0', () => {
  const values = Array.from({ length: 24 }, (_, t) => (t === 13 ? nan : t))
  expect([0, 1, 2].map((j) => naive(row(values), 0, 24, 0, j))).toEqual([12, 1, 14])
  expect(naive(row([1, 2, 6]), 0, 3, 0, 0)).toBe(3)
  expect(naive(row([nan, nan]), 0, 2, 0, 0)).toBe(0)
})

test('Of weeks with a cycle of 4, the naive is the step 4 before, and the calendar says where in the cycle the origin lies', () => {
  const input = row([1, 2, 3, 4, 5, 6, 7, 8, 9], { cycle: 4, first: month(1) })
  expect([0, 1, 2].map((j) => naive(input, 0, 9, 0, j))).toEqual([6, 7, 8])
  const known = [...inputsOf(input, [0], [9], [0]).inputs['known']!]
  // Mask 4, scalars 5, steps 3; step 1 + 9 of cycles of 4 is half a cycle on: sin π, cos π, sin 2π, cos 2π.
  expect(known.slice(12)).toEqual([0, -1, 0, 1].map((x) => expect.closeTo(x, 6)))
})

test('Counting in other units changes no input: persons ÷ 5 are persons', () => {
  const one = smallInput()
  const fifth = smallInput({ values: one.values.map((y) => y / 5), quantum: 0.2 })
  const a = inputsOf(one, [3, 4], [40, 30], [0, 0])
  const b = inputsOf(fifth, [3, 4], [40, 30], [0, 0])
  expect([...b.scale]).toEqual([...a.scale].map((x) => expect.closeTo(x, 4)))
  for (const name of ['lags', 'known'])
    expect([...b.inputs[name]!]).toEqual([...a.inputs[name]!].map((x) => expect.closeTo(x, 4)))
})

for (const head of ['count', 'hurdle', 'quantile'] as const)
  test(`${head}: changing what comes at the origin or later, or before a cold start, changes no input`, () => {
    const cell = fc.oneof(fc.constant(nan), fc.integer({ min: 0, max: 50 }))
    const arbitrary = fc.record({
      values: fc.array(cell, { minLength: 30, maxLength: 30 }),
      other: fc.array(cell, { minLength: 30, maxLength: 30 }),
      origin: fc.integer({ min: 1, max: 30 }),
      from: fc.nat(29),
    })
    fc.assert(
      fc.property(arbitrary, ({ values, other, origin, from }) => {
        const changed = values.map((y, t) => (t >= origin || t < from ? other[t]! : y))
        const of = (v: readonly number[]) => inputsOf(row(v, { head }), [0], [origin], [from])
        expect(of(changed)).toEqual(of(values))
        const naives = (v: readonly number[]) => [0, 1, 2].map((j) => naive(row(v, { head }), 0, origin, from, j))
        expect(naives(changed)).toEqual(naives(values))
      }),
    )
  })

test('Static numbers of a place are its last inputs', () => {
  const statics = Float64Array.from([1, 2, 3, 4])
  const input = smallInput({ rows: 2, months: 30, statics, values: new Float64Array(60).fill(1) })
  const { inputs } = inputsOf(input, [0, 1], [20, 20], [0, 0])
  const width = knownWidth('count', 12, 3, { statics: 2, past: 0, ahead: 0 })
  const known = inputs['known']!
  expect([...known.subarray(width - 2, width), ...known.subarray(2 * width - 2)]).toEqual([1, 2, 3, 4])
})

test('No target of training lies where a held-out place is validated; every window has six lags and something to learn', () => {
  const input = smallInput()
  const { training, validation, limit } = splitWindows(input)
  // 20 rows of 48 months, 3 ahead, 3 rolls: rows 4, 9, 14, 19 end for training at 48 − 3 − 2 = 43 and are validated from 43, 44 and 45 on.
  expect([0, 4, 9, 14, 19].map(limit)).toEqual([48, 43, 43, 43, 43])
  expect(new Set(validation.row)).toEqual(new Set([4, 9, 14, 19]))
  expect(new Set(validation.origin)).toEqual(new Set([43, 44, 45]))
  const all = Int32Array.from(training.row, (_, w) => w)
  const batch = batchOf(input, training, all, limit, 1)
  all.forEach((w) => {
    const { row: r, origin: o } = { row: training.row[w]!, origin: training.origin[w]! }
    const observed = (a: number, b: number): number =>
      [...input.values.subarray(r * 48 + a, r * 48 + b)].filter((y) => !Number.isNaN(y)).length
    expect(observed(Math.max(0, o - 12), o)).toBeGreaterThanOrEqual(6)
    const weights = [...batch.targets['weight']!.subarray(w * 3, w * 3 + 3)]
    expect(weights.reduce((a, b) => a + b, 0)).toBe(observed(o, Math.min(o + 3, limit(r))))
    expect(weights.some((x) => x > 0)).toBe(true)
  })
})

test('Of more windows than an epoch holds, those of large places are drawn more often, in proportion', () => {
  const months = 120
  const rows = 600
  const values = new Float64Array(rows * months).map((_, i) => (i < (rows * months) / 2 ? 0 : Math.E ** 2 - 1))
  const input = smallInput({ values, rows, months })
  const { training } = splitWindows(input)
  const order = epochOf(cumulativeWeights(input, training), stream(1))
  expect(order).toHaveLength(50_000)
  const large = order.reduce((n, w) => n + (training.row[w]! >= rows / 2 ? 1 : 0), 0)
  // log(1 + 0) + 1 = 1 against log(e²) + 1 = 3.
  expect(large / 50_000).toBeCloseTo(3 / 4, 2)
})
