import { expect, test } from 'vitest'
import { grams, metres, millilitres } from '../../src/model/units.ts'
import type { RouteInput } from '../../src/route/route.ts'
import { aClosure, aDepot, aGrant, aPoint, aProduct, aTruck, aWorld, hours } from './small-world.ts'
import { verifiedRoute } from './verified.ts'

const reasons = (some: Partial<RouteInput>) => {
  const { tours, unserved } = verifiedRoute(aWorld(some))
  return { served: tours.length, why: unserved.map((u) => [u.at, u.load.product, u.load.packs, u.reason]) }
}
const points = [aPoint('a', 30)]
const unserved = (reason: string, count = 1) => ({ served: 0, why: [['a', 'food', count, reason]] })

test('nothing to bring is an empty plan', () => {
  expect(verifiedRoute(aWorld({ grants: [] }))).toEqual({ tours: [], unserved: [], legs: [] })
  expect(
    verifiedRoute(
      aWorld({ grants: [], depots: [], vehicleTypes: [], fleet: [], points: [], places: [], products: [] }),
    ),
  ).toEqual({ tours: [], unserved: [], legs: [] })
})

test('no vehicle at the depot', () => {
  expect(reasons({ points, fleet: [] })).toEqual(unserved('no-vehicle'))
  expect(reasons({ points, fleet: [{ depot: 'D', vehicleType: 'truck', count: 0 }] })).toEqual(unserved('no-vehicle'))
})

test('a pack too heavy or too large for any vehicle stays, the other product goes', () => {
  const grants = [aGrant(1), aGrant(1, { product: 'tent' })]
  for (const tent of [{ massG: grams(10_001) }, { volumeMl: millilitres(1_000_001) }]) {
    const products = [aProduct(), aProduct({ id: 'tent', ...tent })]
    expect(reasons({ points, grants, products })).toEqual({ served: 1, why: [['a', 'tent', 1, 'too-heavy']] })
  }
})

test('no shared network', () => {
  expect(reasons({ points: [aPoint('a', 30, { access: ['river:amazon'] })] })).toEqual(unserved('not-reached'))
})

test('a place that no table holds is not reached', () => {
  const { unserved: left } = verifiedRoute(aWorld({ places: [] }))
  expect(left.map((u) => u.reason)).toEqual(['not-reached'])
})

test('no vehicle with the skill among those that reach it', () => {
  expect(reasons({ points: [aPoint('a', 30, { kind: 'cold' })] })).toEqual(unserved('no-skill'))
  expect(
    reasons({ points: [aPoint('a', 30, { kind: 'cold' })], vehicleTypes: [aTruck({ skills: ['cold'] })] }),
  ).toEqual({
    served: 1,
    why: [],
  })
})

test('a window, a hand-over or a loading that fits no shift', () => {
  const at = (some: Parameters<typeof aPoint>[2]) => reasons({ points: [aPoint('a', 30, some)] })
  expect(at({ opens: hours(5), closes: hours(7.5) })).toEqual(unserved('window'))
  expect(at({ opens: hours(15.75), closes: hours(18) })).toEqual(unserved('window'))
  expect(at({ serviceS: hours(8.5) })).toEqual(unserved('window'))
  expect(at({ opens: hours(7), closes: hours(8) })).toEqual({ served: 1, why: [] })
  expect(at({ serviceS: hours(8) })).toEqual({ served: 1, why: [] })
  expect(reasons({ points, depots: [aDepot({ closes: hours(8.25) })] })).toEqual(unserved('window'))
  expect(reasons({ points, depots: [aDepot({ docks: 0 })] })).toEqual(unserved('window'))
  expect(reasons({ points, vehicleTypes: [aTruck({ shiftEnd: hours(8) })] })).toEqual(unserved('window'))
})

test('there and back is longer than the vehicle may go', () => {
  // 30 steps there and back are 120 km.
  expect(reasons({ points, vehicleTypes: [aTruck({ maxMetres: metres(119_999) })] })).toEqual(unserved('too-far'))
  expect(reasons({ points, vehicleTypes: [aTruck({ maxMetres: metres(120_000) })] })).toEqual({ served: 1, why: [] })
  expect(reasons({ points, vehicleTypes: [aTruck({ maxStops: 0 })] })).toEqual(unserved('too-far'))
})

test('a way that is closed on every day a vehicle could set out', () => {
  expect(reasons({ points, distances: [aClosure('D', 'a', 30, 1, 30)] })).toEqual(unserved('closed'))
  expect(reasons({ points, distances: [aClosure('D', 'a', 30, 1, 29)] })).toEqual({ served: 1, why: [] })
})

test('all vehicles are busy until the month ends', () => {
  // 24 working days, one round of 8 h a day: 1 load of ten packs each; the last 10 of 250 stay.
  const world = { grants: [aGrant(250)], points: [aPoint('a', 105)] }
  const { tours, unserved: left } = verifiedRoute(aWorld(world))
  expect([tours.length, left.map((u) => [u.load.packs, u.reason])]).toEqual([24, [[10, 'no-time']]])
})

test('the pack fits a lorry that does not get there and not the boat that does', () => {
  const boat = aTruck({ id: 'boat', mode: 'river', capacityG: grams(500) })
  expect(
    reasons({
      points: [aPoint('a', 30, { access: ['river:amazon'] })],
      places: aWorld({}).places.map((p) => ({ ...p, access: ['road:main', 'river:amazon'] })),
      vehicleTypes: [aTruck(), boat],
      fleet: ['truck', 'boat'].map((vehicleType) => ({ depot: 'D', vehicleType, count: 1 })),
    }),
  ).toEqual(unserved('too-heavy'))
})

test('when the large vehicle has no time left, smaller ones take its loads in parts', () => {
  // 26 orders that fill the lorry, one a day on 24 working days; the last two go by cart, two packs at a time.
  const world = {
    grants: [aGrant(260)],
    points: Array.from({ length: 26 }, (_, i) => aPoint(`p${i + 10}`, 105)),
    vehicleTypes: [aTruck(), aTruck({ id: 'cart', capacityG: grams(2000) })],
    fleet: ['truck', 'cart'].map((vehicleType) => ({ depot: 'D', vehicleType, count: 1 })),
  }
  const { tours, unserved: left } = verifiedRoute(aWorld(world))
  const by = (type: string): number => tours.filter((t) => t.vehicleType === type).length
  expect([by('truck'), by('cart'), left]).toEqual([24, 10, []])
})
