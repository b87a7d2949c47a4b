import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths } from '../../src/model/month.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { type Order, orders } from '../../src/route/orders.ts'
import { APRIL, aGrant, aPlace, aPoint, DISTRICT } from './small-world.ts'

const places = [aPlace(), aPlace({ ubigeo: ubigeo('010100'), level: 'province', altitudeM: 2000 })]
const shares = (all: readonly Order[]) => all.map((o) => [o.node.id, o.loads.map((l) => l.packs)])

test('packs of each lot are split over the points by persons, largest remainder first', () => {
  // 7 packs over 50, 30, 20 persons: 3.5, 2.1, 1.4 → 4, 2, 1. 2 packs: 1.0, 0.6, 0.4 → 1, 1, 0.
  const points = [aPoint('a', 1, { persons: 50 }), aPoint('b', 2, { persons: 30 }), aPoint('c', 3, { persons: 20 })]
  const grants = [aGrant(7, { lot: 'L1' }), aGrant(2, { lot: 'L2' })]
  expect(shares(orders(grants, APRIL, points, places))).toEqual([
    ['a', [4, 1]],
    ['b', [2, 1]],
    ['c', [1]],
  ])
})

test('points that count no persons share alike', () => {
  const points = [aPoint('a', 1, { persons: 0 }), aPoint('b', 2, { persons: 0 })]
  expect(shares(orders([aGrant(3)], APRIL, points, places))).toEqual([
    ['a', [2]],
    ['b', [1]],
  ])
})

test('a province counts the points of its districts, a district only its own', () => {
  const points = [
    aPoint('a', 1),
    aPoint('b', 2, { ubigeo: ubigeo('010102') }),
    aPoint('c', 3, { ubigeo: ubigeo('010201') }),
  ]
  expect(shares(orders([aGrant(4, { ubigeo: ubigeo('010100') })], APRIL, points, places))).toEqual([
    ['a', [2]],
    ['b', [2]],
  ])
  expect(shares(orders([aGrant(4)], APRIL, points, places))).toEqual([['a', [4]]])
})

test('without a point the packs go to the capital of the place, or of the province it borrows', () => {
  const [order] = orders([aGrant(4, { ubigeo: ubigeo('010105') })], APRIL, [], places)
  expect(order).toMatchObject({
    depot: 'D',
    ubigeo: '010105',
    node: { id: '010105', altitudeM: 2000, access: ['road:main'] },
    opens: null,
    closes: null,
    serviceS: 1800,
    kind: null,
  })
})

test('reserves and other months stay in the depot', () => {
  const grants = [aGrant(4, { ubigeo: ubigeo('010000') }), aGrant(4, { period: addMonths(APRIL, 1) })]
  expect(orders(grants, APRIL, [], places)).toEqual([])
})

test('access is the point’s own, altitude and region those of its place', () => {
  const points = [aPoint('a', 1, { access: ['river:amazon'] })]
  expect(orders([aGrant(1)], APRIL, points, places)[0]!.node).toMatchObject({
    access: ['river:amazon'],
    altitudeM: 0,
    region: 'coast',
    ubigeo: DISTRICT,
  })
})

test('no pack is lost or made, and rows in another order are the same orders', () => {
  const grant = fc.record({
    ubigeo: fc.constantFrom('010101', '010102', '010100'),
    lot: fc.constantFrom('L1', 'L2'),
    packs: fc.nat(50),
    depot: fc.constantFrom('D', 'E'),
  })
  const persons = fc.array(fc.nat(9), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 8 }), persons, (rows, people) => {
      const grants = rows.map((g) => aGrant(g.packs, { ubigeo: ubigeo(g.ubigeo), lot: g.lot, depot: g.depot }))
      const points = people.map((n, i) =>
        aPoint(`p${i}`, i, { persons: n, ubigeo: ubigeo(i % 2 === 0 ? '010101' : '010102') }),
      )
      const all = orders(grants, APRIL, points, places)
      const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
      expect(sum(all.flatMap((o) => o.loads.map((l) => l.packs)))).toBe(sum(rows.map((g) => g.packs)))
      expect(all.flatMap((o) => o.loads).every((l) => l.packs > 0)).toBe(true)
      expect(orders(grants.toReversed(), APRIL, points.toReversed(), places.toReversed())).toEqual(all)
    }),
  )
})
