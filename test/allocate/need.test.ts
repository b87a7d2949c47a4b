import { expect, test } from 'vitest'
import { expectedShare, needs } from '../../src/allocate/need.ts'
import type { Grant } from '../../src/model/allocation.ts'
import { DRAWS, type Forecast, LEVELS } from '../../src/model/forecast.ts'
import { month } from '../../src/model/month.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { packs } from '../../src/model/units.ts'
import { DECEMBER, JANUARY, product } from './country.ts'

/** A forecast of food whose draws are told by place, month of the window and world. */
function forecast(months: number, draws: Readonly<Record<string, (month: number, world: number) => number>>): Forecast {
  const codes = Object.keys(draws)
  const flat = codes.flatMap((code) =>
    Array.from({ length: months }, (_, m) => Float64Array.from({ length: DRAWS }, (__, w) => draws[code]!(m, w))),
  )
  return {
    series: codes.map((code) => ({ ubigeo: ubigeo(code), product: 'food' })),
    periods: Array.from({ length: months }, (_, m) => month(DECEMBER + m)),
    draws: Float64Array.from(flat.flatMap((worlds) => [...worlds])),
    mean: Float64Array.from(flat, (worlds) => worlds.reduce((a, b) => a + b, 0) / DRAWS),
    quantiles: new Float64Array(codes.length * months * LEVELS.length),
  }
}

const at = (coverage: number | 'mean') => ({ coverage })

test('The number to cover is the quantile of type 7, in packs to the nearest', () => {
  // Worlds 0 … 399: (400 − 1) × 0.8 = 319.2, between 319 and 320. 319.2 ÷ 10 = 31.92 → 32 packs.
  const found = needs({
    forecast: forecast(1, { '010101': (_, w) => w }),
    products: [product({ pack: 10 })],
    settings: at(0.8),
  })
  expect(found).toEqual([
    { ubigeo: '010101', product: 'food', period: DECEMBER, quantity: expect.closeTo(319.2, 9), packs: 32 },
  ])
})

test('Half a pack is rounded up', () => {
  const found = needs({
    forecast: forecast(1, { '010101': () => 25 }),
    products: [product({ pack: 10 })],
    settings: at(0.8),
  })
  expect(found.map((n) => n.packs)).toEqual([3])
})

test('The quantile is that of the total of the window, not the sum of the quantiles of its months', () => {
  // Each month 100 in 15 % of the worlds, never both: the total is 100 in 30 % of the worlds, so its 80 % quantile is 100.
  const apart = forecast(2, { '010101': (m, w) => (Math.floor(w / 60) === m ? 100 : 0) })
  const found = needs({ forecast: apart, products: [product()], settings: at(0.8) })
  expect(found.map((n) => [n.period, n.quantity, n.packs])).toEqual([
    [DECEMBER, 50, 50],
    [JANUARY, 50, 50],
  ])
})

test('Packs of the window go to its months by largest remainder of the means, the first month winning ties', () => {
  // 100 units are 10 packs; means 75 and 25: 7.5 and 2.5 packs → 8 and 2.
  const found = needs({
    forecast: forecast(2, { '010101': (m) => (m === 0 ? 75 : 25) }),
    products: [product({ pack: 10 })],
    settings: at('mean'),
  })
  expect(found.map((n) => [n.quantity, n.packs])).toEqual([
    [75, 8],
    [25, 2],
  ])
})

test('Months without need are left out, months with less than a pack are kept', () => {
  // 6 units in December, none in January; 4 units are 0.4 of a pack: no pack, but a quantity.
  const found = needs({
    forecast: forecast(2, { '010101': (m) => (m === 0 ? 6 : 0), '020101': (m) => (m === 1 ? 4 : 0) }),
    products: [product({ pack: 10 })],
    settings: at('mean'),
  })
  expect(found.map((n) => [n.ubigeo, n.period, n.quantity, n.packs])).toEqual([
    ['010101', DECEMBER, 6, 1],
    ['020101', JANUARY, 4, 0],
  ])
})

test('Where no place alone is likely to be hit, the region keeps what the region needs', () => {
  // A and B need 100 in 15 % of the worlds each, never together: their quantiles are 0, the region's is 100 (30 % of the worlds).
  const found = needs({
    forecast: forecast(1, {
      '010101': (_, w) => (w < 60 ? 100 : 0),
      '010201': (_, w) => (w >= 60 && w < 120 ? 100 : 0),
    }),
    products: [product()],
    settings: at(0.8),
  })
  expect(found.map((n) => [n.ubigeo, n.packs])).toEqual([['010000', 100]])
})

test('The reserve is what the region needs beyond the numbers of its places', () => {
  // A needs 30 always; B needs 100 in 15 %, C in another 15 % of the worlds. Region: 130 in 30 % of the worlds → 130 − 30 = 100.
  const found = needs({
    forecast: forecast(1, {
      '010101': () => 30,
      '010201': (_, w) => (w < 60 ? 100 : 0),
      '010301': (_, w) => (w >= 60 && w < 120 ? 100 : 0),
    }),
    products: [product()],
    settings: at(0.8),
  })
  expect(found.map((n) => [n.ubigeo, n.packs])).toEqual([
    ['010000', 100],
    ['010101', 30],
  ])
})

test('Places that are hit together, and the mean, need no reserve: the numbers add up', () => {
  const together = forecast(1, { '010101': (_, w) => w * 0.1, '010201': (_, w) => w * 0.7 })
  for (const coverage of [0.8, 'mean'] as const) {
    const found = needs({ forecast: together, products: [product()], settings: at(coverage) })
    expect(found.map((n) => n.ubigeo)).toEqual(['010101', '010201'])
  }
})

test('A forecast of whole departments gives each department one need', () => {
  const found = needs({ forecast: forecast(1, { '010000': () => 7 }), products: [product()], settings: at(0.8) })
  expect(found.map((n) => [n.ubigeo, n.packs])).toEqual([['010000', 7]])
})

const grant = (code: string, count: number): Grant => ({
  ubigeo: ubigeo(code),
  product: 'food',
  period: DECEMBER,
  depot: 'A',
  lot: 'L1',
  packs: packs(count),
})

test('The expected share counts what each world can use, and the reserve where that world is short', () => {
  // Even worlds: A needs 100, B nothing; odd worlds the reverse. A has 5 packs of 10, the region 2 in reserve.
  // Even: 50 + 20 of 100. Odd: 0 + 20 of 100. Share: (70 + 20) ÷ 200 = 0.45.
  const worlds = forecast(1, {
    '010101': (_, w) => (w % 2 === 0 ? 100 : 0),
    '010201': (_, w) => (w % 2 === 1 ? 100 : 0),
  })
  const planned = needs({ forecast: worlds, products: [product({ pack: 10 })], settings: at('mean') })
  const found = expectedShare(worlds, [product({ pack: 10 })], planned, [grant('010101', 5), grant('010000', 2)])
  // Means 50 and 50: 5 packs each.
  expect(found).toEqual([{ product: 'food', need: 10, granted: 7, expectedShare: expect.closeTo(0.45, 12) }])
})

test('A reserve does not leave its department', () => {
  const found = expectedShare(forecast(1, { '010101': () => 10 }), [product()], [], [grant('020000', 10)])
  expect(found.map((c) => c.expectedShare)).toEqual([0])
})

test('Without need everything is covered', () => {
  expect(expectedShare(forecast(1, { '010101': () => 0 }), [product()], [], [])).toEqual([
    { product: 'food', need: 0, granted: 0, expectedShare: 1 },
  ])
})
