import type { OpenNetwork } from '../../kernel/network/tensor.ts'
import { calendarMonth, type Month } from '../../model/month.ts'
import type { Leg } from '../../model/tour.ts'
import type { Node } from '../../model/travel.ts'
import type { VehicleType } from '../../model/vehicle.ts'
import type { KnownWays } from './known-ways.ts'
import { type LegFacts, legFacts } from './leg-facts.ts'
import type { LegNote } from './leg-model.ts'
import { medians } from './medians.ts'

/** A way that a tour may take, as the speed table knows it. */
export interface PlannedLeg {
  readonly from: Node
  readonly to: Node
  readonly by: VehicleType
  readonly leg: Leg
  /** Towards a point; the way back to the depot is driven empty. */
  readonly loaded: boolean
}

/** Times of many legs at once [s], in their order. */
export type LegTimes = (legs: readonly PlannedLeg[]) => Int32Array

/** No vehicle is planned faster than this [s]. */
const fastest = ({ metres }: Leg, { speedFlat, speedHill }: VehicleType): number =>
  Math.ceil((metres * 3.6) / Math.max(speedFlat, speedHill))

/**
 * Times by a trained network in a month: the median leaving in the middle of the shift, with the usual load, by the way as it was driven before
 * or, of a way never driven, by what is known of its ends, times the allowance for delays.
 */
export const legTimes =
  (note: LegNote, network: OpenNetwork, month: Month, wayOf: KnownWays['of']): LegTimes =>
  (legs) => {
    const facts = legs.map(({ from, to, by, leg, loaded }): LegFacts => {
      const when = {
        month: calendarMonth(month),
        hour: (by.shiftStart + by.shiftEnd) / 7200,
        loadShare: loaded ? note.loadShare : 0,
      }
      // A way of no length is not driven, but has no logarithm either.
      return legFacts(from, to, by, wayOf(from.id, to.id, by.mode), Math.max(1, leg.metres), when)
    })
    return Int32Array.from(medians(network, note, facts), (s, i) => {
      const { leg, by } = legs[i]
      return leg.metres === 0 ? 0 : Math.max(fastest(leg, by), Math.ceil(s * note.allowance))
    })
  }

/** How many legs of a plan the network timed, and how many of them it would have had faster than their vehicle. */
export function timedByNetwork(
  legs: readonly Leg[],
  types: readonly VehicleType[],
): { readonly legs: number; readonly timed: number; readonly atLimit: number } {
  const byId = new Map(types.map((type) => [type.id, type]))
  const timed = legs.filter((leg) => leg.source === 'network')
  const atLimit = timed.filter((leg) => leg.seconds === fastest(leg, byId.get(leg.vehicleType)!))
  return { legs: legs.length, timed: timed.length, atLimit: atLimit.length }
}
