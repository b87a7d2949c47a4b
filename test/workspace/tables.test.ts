import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day, instant } from '../../src/model/day.ts'
import { ALLOCATIONS, allocationOf, allocationRows } from '../../src/workspace/tables/allocations.ts'
import { NEEDS } from '../../src/workspace/tables/forecasts.ts'
import { PLACES } from '../../src/workspace/tables/places.ts'
import { DEPOTS, LOTS, PRODUCTS } from '../../src/workspace/tables/supply.ts'
import { readTable, type Table, writeTable } from '../../src/workspace/tables/table.ts'
import { routePlanOf, ROUTES, routeRows, TOURS, UNSERVED, WAYS } from '../../src/workspace/tables/tours.ts'
import { DISTANCES, DRIVEN_LEGS, FLEET, POINTS, VEHICLE_TYPES } from '../../src/workspace/tables/transport.ts'
import { grams, metres, seconds } from '../../src/model/units.ts'
import { goodPlan } from '../check/plan.ts'
import { scratch } from '../cli/chasqui.ts'

async function roundTrip<T>(table: Table<T>, nouns: readonly T[]): Promise<readonly T[]> {
  const path = `${scratch()}/${table.name}.parquet`
  await writeTable(path, table, nouns)
  return readTable(path, table)
}

test('every table of a plan is read as it was written', async () => {
  const p = goodPlan
  expect(await roundTrip(PLACES, p.places)).toEqual(p.places)
  expect(await roundTrip(PRODUCTS, p.products)).toEqual(p.products)
  expect(await roundTrip(DEPOTS, p.depots)).toEqual(p.depots)
  expect(await roundTrip(LOTS, p.lots)).toEqual(p.lots)
  expect(await roundTrip(VEHICLE_TYPES, p.vehicleTypes)).toEqual(p.vehicleTypes)
  expect(await roundTrip(FLEET, p.fleet)).toEqual(p.fleet)
  expect(await roundTrip(POINTS, p.points)).toEqual(p.points)
  expect(await roundTrip(DISTANCES, p.distances)).toEqual(p.distances)
  expect(await roundTrip(NEEDS, p.needs)).toEqual(p.needs)
})

test('allocation and routes are rebuilt from their tables', async () => {
  const { allocation, routes } = goodPlan
  const rows = await roundTrip(ALLOCATIONS, allocationRows(allocation))
  expect(allocationOf(allocation.rule, rows, [allocation])).toEqual(allocation)
  const tours = await roundTrip(TOURS, routes.tours)
  const stops = await roundTrip(ROUTES, routeRows(routes))
  const rebuilt = routePlanOf(
    tours,
    stops,
    await roundTrip(UNSERVED, routes.unserved),
    await roundTrip(WAYS, routes.legs),
  )
  expect(rebuilt).toEqual(routes)
})

test('grams, metres and seconds survive the kilograms, kilometres and minutes of the files', async () => {
  const leg = fc.record({
    departedAt: fc.integer({ min: 0, max: 2 ** 31 }).map(instant),
    from: fc.string(),
    to: fc.string(),
    mode: fc.constantFrom('road' as const, 'river' as const),
    vehicleType: fc.string(),
    metres: fc.nat(9_999_999).map(metres),
    climbM: fc.double({ noNaN: true, noDefaultInfinity: true }),
    surface: fc.string(),
    loadG: fc.nat(99_999_999).map(grams),
    seconds: fc.nat(9_999_999).map(seconds),
    cost: fc.constant(null),
    result: fc.option(fc.string()),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(leg, { maxLength: 30 }), async (legs) => {
      expect(await roundTrip(DRIVEN_LEGS, legs)).toEqual(legs)
    }),
    { numRuns: 20 },
  )
})

test('lots of any day, text with quotes and accents, and nothing at all come back', async () => {
  const lot = fc.record({
    depot: fc.string(),
    product: fc.string({ unit: 'grapheme' }),
    lot: fc.string(),
    packs: fc.nat(1e9).map((n) => n as never),
    expires: fc.option(fc.integer({ min: -100_000, max: 100_000 }).map((n): Day => day(n))),
    arrives: fc.constant(null),
    earmark: fc.option(fc.string()),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(lot, { maxLength: 30 }), async (lots) => {
      expect(await roundTrip(LOTS, lots)).toEqual(lots)
    }),
    { numRuns: 20 },
  )
})
