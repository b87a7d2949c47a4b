import { expect, test } from 'vitest'
import { formatInstant } from '../../src/model/day.ts'
import type { Tour } from '../../src/model/tour.ts'
import { grams } from '../../src/model/units.ts'
import { aClosure, aDepot, aGrant, aPoint, april, aTruck, aWorld, DISTRICT, hours } from './small-world.ts'
import { verifiedRoute } from './verified.ts'

/** Loading, and of each stop arrival, begin and end, and back, as `04-01T08:00`. */
const moments = (tour: Tour | undefined): readonly string[] =>
  [tour!.load, ...tour!.stops.flatMap((s) => [s.arrive, s.begin, s.depart]), tour!.back].map((t) =>
    formatInstant(t).slice(5, 16),
  )

test('a vehicle rests on the way through the night and two holidays, then drives on', () => {
  // 150 steps = 5 h. Leaves 8:30, there 13:30, done 14:00; two hours to 16:00, three more on Saturday: Thursday and Friday are holy.
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 150)] }))
  expect(tours.map(moments)).toEqual([['04-01T08:00', '04-01T13:30', '04-01T13:30', '04-01T14:00', '04-04T11:00']])
  // 600 km × S/ 1 + (10 h + ½ h + ½ h) × S/ 10 + S/ 10 = S/ 720.
  expect(tours[0]).toMatchObject({ id: 'T0001', metres: 600_000, seconds: 37_800, cost: 72_000 })
})

test('a hand-over that does not fit into the rest of the shift begins with the next', () => {
  // There 13:30, three hours would end at 16:30: Saturday 8:00–11:00, five hours home end exactly with the shift.
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 150, { serviceS: hours(3) })] }))
  expect(moments(tours[0])).toEqual(['04-01T08:00', '04-01T13:30', '04-04T08:00', '04-04T11:00', '04-04T16:00'])
})

test('who comes before the window waits, who comes after it waits for the next day', () => {
  const early = verifiedRoute(aWorld({ points: [aPoint('a', 30, { opens: hours(11), closes: hours(12) })] }))
  expect(moments(early.tours[0])).toEqual(['04-01T08:00', '04-01T09:30', '04-01T11:00', '04-01T11:30', '04-01T12:30'])
  const late = verifiedRoute(aWorld({ points: [aPoint('a', 30, { opens: hours(9), closes: hours(9.25) })] }))
  expect(moments(late.tours[0])).toEqual(['04-01T08:00', '04-01T09:30', '04-04T09:00', '04-04T09:30', '04-04T10:30'])
})

test('a hand-over may end after the window and begin at its last second', () => {
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 30, { opens: hours(9), closes: hours(9.5) })] }))
  expect(moments(tours[0])).toEqual(['04-01T08:00', '04-01T09:30', '04-01T09:30', '04-01T10:00', '04-01T11:00'])
})

test('one dock loads one vehicle at a time', () => {
  // Two full loads of ten packs: 8:00 and, when the dock is free, 8:30.
  const world = {
    grants: [aGrant(20)],
    points: [aPoint('a', 60), aPoint('b', 60)],
    fleet: [{ depot: 'D', vehicleType: 'truck', count: 2 }],
  }
  const one = verifiedRoute(aWorld(world))
  expect(one.tours.map((t) => [t.vehicle, t.load])).toEqual([
    [1, april(1, 8)],
    [2, april(1, 8, 30)],
  ])
  const two = verifiedRoute(aWorld({ ...world, depots: [aDepot({ docks: 2 })] }))
  expect(two.tours.map((t) => t.load)).toEqual([april(1, 8), april(1, 8)])
})

test('a vehicle starts its next tour when it is back, inside the hours of the depot', () => {
  // Tour: load ½ h, 2 h there, ½ h, 2 h back = 8:00–13:00. The second loads at 13:00, drives 13:30–15:30, hands over until 16:00,
  // and is back on Saturday at 10:00, when the third begins.
  const world = { grants: [aGrant(30)], points: [aPoint('a', 60)] }
  expect(verifiedRoute(aWorld(world)).tours.map((t) => [t.load, t.back])).toEqual([
    [april(1, 8), april(1, 13)],
    [april(1, 13), april(4, 10)],
    [april(4, 10), april(4, 15)],
  ])
  // Loading must end by 13:15: the second tour waits for Saturday, the third for Monday.
  const closes = verifiedRoute(aWorld({ ...world, depots: [aDepot({ closes: hours(13.25) })] }))
  expect(closes.tours.map((t) => t.load)).toEqual([april(1, 8), april(4, 8), april(6, 8)])
})

