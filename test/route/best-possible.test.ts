import { describe, expect, test } from 'vitest'
import { stream } from '../../src/kernel/random.ts'
import { dayOfInstant, type Instant, instant } from '../../src/model/day.ts'
import { centimos, grams } from '../../src/model/units.ts'
import { isWorkingDay } from '../../src/model/working-day.ts'
import type { RouteInput } from '../../src/route/route.ts'
import { aGrant, aPoint, aTruck, april, aWorld } from './small-world.ts'
import { walk } from './naive-clock.ts'
import { packsServed, verifiedRoute } from './verified.ts'

/** All orders of the items. */
function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]))
}

/** Bits of the mask, as indices. */
const members = (mask: number): readonly number[] => [0, 1, 2, 3, 4].filter((i) => mask & (1 << i))

/** Five points of 1–6 packs on a grid; a truck of ten packs and a cart of six, which is cheaper by the kilometre. */
function fivePoints(seed: number): RouteInput {
  const random = stream(seed)
  const persons = Array.from({ length: 5 }, () => 1 + Math.floor(random() * 6))
  return aWorld({
    points: persons.map((n, i) =>
      aPoint(`p${i}`, 1 + Math.floor(random() * 60), { persons: n, lat: Math.floor(random() * 60) / 100 }),
    ),
    grants: [aGrant(persons.reduce((a, b) => a + b, 0))],
    vehicleTypes: [aTruck(), aTruck({ id: 'cart', capacityG: grams(6000), costPerKm: centimos(80) })],
    fleet: ['truck', 'cart'].map((vehicleType) => ({ depot: 'D', vehicleType, count: 1 })),
  })
}

/** Cheapest set of tours for all points, whatever the day: each set of points by its best order and vehicle, sets joined by subsets. */
function leastCost(input: RouteInput): number {
  const { points, vehicleTypes, depots } = input
  const depot = depots[0]!
  const steps = (a: { lat: number; lon: number }, b: { lat: number; lon: number }): number =>
    Math.round((Math.abs(a.lon - b.lon) + Math.abs(a.lat - b.lat)) * 100)
  const tour = new Float64Array(32).fill(Number.POSITIVE_INFINITY)
  for (let mask = 1; mask < 32; mask++) {
    const stops = members(mask).map((i) => points[i]!)
    const load = stops.reduce((sum, p) => sum + p.persons * 1000, 0)
    const length = Math.min(
      ...permutations(stops).map((order) =>
        [depot, ...order].reduce((sum, node, i) => sum + steps(node, order[i] ?? depot), 0),
      ),
    )
    for (const type of vehicleTypes.filter((t) => load <= t.capacityG)) {
      const time = (length * 120 + stops.length * 1800 + depot.loadS) / 3600
      const cost = Math.round(type.fixedCost + type.costPerKm * length * 2 + type.costPerHour * time)
      tour[mask] = Math.min(tour[mask]!, cost)
    }
  }
  const best = new Float64Array(32).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  for (let mask = 1; mask < 32; mask++) {
    for (let part = mask; part > 0; part = (part - 1) & mask) {
      best[mask] = Math.min(best[mask]!, tour[part]! + best[mask ^ part]!)
    }
  }
  return best[31]!
}

describe('against every possible plan', () => {
  test('five points, two vehicles, time enough: all is served, cost at most a quarter above the least possible', () => {
    const gaps = Array.from({ length: 60 }, (_, seed) => {
      const input = fivePoints(seed)
      const plan = verifiedRoute(input)
      expect(plan.unserved).toEqual([])
      return plan.tours.reduce((sum, t) => sum + t.cost, 0) / leastCost(input) - 1
    })
    gaps.sort((a, b) => a - b)
    // Earliness is weighed too, so some are dearer on purpose. Measured: median 4.8 %, mean 6.9 %, worst 22.1 %, 22 of 60 at the least.
    expect(gaps.every((gap) => gap > -0.001)).toBe(true)
    expect(gaps.at(-1)).toBeLessThan(0.25)
  })

  test('one vehicle that cannot serve all in the month serves as many packs as any plan in nine of ten worlds', () => {
    // Measured: no plan serves all in 26 of the 30; 28 equal the best, the others bring 20 of 21 and 11 of 13 packs.
    const seen = Array.from({ length: 30 }, (_, seed) => {
      const input = scarce(seed)
      return { all: input.grants[0]!.packs, most: mostPacks(input), served: packsServed(verifiedRoute(input)) }
    })
    expect(seen.every((s) => s.served <= s.most)).toBe(true)
    expect(seen.filter((s) => s.served === s.most).length).toBeGreaterThanOrEqual(28)
    expect(Math.min(...seen.map((s) => s.served / s.most))).toBeGreaterThan(0.8)
    expect(seen.filter((s) => s.most < s.all).length).toBe(26)
  })
})

/** Four points, east and west in turn, so far away (9 to 15 working days there and back) that one truck of eight packs cannot serve all. */
function scarce(seed: number): RouteInput {
  const random = stream(seed)
  const persons = Array.from({ length: 4 }, () => 3 + Math.floor(random() * 6))
  return aWorld({
    points: persons.map((n, i) =>
      aPoint(`p${i}`, (1050 + Math.floor(random() * 750)) * (i % 2 === 0 ? 1 : -1), { persons: n }),
    ),
    grants: [aGrant(persons.reduce((a, b) => a + b, 0))],
    vehicleTypes: [aTruck({ capacityG: grams(8000) })],
  })
}

/** When the truck can be loaded after it is back: from 8:00 to 15:30 of a working day of April. */
function nextLoad(back: Instant): Instant | undefined {
  for (let day = 1; day <= 30; day++) {
    const load = instant(Math.max(back, april(day, 8)))
    if (load <= april(day, 15, 30) && isWorkingDay(dayOfInstant(april(day, 8)))) return load
  }
  return undefined
}

/** The most packs that one vehicle can bring: every order of the points, cut into tours at every place, until the month ends. */
function mostPacks(input: RouteInput): number {
  let most = 0
  const go = (load: Instant | undefined, left: readonly string[], served: number): void => {
    most = Math.max(most, served)
    if (load === undefined) return
    for (let mask = 1; mask < 2 ** left.length; mask++) {
      const some = left.filter((_, i) => mask & (1 << i))
      const packs = some.reduce((sum, id) => sum + input.points.find((p) => p.id === id)!.persons, 0)
      if (packs * 1000 > input.vehicleTypes[0]!.capacityG) continue
      for (const stops of permutations(some)) {
        const walked = walk(input, { depot: 'D', vehicleType: 'truck', load, stops })
        if (walked === 'closed') continue
        go(
          nextLoad(walked.back),
          left.filter((id) => !stops.includes(id)),
          served + packs,
        )
      }
    }
  }
  go(
    april(1, 8),
    input.points.map((p) => p.id),
    0,
  )
  return most
}
