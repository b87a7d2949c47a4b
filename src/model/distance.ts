import type { Centimos, Grams, Metres, Seconds } from './units.ts'
import type { Day, Instant } from './day.ts'
import type { Mode } from './access.ts'

/** A measured way between two depots, points or places (by id or ubigeo), in both directions unless the reverse is given too. */
export interface Distance {
  readonly from: string
  readonly to: string
  readonly mode: Mode
  readonly metres: Metres
  readonly seconds: Seconds
  /** First and last day on which it cannot be used. */
  readonly closedFrom: Day | null
  readonly closedUntil: Day | null
}

/** A leg that was driven, as `delivery_routes.csv` reports it. */
export interface DrivenLeg {
  readonly departedAt: Instant
  readonly from: string
  readonly to: string
  readonly mode: Mode
  readonly vehicleType: string
  readonly metres: Metres
  readonly climbM: number
  readonly surface: string
  readonly loadG: Grams
  readonly seconds: Seconds
  readonly cost: Centimos | null
  readonly result: string | null
}
