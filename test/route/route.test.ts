import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { grams, metres, millilitres } from '../../src/model/units.ts'
import { type RouteInput, route } from '../../src/route/route.ts'
import { demoCountry } from './demo-country.ts'
import { walk } from './naive-clock.ts'
import { aClosure, aDepot, aGrant, aPlace, aPoint, aProduct, aTruck, aWorld, hours } from './small-world.ts'
import { packsServed, violations } from './verified.ts'

const aPointOfAny = fc.record({
  steps: fc.integer({ min: 1, max: 200 }),
  north: fc.integer({ min: 0, max: 3 }),
  persons: fc.nat(5),
  opens: fc.option(fc.integer({ min: 6, max: 15 }), { nil: null }),
  open: fc.integer({ min: 0, max: 6 }),
  service: fc.integer({ min: 1, max: 9 }),
  river: fc.boolean(),
  cold: fc.boolean(),
})
const aTypeOfAny = fc.record({
  river: fc.boolean(),
  capacity: fc.integer({ min: 1, max: 30 }),
  litres: fc.integer({ min: 1, max: 60 }),
  stops: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  km: fc.option(fc.integer({ min: 100, max: 900 }), { nil: null }),
  start: fc.integer({ min: 5, max: 9 }),
  length: fc.integer({ min: 5, max: 12 }),
  cold: fc.boolean(),
  count: fc.integer({ min: 0, max: 2 }),
})

/** Two depots, three products of which one only large vehicles carry, closures, odd windows: all in whole minutes. */
const aWorldOfAny: fc.Arbitrary<RouteInput> = fc
  .record({
    points: fc.array(aPointOfAny, { maxLength: 9 }),
    types: fc.array(aTypeOfAny, { minLength: 1, maxLength: 3 }),
    grants: fc.array(fc.tuple(fc.constantFrom('food', 'tent', 'pump'), fc.constantFrom('L', 'M'), fc.nat(60)), {
      maxLength: 5,
    }),
    closures: fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 30 }), fc.nat(12)), { maxLength: 3 }),
    docks: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ points, types, grants, closures, docks }) => {
    const at = points.map((p, i) =>
      aPoint(`p${i}`, p.steps, {
        lat: p.north / 100,
        persons: p.persons,
        opens: p.opens === null ? null : hours(p.opens),
        closes: p.opens === null ? null : hours(p.opens + p.open),
        serviceS: hours(p.service / 2),
        access: p.river ? ['road:main', 'river:amazon'] : null,
        kind: p.cold ? 'cold' : null,
      }),
    )
    return aWorld({
      places: [aPlace({ access: ['road:main', 'river:amazon'] }), aPlace({ ubigeo: ubigeo('010102'), lon: 0.5 })],
      depots: [aDepot({ docks }), aDepot({ id: 'E', lon: 1, opens: hours(6), closes: hours(12) })],
      products: [
        aProduct(),
        aProduct({ id: 'tent', volumeMl: millilitres(5000) }),
        aProduct({ id: 'pump', massG: grams(12_000) }),
      ],
      points: at,
      grants: grants.flatMap(([product, lot, count], i) => [
        aGrant(count, { product, lot, depot: i % 2 === 0 ? 'D' : 'E' }),
        aGrant(3, { product, lot, ubigeo: ubigeo('010102') }),
      ]),
      distances: closures.flatMap(([to, first, days]) => {
        const point = at[to]
        const steps = Math.round(((point?.lon ?? 0) + (point?.lat ?? 0)) * 100)
        return point ? [aClosure('D', point.id, steps, first, Math.min(30, first + days))] : []
      }),
      vehicleTypes: types.map((t, i) =>
        aTruck({
          id: `v${i}`,
          mode: t.river ? 'river' : 'road',
          capacityG: grams(t.capacity * 1000),
          capacityMl: millilitres(t.litres * 1000),
          maxStops: t.stops,
          maxMetres: t.km === null ? null : metres(t.km * 1000),
          shiftStart: hours(t.start),
          shiftEnd: hours(t.start + t.length),
          skills: t.cold ? ['cold'] : [],
        }),
      ),
      fleet: types.flatMap((t, i) => ['D', 'E'].map((depot) => ({ depot, vehicleType: `v${i}`, count: t.count }))),
    })
  })

test('whatever the world: each pack is in one tour or unserved once, and every tour can be driven', () => {
  fc.assert(
    fc.property(aWorldOfAny, (input) => {
      const plan = route(input)
      // The checker compares packs with grants lot by lot, and loads, limits, docks, times, closures and sums with the input.
      expect(violations(input, plan)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('whatever the world: a clock that walks minute by minute finds the same times', () => {
  fc.assert(
    fc.property(aWorldOfAny, (input) => {
      for (const tour of route(input).tours) {
        if (tour.stops.some((stop) => !input.points.some((p) => p.id === stop.at))) continue
        const walked = walk(input, { ...tour, stops: tour.stops.map((stop) => stop.at) })
        expect(walked).toEqual({ begins: tour.stops.map((stop) => stop.begin), back: tour.back })
      }
    }),
    { numRuns: 60 },
  )
})

test('whatever the world: rows in another order give the same bytes', () => {
  fc.assert(
    fc.property(aWorldOfAny, (input) => {
      const turned: RouteInput = {
        ...input,
        grants: input.grants.toReversed(),
        products: input.products.toReversed(),
        depots: input.depots.toReversed(),
        vehicleTypes: input.vehicleTypes.toReversed(),
        fleet: input.fleet.toReversed(),
        points: input.points.toReversed(),
        places: input.places.toReversed(),
      }
      expect(JSON.stringify(route(turned))).toBe(JSON.stringify(route(input)))
    }),
    { numRuns: 60 },
  )
})

test('the demo country: tours that hold, the same when rows are turned around, progress by depot', () => {
  const input = demoCountry(200)
  const seen: number[] = []
  const plan = route({ ...input, onProgress: (done, total) => void seen.push(done, total) })
  expect(violations(input, plan)).toEqual([])
  expect(seen.slice(-2)).toEqual([seen.at(-1), seen.at(-1)])
  const turned = route({ ...input, grants: input.grants.toReversed(), points: input.points.toReversed() })
  expect(JSON.stringify(turned)).toBe(JSON.stringify(plan))
  // What stays has a reason that no search could mend: no network, no skill, a boat or mule train that may not go so far.
  expect([...new Set(plan.unserved.map((u) => u.reason))].sort()).toEqual(['no-skill', 'not-reached', 'too-far'])
})

test('cancelled in the middle, every depot is still planned and the plan holds', () => {
  const input = demoCountry(200)
  const plan = route({ ...input, cancelled: () => true })
  expect(violations(input, plan)).toEqual([])
  expect(packsServed(plan)).toBe(packsServed(route(input)))
})
