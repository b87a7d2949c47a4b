import { dayOfInstant, type Instant, monthOfDay, timeOfDay } from '../../model/day.ts'
import type { DrivenLeg } from '../../model/distance.ts'
import { calendarMonth } from '../../model/month.ts'
import { climbBetween, type End, type Node, straightLineTravel, tableSeconds } from '../../model/travel.ts'
import type { VehicleType } from '../../model/vehicle.ts'
import { type KnownWay, newWays, wayOf } from './known-ways.ts'

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

/** A leg that was driven: as it was, and as a plan would have seen it that morning. */
export interface LegExample {
  readonly departedAt: Instant
  readonly seconds: number
  readonly driven: LegFacts
  readonly planned: LegFacts
}

const travel = straightLineTravel([])

/**
 * A leg before it is driven.
 * @param way as it was driven before, if it was
 * @param metres else its length, by the straight line
 */
export function legFacts(
  from: End,
  to: End,
  by: VehicleType,
  way: KnownWay | undefined,
  metres: number,
  when: Pick<LegFacts, 'month' | 'hour' | 'loadShare'>,
): LegFacts {
  const length = way?.metres ?? metres
  const climb = Math.max(way?.climbM ?? 0, climbBetween(from, to))
  return { ...when, from, to, by, metres: length, way, tableS: tableSeconds(from, to, by, length, climb) }
}

const NOWHERE: End = { region: null, altitudeM: null }

/** Legs of a known type of vehicle that took any time to get anywhere, in order of departure. */
export function legExamples(
  legs: readonly DrivenLeg[],
  types: readonly VehicleType[],
  nodeOf: (id: string) => Node | undefined,
): readonly LegExample[] {
  const byId = new Map(types.map((type) => [type.id, type]))
  const ways = newWays()
  const days = Map.groupBy(
    legs.toSorted((a, b) => a.departedAt - b.departedAt),
    (leg) => dayOfInstant(leg.departedAt),
  )
  return [...days.values()].flatMap((day) => {
    const examples = day.flatMap((leg): LegExample[] => {
      const by = byId.get(leg.vehicleType)
      if (by === undefined || by.mode !== leg.mode || leg.seconds < 1 || leg.metres < 1) return []
      const [start, end] = [nodeOf(leg.from), nodeOf(leg.to)]
      const [from, to] = [start ?? NOWHERE, end ?? NOWHERE]
      const straight = (start && end && travel(start, end, by)?.metres) || leg.metres
      const when = {
        month: calendarMonth(monthOfDay(dayOfInstant(leg.departedAt))),
        hour: timeOfDay(leg.departedAt) / 3600,
        loadShare: leg.loadG / Math.max(1, by.capacityG),
      }
      const known = ways.of(leg.from, leg.to, leg.mode)
      return [
        {
          departedAt: leg.departedAt,
          seconds: leg.seconds,
          driven: legFacts(from, to, by, wayOf(leg), leg.metres, when),
          planned: legFacts(from, to, by, known, straight, when),
        },
      ]
    })
    for (const leg of day) ways.drive(leg)
    return examples
  })
}
