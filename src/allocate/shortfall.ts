import type { ShortfallReason } from '../model/allocation.ts'

/** What is true of a place that is short of a product in a month. "It serves" = by a lane that a vehicle can carry a pack along. */
export interface Situation {
  /** Some depot held packs of the product when the window began. */
  readonly stocked: boolean
  /** Some depot has a vehicle. */
  readonly vehicles: boolean
  /** Some lane leads to the place. */
  readonly reached: boolean
  /** On some lane a vehicle can carry a pack. */
  readonly carried: boolean
  /** A depot that serves it held packs it might have had, when the month began. */
  readonly usable: boolean
  /** After the month's grants a depot that serves it holds more than its critical level: none that the place may have. */
  readonly left: boolean
  /** A depot that serves it has given packs since the window began. */
  readonly given: boolean
  /** A depot that serves it held packs when the window began. */
  readonly served: boolean
}

export function shortfallReason(of: Situation): ShortfallReason {
  if (!of.stocked) return 'no-stock'
  if (!of.vehicles) return 'no-vehicle'
  if (!of.reached) return 'not-reached'
  if (!of.carried) return 'too-heavy'
  if (of.usable) return 'not-enough-stock'
  if (of.left) return 'stock-not-usable'
  if (of.given) return 'not-enough-stock'
  return of.served ? 'stock-not-usable' : 'stock-elsewhere'
}
