import { dayOfInstant, type Instant, monthOfDay, timeOfDay } from '../../model/day.ts'
import type { DrivenLeg } from '../../model/distance.ts'
import { calendarMonth } from '../../model/month.ts'
import { climbBetween, type End, type Node, straightLineTravel, tableSeconds } from '../../model/travel.ts'
import type { VehicleType } from '../../model/vehicle.ts'

/** What is known of a leg before it is driven. */
export interface LegFacts {
  readonly from: End
  readonly to: End
  readonly by: VehicleType
  /** Above 0. */
  readonly metres: number
  /** Of the way itself; `undefined` where only its ends are known. */
  readonly way: { readonly climbM: number; readonly surface: string } | undefined
  /** 1 for January. */
  readonly month: number
  /** Of the departure, from 0 to 24. */
  readonly hour: number
  /** Of the vehicle's capacity. */
  readonly loadShare: number
  /** By the speed table, not rounded [s]. */
  readonly tableS: number
}

/** A leg that was driven: as it was, and as a plan would have seen it. */
export interface LegExample {
  readonly departedAt: Instant
  readonly seconds: number
  readonly driven: LegFacts
  /** With the length as driven where the ends are not known or share no network. */
  readonly planned: LegFacts
}

const NOWHERE: End = { region: null, altitudeM: null }
const travel = straightLineTravel([])

/** Legs of a known type of vehicle, in order of departure. */
export function legExamples(
  legs: readonly DrivenLeg[],
  types: readonly VehicleType[],
  nodeOf: (id: string) => Node | undefined,
): readonly LegExample[] {
  const byId = new Map(types.map((type) => [type.id, type]))
  return legs
    .flatMap((leg): LegExample[] => {
      const by = byId.get(leg.vehicleType)
      if (by === undefined || by.mode !== leg.mode) return []
      const [start, end] = [nodeOf(leg.from), nodeOf(leg.to)]
      const [from, to] = [start ?? NOWHERE, end ?? NOWHERE]
      const shared = {
        from,
        to,
        by,
        month: calendarMonth(monthOfDay(dayOfInstant(leg.departedAt))),
        hour: timeOfDay(leg.departedAt) / 3600,
        loadShare: leg.loadG / by.capacityG,
      }
      const straight = start && end && travel(start, end, by)
      const way = straight && straight.metres > 0 ? straight : leg
      const tableS = (metres: number, climbM: number): number => tableSeconds(from, to, by, metres, climbM)
      const level = climbBetween(from, to)
      return [
        {
          departedAt: leg.departedAt,
          seconds: leg.seconds,
          driven: {
            ...shared,
            metres: leg.metres,
            way: { climbM: leg.climbM, surface: leg.surface },
            tableS: tableS(leg.metres, Math.max(leg.climbM, level)),
          },
          planned: { ...shared, metres: way.metres, way: undefined, tableS: tableS(way.metres, level) },
        },
      ]
    })
    .sort((a, b) => a.departedAt - b.departedAt)
}