test('loading waits for the depot to open', () => {
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 30)], depots: [aDepot({ opens: hours(10) })] }))
  expect(moments(tours[0])).toEqual(['04-01T10:00', '04-01T11:30', '04-01T11:30', '04-01T12:00', '04-01T13:00'])
})

test('a closed way puts a tour off until it is open, and lets others go first', () => {
  const { tours } = verifiedRoute(
    aWorld({
      grants: [aGrant(20)],
      points: [aPoint('a', 30), aPoint('b', 30, { lat: 0.01 })],
      distances: [aClosure('D', 'a', 30, 1, 5), aClosure('a', 'b', 1, 1, 5)],
    }),
  )
  expect(tours.map((t) => [t.stops[0]!.at, t.load])).toEqual([
    ['b', april(1, 8)],
    ['a', april(6, 8)],
  ])
})

test('resting on closed days is no driving', () => {
  // The way is closed on the two holy days between its halves only.
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 150)], distances: [aClosure('D', 'a', 150, 2, 3)] }))
  expect(tours[0]!.load).toBe(april(1, 8))
})

test('a closure that begins while the vehicle would be on its way home puts the tour off as well', () => {
  // Home on Saturday 4, which is closed: next Monday 6, there 13:30, home until Tuesday 11:00.
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 150)], distances: [aClosure('D', 'a', 150, 4, 4)] }))
  expect([tours[0]!.load, tours[0]!.back]).toEqual([april(6, 8), april(7, 11)])
})

test('a way that is closed twice is closed both times', () => {
  const distances = [aClosure('D', 'a', 30, 1, 1), aClosure('D', 'a', 30, 3, 6)]
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 30)], distances }))
  expect(tours[0]!.load).toBe(april(7, 8))
})

test('a way that only measured distances open is driven, and named by the ubigeo of its place', () => {
  const { tours, legs } = verifiedRoute(
    aWorld({
      points: [aPoint('a', 30, { access: [] })],
      distances: [{ ...aClosure('D', DISTRICT, 40, 1, 1), closedFrom: null, closedUntil: null }],
    }),
  )
  expect(tours.map((t) => t.metres)).toEqual([160_000])
  expect(legs.map((l) => [l.from, l.to, l.seconds, l.source])).toEqual([
    ['D', 'a', 4800, 'distance-table'],
    ['a', 'D', 4800, 'distance-table'],
  ])
})

test('a tour begins in the month and may end after it', () => {
  // 12 h each way: 7½ h on the first day, 4½ h + ½ h + 3 h on the second, 8 h, and back on the fourth at 9:00, when the next is loaded.
  // So each begins three working days and one hour after the one before: number 8 on working day 22 at 15:00, back on day 25.
  // April 2026 has 24 working days (1, 4, 6–11, 13–18, 20–25, 27–30), the 22nd is April 28: 80 of 100 packs.
  const { tours, unserved } = verifiedRoute(aWorld({ grants: [aGrant(100)], points: [aPoint('a', 360)] }))
  const last = tours.at(-1)!
  expect([tours.length, formatInstant(last.load).slice(0, 10), formatInstant(last.back).slice(0, 7)]).toEqual([
    8,
    '2026-04-28',
    '2026-05',
  ])
  expect(unserved).toMatchObject([{ at: 'a', load: { packs: 20 }, reason: 'no-time' }])
})

test('the hand-over at a capital without points takes half an hour, any time of the shift', () => {
  const { tours } = verifiedRoute(aWorld({}))
  expect(tours[0]!.stops).toMatchObject([{ at: DISTRICT, begin: april(1, 8, 30), depart: april(1, 9) }])
})

test('a hand-over that takes no time can begin at the very end of a shift', () => {
  // 225 steps = 7½ h: there at 16:00 sharp.
  const { tours } = verifiedRoute(aWorld({ points: [aPoint('a', 225, { serviceS: hours(0), opens: hours(9) })] }))
  expect(moments(tours[0])).toEqual(['04-01T08:00', '04-01T16:00', '04-01T16:00', '04-01T16:00', '04-04T15:30'])
})

test('a larger order is cut into full loads of the largest vehicle and a rest', () => {
  const { tours } = verifiedRoute(
    aWorld({
      grants: [aGrant(23)],
      points: [aPoint('a', 30)],
      vehicleTypes: [aTruck(), aTruck({ id: 'cart', capacityG: grams(2000) })],
      fleet: ['cart', 'truck'].map((vehicleType) => ({ depot: 'D', vehicleType, count: 1 })),
    }),
  )
  expect(tours.flatMap((t) => t.stops.flatMap((s) => s.loads.map((l) => l.packs)))).toEqual([10, 10, 3])
})
