import type { Depot, Lot } from './depot.ts'
import type { Distance } from './distance.ts'
import type { Place } from './place.ts'
import type { Point } from './point.ts'
import type { Product } from './product.ts'
import type { Fleet, VehicleType } from './vehicle.ts'

/** What there is, where, and how it can move: the tables that allocation, routes and plans share. */
export interface Supply {
  readonly places: readonly Place[]
  readonly products: readonly Product[]
  readonly depots: readonly Depot[]
  readonly lots: readonly Lot[]
  readonly vehicleTypes: readonly VehicleType[]
  readonly fleet: readonly Fleet[]
  readonly points: readonly Point[]
  readonly distances: readonly Distance[]
}
