import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Group, historyAt } from '../../src/forecast/history.ts'
import { nearbySeasons } from '../../src/forecast/nearby-seasons.ts'
import { neighboursOf } from '../../src/forecast/neighbours.ts'
import type { Ubigeo } from '../../src/model/ubigeo.ts'

const x = Number.NaN
const LEVELS = [0.1, 0.5, 0.9]

function predict(rows: readonly (readonly number[])[], row: number, codes?: readonly string[], count = 1) {
  const steps = rows[0]!.length
  const values = Float64Array.from(rows.flat())
  const neighbours = codes && neighboursOf(codes as Ubigeo[])
  const group: Group = { rows: rows.length, steps, cycle: 12, values, ...(neighbours && { neighbours }) }
  const out = new Float64Array(count * LEVELS.length)
  const means = new Float64Array(count)
  const history = historyAt(group, steps, new Float64Array(steps))
  nearbySeasons.predict(history, row, steps, count, LEVELS, out, means)
  return { quantiles: [...out], mean: means[0]! }
}

/** How much column t tells about column `to`, of a history of `origin` months. */
const telling = (t: number, to: number, origin: number): number => {
  const apart = Math.min((to - t) % 12, 12 - ((to - t) % 12))
  return (Math.exp((-apart * apart) / 2) + 0.15) * 0.5 ** ((origin - t) / 18)
}

/** Every value with its weight, the plain way. */
function plain(rows: readonly (readonly number[])[], row: number, circle: readonly number[]) {
  const origin = rows[0]!.length
  const cells = circle.flatMap((r) =>
    rows[r]!.flatMap((value, t) => (Number.isNaN(value) ? [] : [{ r, value, k: telling(t, origin, origin) }])),
  )
  const total = (of: typeof cells, f: (c: (typeof cells)[0]) => number) => of.reduce((sum, c) => sum + f(c), 0)
  const own = cells.filter((c) => c.r === row)
  const ownWeight = total(own, (c) => c.k)
  const share = ownWeight / (ownWeight + 3)
  const mean = total(cells, (c) => c.value) / cells.length
  const size = (r: number) => {
    const of = cells.filter((c) => c.r === r)
    return Math.sqrt((total(of, (c) => c.value) + 24 * mean) / (of.length + 24))
  }
  const all = total(cells, (c) => c.k)
  const weighted = cells
    .map((c) => ({
      value: c.value === 0 ? 0 : (c.value * size(row)) / size(c.r),
      weight: ((1 - share) * c.k) / all + (c.r === row ? (share * c.k) / ownWeight : 0),
    }))
    .sort((a, b) => a.value - b.value)
  const quantile = (level: number) => {
    let reached = 0
    for (const { value, weight } of weighted) if ((reached += weight) >= level - 1e-12) return value
    return weighted.at(-1)?.value ?? 0
  }
  return {
    quantiles: LEVELS.map(quantile),
    mean: weighted.reduce((sum, { value, weight }) => sum + value * weight, 0),
  }
}

const PROVINCE = ['150101', '150102', '150103', '150104', '150105']
const cell = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 50 }), fc.constant(x))

test('it is what counting every weighted value gives', () => {
  const table = fc
    .integer({ min: 2, max: 40 })
    .chain((months) =>
      fc.array(fc.array(cell, { minLength: months, maxLength: months }), { minLength: 5, maxLength: 5 }),
    )
  fc.assert(
    fc.property(table, (rows) => {
      const ours = predict(rows, 2, PROVINCE)
      const known = rows.flat().some((value) => !Number.isNaN(value))
      const expected = known ? plain(rows, 2, [0, 1, 2, 3, 4]) : { quantiles: [0, 0, 0], mean: 0 }
      expect(ours.mean).toBeCloseTo(expected.mean, 9)
      ours.quantiles.forEach((q, i) => expect(q).toBeCloseTo(expected.quantiles[i]!, 9))
    }),
    { numRuns: 300 },
  )
})

test('where nobody knows who lies near, a row has its own past alone', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 20, maxLength: 20 }), { minLength: 2, maxLength: 2 }), (rows) => {
      expect(predict(rows, 0)).toEqual(predict([rows[0]!], 0))
    }),
  )
})

test('the same month of last year counts more than that of the year before, and than a later one of another season; December more than last February', () => {
  const mean = (at: number) => predict([Array.from({ length: 24 }, (_, t) => (t === at ? 7 : 0))], 0).mean
  const all = Array.from({ length: 24 }, (_, t) => telling(t, 24, 24)).reduce((a, b) => a + b, 0)
  // January is next.
  expect(mean(12)).toBeCloseTo((7 * telling(12, 24, 24)) / all, 12)
  expect(mean(12)).toBeGreaterThan(mean(0))
  expect(mean(12)).toBeGreaterThan(mean(20))
  expect(mean(23)).toBeGreaterThan(mean(13))
})

test('a place that has seen nothing expects what its neighbours have seen, and one that has seen much keeps to itself', () => {
  const busy = Array.from({ length: 60 }, (_, t) => (t % 12 === 0 ? 40 : 4))
  const quiet = busy.map(() => 0)
  const young = busy.map(() => x)
  const rows = [busy, busy, busy, young, quiet]
  // Three of four known neighbours are busy: more than half of the weight.
  expect(predict(rows, 3, PROVINCE).quantiles[1]).toBeGreaterThan(0)
  expect(predict(rows, 4, PROVINCE).quantiles[1]).toBe(0)
  expect(predict(rows, 4, PROVINCE).mean).toBeGreaterThan(0)
})

test('neighbours are the places of the province, of the department where it has fewer than five, of the nation at last', () => {
  const codes = [...PROVINCE, '150201', '150202', '080101', '150000', '080000'] as Ubigeo[]
  const { of, circles } = neighboursOf(codes)
  const around = (row: number) => [...circles[of[row]!]!].map((r) => codes[r])
  expect(around(0)).toEqual(PROVINCE)
  expect(around(5)).toEqual([...PROVINCE, '150201', '150202'])
  expect(around(7)).toEqual([...PROVINCE, '150201', '150202', '080101'])
  expect(around(8)).toEqual(['150000', '080000'])
})

test('negative amounts (returns) keep their order below the zeros', () => {
  const row = [-6, 0, 5, 0, -6, 0, 5, 0]
  const { quantiles } = predict([row], 0)
  expect(quantiles[0]).toBeCloseTo(-6, 12)
  expect(quantiles[1]).toBe(0)
  expect(quantiles[2]).toBeCloseTo(5, 12)
})
