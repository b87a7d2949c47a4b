import { expect, test } from 'vitest'
import type { Distance } from '../../src/model/distance.ts'
import { type Node, straightLineTravel } from '../../src/model/travel.ts'
import { centimos, grams, metresOfKm, millilitres, seconds, secondsOfMinutes } from '../../src/model/units.ts'
import type { VehicleType } from '../../src/model/vehicle.ts'

const lorry: VehicleType = {
  id: 'lorry',
  name: 'lorry',
  mode: 'road',
  capacityG: grams(1),
  capacityMl: millilitres(1),
  speedFlat: 50,
  speedHill: 30,
  costPerKm: centimos(1),
  costPerHour: centimos(1),
  fixedCost: centimos(0),
  shiftStart: seconds(0),
  shiftEnd: seconds(86_400),
  maxMetres: null,
  maxStops: null,
  skills: [],
}
const node = (id: string, ubigeo: string, lat: number): Node => ({
  id,
  ubigeo,
  lat,
  lon: -79,
  altitudeM: 0,
  region: 'coast',
  access: ['road:main'],
})
const depot = node('D', '200100', -5)
const row: Distance = {
  from: 'D',
  to: '200200',
  mode: 'road',
  metres: metresOfKm(114),
  seconds: secondsOfMinutes(200),
  closedFrom: null,
  closedUntil: null,
}
const travel = straightLineTravel([row])

test('a measured way to a place holds for every node of it that lies no further than the way is long', () => {
  // One degree of latitude is 111.2 km.
  for (const lat of [-5.5, -6]) {
    const leg = travel(depot, node('P', '200200', lat), lorry)
    expect(leg).toMatchObject({ metres: 114_000, seconds: 12_000, source: 'distance-table' })
  }
})

test('to a node that lies further away it goes on at the same speed', () => {
  // Two degrees: 222,390 m of a sphere with radius 6,371,008.8 m, 114 km in 12,000 s: 23,409.5 s.
  const leg = travel(depot, node('P', '200200', -7), lorry)
  expect(leg).toMatchObject({ metres: 222_391, seconds: 23_410, source: 'distance-table' })
})
