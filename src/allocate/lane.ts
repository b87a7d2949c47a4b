import { byText } from '../kernel/order.ts'
import { greatCircle } from '../kernel/sphere.ts'
import type { Depot } from '../model/depot.ts'
import { type FindPlace, capitalNode, depotNode } from '../model/node.ts'
import type { Product } from '../model/product.ts'
import type { Node, Travel } from '../model/travel.ts'
import { type Ubigeo, departmentOf, levelOf } from '../model/ubigeo.ts'
import type { Fleet, VehicleType } from '../model/vehicle.ts'

/** Regional depots of other departments that may help a place: a department of Peru has four neighbours in the middle. */
const NEIGHBOURS = 4

/** In the order in which a place's depots are asked under the proportional rule. */
export const TIERS = ['own', 'neighbour', 'national'] as const
export type Tier = (typeof TIERS)[number]

/** What one vehicle type charges, by its share of the capacity, from a depot to a place. */
interface Way {
  readonly type: VehicleType
  /** Céntimos. */
  readonly costPerGram: number
}

/** A depot that serves a place, with the ways of the vehicles that stand there, cheapest first. */
export interface Lane {
  /** Position among the depots. */
  readonly depot: number
  readonly tier: Tier
  readonly ways: readonly Way[]
}

/** Céntimos that a pack pays on a lane by the cheapest vehicle that can carry it; `undefined` when none can. */
export function packCost(lane: Lane, product: Product): number | undefined {
  const way = lane.ways.find(
    ({ type }) => product.massG <= type.capacityG && product.volumeMl <= type.capacityMl && type.capacityG > 0,
  )
  return way && way.costPerGram * product.massG
}

/** The vehicle types that stand at each depot, by id. */
export function typesAt(
  depots: readonly Depot[],
  fleet: readonly Fleet[],
  types: readonly VehicleType[],
): readonly (readonly VehicleType[])[] {
  const inOrder = types.toSorted((a, b) => byText(a.id, b.id))
  return depots.map((depot) => {
    const ids = new Set(fleet.filter((f) => f.depot === depot.id && f.count > 0).map((f) => f.vehicleType))
    return inOrder.filter((type) => ids.has(type.id))
  })
}

function tripCost(from: Node, to: readonly Node[], type: VehicleType, travel: Travel): number {
  let least = Infinity
  for (const node of to) {
    const leg = travel(from, node, type)
    if (!leg) continue
    const cost = (type.costPerKm * leg.metres) / 1000 + (type.costPerHour * leg.seconds) / 3600 + type.fixedCost
    if (cost < least) least = cost
  }
  return least
}

/**
 * The lanes that lead to a place: from depots of its own department, from the nearest regional depots of others that reach it, from
 * every national depot. A reserve lies in the regional depots of its department: there it costs nothing, and other depots bring it to
 * the cheapest of them; without one it lies in the capital. A depot without vehicles serves nobody.
 * @param depots sorted by id
 */
export function lanesOver(input: {
  readonly depots: readonly Depot[]
  readonly types: readonly (readonly VehicleType[])[]
  readonly find: FindPlace
  readonly travel: Travel
}): (code: Ubigeo) => readonly Lane[] {
  const { depots, types, find, travel } = input
  const nodes = depots.map((depot) => depotNode(depot, find))
  const home = depots.map((depot) => departmentOf(depot.ubigeo))

  const laneFrom = (depot: number, to: readonly Node[], tier: Tier): Lane | undefined => {
    const from = nodes[depot]!
    const ways: Way[] = []
    for (const type of types[depot]!) {
      const cost = to.includes(from) ? 0 : tripCost(from, to, type, travel)
      if (cost < Infinity) ways.push({ type, costPerGram: cost / type.capacityG })
    }
    ways.sort((a, b) => a.costPerGram - b.costPerGram || byText(a.type.id, b.type.id))
    return ways.length > 0 ? { depot, tier, ways } : undefined
  }

  return (code) => {
    const department = departmentOf(code)
    const capital = capitalNode(code, find)
    const regional = nodes.filter((_, d) => home[d] === department && depots[d]!.level === 'regional')
    const to = levelOf(code) === 'department' && regional.length > 0 ? regional : [capital]
    const lanes: Lane[] = []
    const others: { readonly depot: number; readonly metres: number }[] = []
    depots.forEach(({ level, lat, lon }, d) => {
      if (level !== 'national' && home[d] !== department) {
        if (level === 'regional') others.push({ depot: d, metres: greatCircle(lat, lon, capital.lat, capital.lon) })
        return
      }
      const lane = laneFrom(d, to, level === 'national' ? 'national' : 'own')
      if (lane) lanes.push(lane)
    })
    others.sort((a, b) => a.metres - b.metres || a.depot - b.depot)
    let neighbours = 0
    for (const { depot } of others) {
      if (neighbours === NEIGHBOURS) break
      const lane = laneFrom(depot, to, 'neighbour')
      if (!lane) continue
      lanes.push(lane)
      neighbours++
    }
    return lanes.sort((a, b) => a.depot - b.depot)
  }
}
