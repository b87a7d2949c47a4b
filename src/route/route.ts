import { byText } from '../kernel/order.ts'
import type { Grant } from '../model/allocation.ts'
import type { Depot } from '../model/depot.ts'
import type { Month } from '../model/month.ts'
import { depotNode, placeFinder } from '../model/node.ts'
import type { Leg, RoutePlan, Tour, Unserved } from '../model/tour.ts'
import type { Supply } from '../model/supply.ts'
import type { Travel } from '../model/travel.ts'
import { packs } from '../model/units.ts'
import type { Fleet, VehicleType } from '../model/vehicle.ts'
import { bestAttempt } from './best-attempt.ts'
import { calendarOf } from './calendar.ts'
import { depotProblem } from './depot-problem.ts'
import type { Draft } from './dispatch.ts'
import type { LegTimes } from './leg-time/leg-times.ts'
import { legOf, legsBetween } from './legs.ts'
import { type Order, orders } from './orders.ts'
import type { Pool, Problem } from './problem.ts'
import { handedBy, timeline } from './timeline.ts'

export interface RouteInput extends Omit<Supply, 'lots'> {
  /** Those of other months and reserves (of a department) are left out. */
  readonly grants: readonly Grant[]
  /** In which tours begin. */
  readonly month: Month
  /** Lengths and times; of `distances` only the closures count here. */
  readonly travel: Travel
  /** Times in place of the speed table's, where no distance row tells one. */
  readonly times?: LegTimes
  /** Depots done and in all. */
  readonly onProgress?: (done: number, total: number) => void
  /** When it turns true, each depot left is planned once instead of in several ways. */
  readonly cancelled?: () => boolean
}

/**
 * Tours for the grants of one month; what no vehicle can bring is listed with its reason. Depots are planned each by itself.
 * Same input in any order, same result.
 */
export function route(input: RouteInput): RoutePlan {
  const owed = new Map<string, Order[]>()
  for (const order of orders(input.grants, input.month, input.points, input.places)) {
    const list = owed.get(order.depot)
    if (list) list.push(order)
    else owed.set(order.depot, [order])
  }
  const depots = input.depots.filter((depot) => owed.has(depot.id)).sort((a, b) => byText(a.id, b.id))
  const find = placeFinder(input.places)
  const calendar = calendarOf(input.month)
  const products = new Map(input.products.map((product) => [product.id, product]))
  const tours: Omit<Tour, 'id'>[] = []
  const unserved: Unserved[] = []
  const legs = new Map<string, Leg>()

  depots.forEach((depot, done) => {
    input.onProgress?.(done, depots.length)
    const pools = poolsOf(depot, input.vehicleTypes, input.fleet)
    const types = pools.map((pool) => pool.type)
    const made = depotProblem(depot, depotNode(depot, find), owed.get(depot.id)!, pools, calendar, products, (nodes) =>
      legsBetween(nodes, types, input.travel, input.distances, input.times),
    )
    const { problem } = made
    const { drafts, lineLeft } = bestAttempt(problem, input.cancelled ?? (() => false))
    const handed = handedBy(problem, drafts)
    for (const draft of drafts) {
      tours.push(timeline(problem, draft, handed))
      for (const leg of legsOf(problem, draft)) legs.set(JSON.stringify([leg.from, leg.to, leg.vehicleType]), leg)
    }
    unserved.push(...made.unserved, ...leftBehind(problem, lineLeft))
  })
  input.onProgress?.(depots.length, depots.length)

  return {
    tours: numbered(tours),
    unserved: unserved.sort(
      (a, b) =>
        byText(a.depot, b.depot) ||
        byText(a.at, b.at) ||
        byText(a.ubigeo, b.ubigeo) ||
        byText(a.load.product, b.load.product) ||
        byText(a.load.lot, b.load.lot),
    ),
    legs: [...legs.values()].sort(
      (a, b) => byText(a.from, b.from) || byText(a.to, b.to) || byText(a.vehicleType, b.vehicleType),
    ),
  }
}

/** The vehicles that stand at a depot, by type, sorted by its id. */
function poolsOf(depot: Depot, types: readonly VehicleType[], fleet: readonly Fleet[]): Pool[] {
  return types
    .map((type) => ({
      type,
      count: fleet
        .filter((row) => row.depot === depot.id && row.vehicleType === type.id)
        .reduce((sum, row) => sum + row.count, 0),
      startS: type.shiftStart,
      shiftS: type.shiftEnd - type.shiftStart,
    }))
    .filter((pool) => pool.count > 0)
    .sort((a, b) => byText(a.type.id, b.type.id))
}

/** The orders that found a vehicle able to bring them, but none free. */
function leftBehind({ depot, orders: owed, able, size, pools, lines, lineStart }: Problem, lineLeft: Float64Array) {
  const unserved: Unserved[] = []
  for (let job = 1; job < size; job++) {
    if (!pools.some((_, v) => able[v * size + job] === 1)) continue
    const { node, ubigeo } = owed[job]
    for (let line = lineStart[job]; line < lineStart[job + 1]; line++) {
      if (lineLeft[line] === 0) continue
      const load = { ...lines[line], packs: packs(lineLeft[line]) }
      unserved.push({ depot: depot.id, at: node.id, ubigeo, load, reason: 'no-time' })
    }
  }
  return unserved
}

function legsOf({ legs }: Problem, { v, stops }: Draft): Leg[] {
  return [...stops, 0].map((to, i) => legOf(legs, v, i === 0 ? 0 : stops[i - 1], to))
}

function numbered(tours: Omit<Tour, 'id'>[]): Tour[] {
  const width = Math.max(4, String(tours.length).length)
  return tours
    .sort(
      (a, b) =>
        a.date - b.date ||
        a.load - b.load ||
        byText(a.depot, b.depot) ||
        byText(a.vehicleType, b.vehicleType) ||
        a.vehicle - b.vehicle,
    )
    .map((tour, i) => ({ id: `T${String(i + 1).padStart(width, '0')}`, ...tour }))
}
