import { bookOf } from '../../src/check/book.ts'
import { checkCapacity } from '../../src/check/capacity.ts'
import { checkHandover } from '../../src/check/handover.ts'
import { checkLoading } from '../../src/check/loading.ts'
import { checkTimetable } from '../../src/check/timetable.ts'
import { checkTourSums } from '../../src/check/tour-sums.ts'
import type { Violation } from '../../src/check/violation.ts'
import { checkWays } from '../../src/check/ways.ts'
import type { Plan } from '../../src/model/plan.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import type { RoutePlan } from '../../src/model/tour.ts'
import { centimos } from '../../src/model/units.ts'
import { expect } from 'vitest'
import { type RouteInput, route } from '../../src/route/route.ts'

/** What the checker finds wrong with the routes of a plan that has nothing else in it. */
export function violations(input: RouteInput, routes: RoutePlan): readonly Violation[] {
  const plan: Plan = {
    schema: 1,
    settings: DEFAULT_SETTINGS,
    window: { from: input.month, months: 1 },
    inputs: [],
    products: input.products,
    depots: input.depots,
    lots: [],
    vehicleTypes: input.vehicleTypes,
    fleet: input.fleet,
    places: input.places,
    points: input.points,
    distances: input.distances,
    needs: [],
    allocation: { rule: 'proportional', grants: input.grants, shortfalls: [], cost: centimos(0) },
    otherRules: [],
    totals: [],
    coverage: [],
    routes,
  }
  const book = bookOf(plan)
  const found: Violation[] = []
  for (const check of [checkHandover, checkCapacity, checkLoading, checkTimetable, checkWays, checkTourSums]) {
    check(plan, book, (kind, where, expected, is) => {
      found.push({ kind, where, expected: String(expected), found: String(is) })
    })
  }
  return found
}

/** Routes that the checker finds nothing wrong with. */
export function verifiedRoute(input: RouteInput): RoutePlan {
  const routes = route(input)
  expect(violations(input, routes)).toEqual([])
  return routes
}

export const packsServed = (plan: RoutePlan): number =>
  plan.tours.flatMap((tour) => tour.stops.flatMap((stop) => stop.loads)).reduce((sum, load) => sum + load.packs, 0)
