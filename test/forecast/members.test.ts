import { expect, test } from 'vitest'
import { historyAt } from '../../src/forecast/history.ts'
import type { MethodName } from '../../src/model/forecast.ts'
import { MEMBERS } from '../../src/forecast/members.ts'
import { negativeBinomialQuantiles } from '../../src/kernel/negative-binomial.ts'

const x = Number.NaN
const LEVELS = [0.1, 0.5, 0.9]

/** Quantiles and means of the first row, `count` months after its last one (plus `gap`). */
function predict(name: MethodName, rows: readonly (readonly number[])[], count = 1, gap = 0) {
  const months = rows[0]!.length
  const group = { rows: rows.length, steps: months, cycle: 12, values: Float64Array.from(rows.flat()) }
  const history = historyAt(group, months, new Float64Array(months))
  const out = new Float64Array(count * LEVELS.length)
  const means = new Float64Array(count)
  MEMBERS.find((m) => m.name === name)!.predict(history, 0, months + gap, count, LEVELS, out, means)
  return { quantiles: [...out], means: [...means] }
}

/** Two years: the first row's Januaries are 5 and 9, its Februaries 1 and missing, its Decembers 2 and 4. */
const year = (january: number, february: number, december: number) => [
  january,
  february,
  ...Array.from({ length: 9 }, () => 0),
  december,
]
const TWO = [...year(5, 1, 2), ...year(9, x, 4)]

test('empirical: the same month; with its neighbours; any month', () => {
  expect(predict('empirical-month', [TWO])).toEqual({ quantiles: [5, 5, 9], means: [7] })
  // December, January and February: 1 2 4 5 9
  expect(predict('empirical-season', [TWO])).toEqual({ quantiles: [1, 4, 9], means: [21 / 5] })
  // 23 observed months, 18 of them 0: the 0.9 quantile is the 21st (0.9 × 23 = 20.7), the third from the top.
  expect(predict('empirical-all', [TWO])).toEqual({ quantiles: [0, 0, 4], means: [21 / 23] })
})

test('empirical by month falls back on any month where it has none of that month', () => {
  expect(predict('empirical-month', [[3, 4]], 1, 5)).toEqual({ quantiles: [3, 3, 4], means: [3.5] })
})

test('seasonal naive: the last such month and the errors it made, not below 0', () => {
  const three = [...year(5, 1, 2), ...year(9, x, 4), ...year(2, 3, 4)]
  // January: last 2; errors 9 − 5 = 4 and 2 − 9 = −7: 6 and 0. February: last 3, error 3 − 1 = 2: 5.
  expect(predict('seasonal-naive', [three], 2)).toEqual({ quantiles: [0, 0, 6, 5, 5, 5], means: [3, 5] })
  // One February only: it alone.
  expect(predict('seasonal-naive', [TWO], 1, 1)).toEqual({ quantiles: [1, 1, 1], means: [1] })
})

test('moving average: mean of the last 12 observed months, spread of the whole history, in quanta', () => {
  const row = [...Array.from({ length: 6 }, () => 0), ...Array.from({ length: 12 }, (_, t) => (t % 3 === 0 ? 4 : 2)), x]
  // Last 12: 4 × 4 + 8 × 2 = 32 ÷ 12. All 18: mean 16/9, squares 4 × 16 + 8 × 4 = 96. The smallest positive value is 2: quanta of 2.
  const variance = (96 - 18 * (16 / 9) ** 2) / 17
  const expected = new Float64Array(3)
  negativeBinomialQuantiles(LEVELS, 32 / 12 / 2, Math.max(1, variance / (16 / 9) / 2), 2, expected, 0)
  const { quantiles, means } = predict('moving-average-12', [row], 2)
  expect(quantiles).toEqual([...expected, ...expected])
  expect(means[0]).toBeCloseTo(32 / 12, 12)
})

test('seasonal average: the level of the year times the share of places that the month touches', () => {
  // Everywhere 12 in June and nothing else: with its neighbours May to July are 1/3 each, the mean of the year 1/12: season 4 there.
  const june = Array.from({ length: 24 }, (_, t) => (t % 12 === 5 ? 12 : 0))
  const { means, quantiles } = predict('seasonal-average-12', [june, june], 12)
  const rounded = means.map((m) => Number(m.toFixed(9)))
  // 12 in 12 months: a level of 1.
  expect(rounded).toEqual([0, 0, 0, 0, 4, 4, 4, 0, 0, 0, 0, 0])
  expect(quantiles.slice(0, 3)).toEqual([0, 0, 0])
})

test('a season of places is not moved by one disaster', () => {
  const calm = Array.from({ length: 24 }, () => 1)
  const disaster = calm.map((v, t) => (t === 14 ? 100_000 : v))
  expect(predict('seasonal-average-12', [calm, disaster], 12).means).toEqual(
    predict('seasonal-average-12', [calm, calm], 12).means,
  )
})

test('Syntetos and Boylan: size ÷ interval, less α ÷ 2, and it does not fade', () => {
  // 2 every third month, always: 2 ÷ 3, with the α of least error; all errors shrink with α, so the largest, 0.3: 0.85 · 2 ÷ 3 at most.
  const row = Array.from({ length: 24 }, (_, t) => (t % 3 === 2 ? 2 : 0))
  const [mean = 0] = predict('sba', [row]).means
  expect([0.05, 0.1, 0.2, 0.3].map((a) => ((1 - a / 2) * 2) / 3).some((m) => Math.abs(m - mean) < 1e-9)).toBe(true)
  const ended = [...row, ...Array.from({ length: 24 }, () => 0)]
  expect(predict('sba', [ended]).means[0]).toBeGreaterThan(0.5)
})

test('Teunter, Syntetos and Babai: size × chance, and it fades where demand has ended', () => {
  const row = Array.from({ length: 24 }, (_, t) => (t % 3 === 2 ? 2 : 0))
  expect(Math.abs(predict('tsb', [row]).means[0]! - 2 / 3)).toBeLessThan(0.2)
  const ended = [...row, ...Array.from({ length: 24 }, () => 0)]
  // At least 0.95^24 = 0.29 of it is left, at most 0.05 of the mean of all months, 0.33.
  expect(predict('tsb', [ended]).means[0]).toBeLessThan(0.34)
})

test('a shared average stays a place’s own where places differ, and is all places’ where they do not', () => {
  const flat = (level: number) => Array.from({ length: 24 }, (_, t) => level + (t % 2))
  // 100.5 and 0.5 on average: what they differ by is not chance.
  const apart = predict('shared-average-12', [flat(100), flat(0), flat(0)]).means[0]!
  expect(Math.abs(apart - 100.5)).toBeLessThan(1)
  // Each the same on average: levels differ by nothing, so all have the mean of all.
  const rows = [flat(2), flat(2), flat(2)]
  expect(predict('shared-average-12', rows).means[0]).toBeCloseTo(2.5, 9)
  // One demand in two years, as everywhere, here last month: less than 1 ÷ 12 of its own, more than 0 of the others.
  const once = (at: number) => Array.from({ length: 24 }, (_, t) => (t === at ? 1 : 0))
  const shared = predict('shared-average-12', [once(23), once(5), once(15), once(1), once(9)]).means[0]!
  expect(shared).toBeLessThan(1 / 12)
  expect(shared).toBeGreaterThan(0)
})
