import type { Depot, Lot } from '../model/depot.ts'
import type { Distance, DrivenLeg } from '../model/distance.ts'
import type { Observations, RegisterMonth } from '../model/observation.ts'
import type { Place } from '../model/place.ts'
import type { Point } from '../model/point.ts'
import type { Product } from '../model/product.ts'
import type { Fleet, VehicleType } from '../model/vehicle.ts'

/** What all the files together say. Sorted by key where there is one, else in the order of files and lines. */
export interface Tables {
  readonly places: readonly Place[]
  readonly products: readonly Product[]
  readonly depots: readonly Depot[]
  readonly lots: readonly Lot[]
  readonly vehicleTypes: readonly VehicleType[]
  readonly fleet: readonly Fleet[]
  readonly points: readonly Point[]
  readonly distances: readonly Distance[]
  readonly legs: readonly DrivenLeg[]
  readonly observations: Observations
  readonly registers: readonly RegisterMonth[]
}
