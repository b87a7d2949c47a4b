import type { Depot } from '../model/depot.ts'
import type { Load } from '../model/tour.ts'
import type { VehicleType } from '../model/vehicle.ts'
import type { Calendar, Shift } from './calendar.ts'
import type { Legs } from './legs.ts'
import type { Order } from './orders.ts'

/** The vehicles of one type at a depot; alike, so only their number counts. */
export interface Pool extends Shift {
  readonly type: VehicleType
  readonly count: number
}

/**
 * What one depot has to bring, with which vehicles. Node 0 is the depot, 1 … size − 1 are jobs: orders, or the part of an order that
 * the same vehicles can take. Never changed once made.
 */
export interface Problem {
  readonly depot: Depot
  readonly calendar: Calendar
  readonly pools: readonly Pool[]
  readonly size: number
  readonly legs: Legs
  /** Order of each job; index 0 is unused. */
  readonly orders: readonly Order[]
  /** Jobs that stand on the same spot have the same number. */
  readonly site: Int32Array
  /** size: time to hand over [s]. */
  readonly service: Int32Array
  /** pools × size, row-major: 1 where the pool's vehicles can serve the job at all. */
  readonly able: Uint8Array
  /** pools × size: earliest and latest working second of a shift at which the hand-over may begin. */
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /** pools × size: cost of a tour to this job alone [céntimos], where able. */
  readonly direct: Float64Array
  /** Loads of job j are lineStart[j] … lineStart[j + 1] − 1. */
  readonly lineStart: Int32Array
  readonly lines: readonly Load[]
  /** Of one pack [g], [ml]. */
  readonly lineMass: Float64Array
  readonly lineVolume: Float64Array
  /** pools × size × `near`: nearest jobs that the pool can serve, nearest first, −1 behind the last. */
  readonly neighbours: Int32Array
  readonly near: number
}

/** Cost of a tour [céntimos], not rounded: `work` is driving, service and loading [s]. */
export const tourCost = (type: VehicleType, metres: number, work: number): number =>
  type.fixedCost + type.costPerKm * (metres / 1000) + type.costPerHour * (work / 3600)
