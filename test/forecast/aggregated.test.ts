import { expect, test } from 'vitest'
import { aggregated } from '../../src/forecast/aggregated.ts'
import { historyAt } from '../../src/forecast/history.ts'
import type { Member } from '../../src/forecast/member.ts'
import { theta } from '../../src/forecast/theta.ts'

/** The mean of the last value of its history at every step; the quantile lies a tenth above. */
const last: Member = {
  name: 'theta',
  predict({ values, steps, origin }, row, _from, count, levels, out, means) {
    for (let j = 0; j < count; j++) {
      means[j] = values[row * steps + origin - 1]!
      for (let q = 0; q < levels.length; q++) out[j * levels.length + q] = 1.1 * means[j]!
    }
  },
}
const historyOf = (values: readonly number[], cycle: number) =>
  historyAt(
    { rows: 1, steps: values.length, cycle, values: Float64Array.from(values) },
    values.length,
    new Float64Array(values.length),
  )

function predict(member: Member, values: readonly number[], cycle: number, ahead: number, count: number) {
  const [out, means] = [new Float64Array(count), new Float64Array(count)]
  member.predict(historyOf(values, cycle), 0, values.length + ahead, count, [0.9], out, means)
  return { out: [...out], means: [...means] }
}

test('each step is stretched by the mean of what sums of two, and of four steps say', () => {
  // Seasons of four. Last value 4, last pair 4 + 2 = 6, last four 4 + 2 + 1 + 5 = 12; single steps would say 8 and 16: (1 + 6/8 + 12/16) ÷ 3 = 5/6.
  const values = [9, 9, 9, ...Array.from({ length: 12 }, () => 1), 5, 1, 2, 4]
  const { means, out } = predict(aggregated('theta-aggregated', last), values, 4, 0, 3)
  for (const mean of means) expect(mean).toBeCloseTo((4 * 5) / 6, 12)
  for (const q of out) expect(q).toBeCloseTo((4.4 * 5) / 6, 12)
})

test('sums of which there are fewer than four are not asked', () => {
  // Fifteen steps: three sums of four, so only pairs: (1 + 6/8) ÷ 2.
  const values = [...Array.from({ length: 12 }, () => 1), 1, 2, 4]
  expect(predict(aggregated('theta-aggregated', last), values, 4, 0, 1).means[0]).toBeCloseTo((4 * 7) / 8, 12)
})

test('without a season it is the member itself', () => {
  const values = Array.from({ length: 30 }, (_, t) => 5 + (t % 3))
  expect(predict(aggregated('theta-aggregated', theta), values, 1, 2, 4)).toEqual(predict(theta, values, 1, 2, 4))
})

test('a window that begins later sees the same months', () => {
  const values = Array.from({ length: 60 }, (_, t) => 10 + 0.1 * t + 3 * Math.sin((Math.PI * t) / 6) + ((7 * t) % 5))
  const member = aggregated('theta-aggregated', theta)
  expect(predict(member, values, 12, 0, 12).means.slice(3)).toEqual(predict(member, values, 12, 3, 9).means)
})

test('of a series of zeros and of one with gaps it says numbers', () => {
  const member = aggregated('theta-aggregated', theta)
  expect(
    predict(
      member,
      Array.from({ length: 30 }, () => 0),
      12,
      0,
      3,
    ).means,
  ).toEqual([0, 0, 0])
  const gaps = Array.from({ length: 60 }, (_, t) => (t % 7 === 0 ? Number.NaN : 3 + (t % 4)))
  for (const x of predict(member, gaps, 12, 0, 12).means) expect(x).toBeGreaterThan(0)
})

test('demand with zeros between is forecast as the member does', () => {
  const values = Array.from({ length: 60 }, (_, t) => (t % 3 === 0 ? 1 + t : 0))
  expect(predict(aggregated('theta-aggregated', theta), values, 12, 0, 6)).toEqual(predict(theta, values, 12, 0, 6))
})
