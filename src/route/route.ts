import type { Grant } from '../model/allocation.ts'
import type { Depot } from '../model/depot.ts'
import type { Distance } from '../model/distance.ts'
import type { Month } from '../model/month.ts'
import type { Place } from '../model/place.ts'
import type { Point } from '../model/point.ts'
import type { Product } from '../model/product.ts'
import type { RoutePlan } from '../model/tour.ts'
import type { Travel } from '../model/travel.ts'
import type { Fleet, VehicleType } from '../model/vehicle.ts'
import { orders } from './orders.ts'

export interface RouteInput {
  /** Those of other months and reserves (of a department) are left out. */
  readonly grants: readonly Grant[]
  /** In which tours begin. */
  readonly month: Month
  readonly products: readonly Product[]
  readonly depots: readonly Depot[]
  readonly vehicleTypes: readonly VehicleType[]
  readonly fleet: readonly Fleet[]
  readonly points: readonly Point[]
  /** Those of the grants, points and depots; a missing one borrows its province's, then its department's. */
  readonly places: readonly Place[]
  /** Of which the closures count here; lengths come from `travel`. */
  readonly distances: readonly Distance[]
  readonly travel: Travel
  /** Depots done and in all. */
  readonly onProgress?: (done: number, total: number) => void
  /** When it turns true, each depot left is planned once instead of in several ways. */
  readonly cancelled?: () => boolean
}

/** Tours for the grants of one month; what no vehicle can bring is listed with its reason. Same input in any order, same result. */
export function route(input: RouteInput): RoutePlan {
  const owed = orders(input.grants, input.month, input.points, input.places)
  return {
    tours: [],
    unserved: owed.flatMap((order) =>
      order.loads.map((load) => ({
        depot: order.depot,
        at: order.node.id,
        ubigeo: order.ubigeo,
        load,
        reason: 'no-vehicle' as const,
      })),
    ),
    legs: [],
  }
}
