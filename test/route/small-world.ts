import type { Grant } from '../../src/model/allocation.ts'
import { dayOf, type Instant, instant, startOfDay } from '../../src/model/day.ts'
import type { Depot } from '../../src/model/depot.ts'
import type { Distance } from '../../src/model/distance.ts'
import { monthOf } from '../../src/model/month.ts'
import type { Place } from '../../src/model/place.ts'
import type { Point } from '../../src/model/point.ts'
import type { Product } from '../../src/model/product.ts'
import { type Travel, measuredWays } from '../../src/model/travel.ts'
import { connected } from '../../src/model/access.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { centimos, grams, metres, millilitres, packs, seconds } from '../../src/model/units.ts'
import type { VehicleType } from '../../src/model/vehicle.ts'
import type { RouteInput } from '../../src/route/route.ts'

/**
 * A country and a month to calculate by hand: one step is 0.01° of longitude or latitude, one after the other, 2 km and 120 s for every vehicle.
 * April 2026: Wednesday 1, Holy Thursday 2, Good Friday 3, Saturday 4, Sunday 5, Monday 6.
 */
export const APRIL = monthOf(2026, 4)
export const hours = (h: number) => seconds(h * 3600)
/** A moment of April 2026. */
export const april = (day: number, h: number, m = 0): Instant =>
  instant(startOfDay(dayOf(2026, 4, day)) + h * 3600 + m * 60)
export const DISTRICT = ubigeo('010101')

export const aPlace = (some: Partial<Place> = {}): Place => ({
  ubigeo: DISTRICT,
  reniec: null,
  name: 'Uno',
  province: 'Uno',
  department: 'Uno',
  level: 'district',
  lat: 0,
  lon: 0,
  altitudeM: 0,
  population: 1000,
  poverty: null,
  vulnerability: null,
  region: 'coast',
  access: ['road:main'],
  source: 'test',
  ...some,
})

/** Open 7:00–17:00, one dock, half an hour to load. */
export const aDepot = (some: Partial<Depot> = {}): Depot => ({
  id: 'D',
  name: 'D',
  level: 'regional',
  ubigeo: DISTRICT,
  lat: 0,
  lon: 0,
  opens: hours(7),
  closes: hours(17),
  docks: 1,
  loadS: hours(0.5),
  parent: null,
  capacityG: null,
  capacityMl: null,
  ...some,
})

/** Shift 8:00–16:00, ten packs by mass, S/ 10 a tour, S/ 1 a km, S/ 10 an hour. */
export const aTruck = (some: Partial<VehicleType> = {}): VehicleType => ({
  id: 'truck',
  name: 'truck',
  mode: 'road',
  capacityG: grams(10_000),
  capacityMl: millilitres(1_000_000),
  speedFlat: 60,
  speedHill: 60,
  costPerKm: centimos(100),
  costPerHour: centimos(1000),
  fixedCost: centimos(1000),
  shiftStart: hours(8),
  shiftEnd: hours(16),
  maxMetres: null,
  maxStops: null,
  skills: [],
  ...some,
})

/** So many steps east of the depot; half an hour to hand over, no window. */
export const aPoint = (id: string, steps: number, some: Partial<Point> = {}): Point => ({
  id,
  name: id,
  ubigeo: DISTRICT,
  lat: 0,
  lon: steps / 100,
  persons: 1,
  opens: null,
  closes: null,
  serviceS: hours(0.5),
  access: null,
  kind: null,
  ...some,
})

/** A pack of one kilogram and one litre. */
export const aProduct = (some: Partial<Product> = {}): Product => ({
  id: 'food',
  name: 'food',
  unit: 'kit',
  pack: 1,
  massG: grams(1000),
  volumeMl: millilitres(1000),
  shelfLifeDays: null,
  persons: 5,
  days: 10,
  criticalPacks: packs(0),
  earmark: null,
  ...some,
})

export const aGrant = (count: number, some: Partial<Grant> = {}): Grant => ({
  ubigeo: DISTRICT,
  product: 'food',
  period: APRIL,
  depot: 'D',
  lot: 'L',
  packs: packs(count),
  ...some,
})

/** Closed from one day of April until another, both included. */
export const aClosure = (from: string, to: string, steps: number, first: number, last: number): Distance => ({
  from,
  to,
  mode: 'road',
  metres: metres(steps * 2000),
  seconds: seconds(steps * 120),
  closedFrom: dayOf(2026, 4, first),
  closedUntil: dayOf(2026, 4, last),
})

function stepTravel(distances: readonly Distance[]): Travel {
  const measured = measuredWays(distances)
  return (from, to, by) => {
    const ends = { from: from.id, to: to.id, mode: by.mode, vehicleType: by.id }
    const known = measured(from, to, by.mode)?.at(-1)
    if (known) return { ...ends, metres: known.metres, seconds: known.seconds, source: 'distance-table' }
    if (!connected(by.mode, from.access, to.access)) return undefined
    const steps = Math.round((Math.abs(from.lon - to.lon) + Math.abs(from.lat - to.lat)) * 100)
    return { ...ends, metres: metres(steps * 2000), seconds: seconds(steps * 120), source: 'straight-line' }
  }
}

/** One truck at one depot, unless told otherwise. */
export function aWorld(some: Partial<RouteInput>): RouteInput {
  const distances = some.distances ?? []
  return {
    grants: [aGrant(1)],
    month: APRIL,
    products: [aProduct()],
    depots: [aDepot()],
    vehicleTypes: [aTruck()],
    fleet: [{ depot: 'D', vehicleType: 'truck', count: 1 }],
    points: [],
    places: [aPlace()],
    distances,
    travel: stepTravel(distances),
    ...some,
  }
}
