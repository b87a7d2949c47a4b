import type { Centimos, Metres, Packs, Seconds } from './units.ts'
import type { Day, Instant } from './day.ts'
import type { Mode } from './access.ts'

/** A way that a plan uses, for one type of vehicle, with the time it takes without rests. */
export interface Leg {
  readonly from: string
  readonly to: string
  readonly mode: Mode
  readonly vehicleType: string
  readonly metres: Metres
  readonly seconds: Seconds
  /** `network`: length of the straight line, time learned from legs driven. */
  readonly source: 'straight-line' | 'distance-table' | 'network'
}

/** Packs of one lot handed over at a stop, or not served. */
export interface Load {
  readonly product: string
  readonly lot: string
  readonly packs: Packs
}

export interface Stop {
  /** Id of a point, or a ubigeo where a place has no point. */
  readonly at: string
  readonly ubigeo: string
  readonly arrive: Instant
  /** Service begins at arrival or later, when the window and a shift allow. */
  readonly begin: Instant
  readonly depart: Instant
  readonly loads: readonly Load[]
}

/** One departure of one vehicle, from its depot and back. */
export interface Tour {
  readonly id: string
  readonly depot: string
  readonly vehicleType: string
  /** Which of the depot's vehicles of that type, from 1. */
  readonly vehicle: number
  readonly date: Day
  /** Loading begins, the vehicle leaves, it is back. */
  readonly load: Instant
  readonly leave: Instant
  readonly back: Instant
  readonly stops: readonly Stop[]
  readonly metres: Metres
  /** Driving and service, without rests. */
  readonly seconds: Seconds
  readonly cost: Centimos
}

export const UNSERVED_REASONS = [
  /** A single pack is heavier or larger than any vehicle of the depot. */
  'too-heavy',
  'no-vehicle',
  'not-reached',
  /** No vehicle that could reach it has the skill its kind asks for. */
  'no-skill',
  /** The window, the service or the loading fits no shift. */
  'window',
  /** There and back is longer than any vehicle may go. */
  'too-far',
  /** Its way is closed on every day of the month on which a vehicle could set out. */
  'closed',
  /** All vehicles are busy until the end of the month. */
  'no-time',
] as const
export type UnservedReason = (typeof UNSERVED_REASONS)[number]

export interface Unserved {
  readonly depot: string
  readonly at: string
  readonly ubigeo: string
  readonly load: Load
  readonly reason: UnservedReason
}

export interface RoutePlan {
  readonly tours: readonly Tour[]
  readonly unserved: readonly Unserved[]
  /** Every way the tours use, sorted by from, to, vehicle type. */
  readonly legs: readonly Leg[]
}
