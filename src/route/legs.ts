import type { Day } from '../model/day.ts'
import type { Distance } from '../model/distance.ts'
import type { Leg } from '../model/tour.ts'
import { measuredWays, type Node, type Travel } from '../model/travel.ts'
import { seconds } from '../model/units.ts'
import type { VehicleType } from '../model/vehicle.ts'
import type { LegTimes, PlannedLeg } from './leg-time/leg-times.ts'

/** No way. */
export const NONE = -1
const UNKNOWN = -2
/** Fits 32 bits, and as seconds is far beyond any horizon. */
const LONGEST = 2_000_000_000

/** Days on which a way may not be driven, both included. */
export interface Closure {
  readonly from: number
  readonly until: number
}

/** Whether a way driven between two working seconds is driven on a closed day; resting on one is allowed. */
export function drivenWhenClosed(
  closures: readonly Closure[],
  days: Int32Array,
  shiftS: number,
  leave: number,
  there: number,
): boolean {
  const end = Math.min(days.length, Math.ceil(there / shiftS))
  for (const closure of closures) {
    for (let shift = Math.floor(leave / shiftS); shift < end; shift++) {
      if (days[shift] >= closure.from && days[shift] <= closure.until) return true
    }
  }
  return false
}

/**
 * Ways between the nodes of one depot for each of its vehicle types, asked of `travel` once, when first needed; where a network gives the
 * times, all at once before the search.
 * Rows are v × size + from; in a row, metres and seconds of each node in turn.
 */
export interface Legs {
  readonly size: number
  readonly nodes: readonly Node[]
  readonly types: readonly VehicleType[]
  readonly travel: Travel
  readonly times: LegTimes | undefined
  readonly rows: (Int32Array | undefined)[]
  /** Whether any way may be closed at all. */
  readonly mayClose: boolean
  readonly closures: (v: number, from: number, to: number) => readonly Closure[]
}

export function legsBetween(
  nodes: readonly Node[],
  types: readonly VehicleType[],
  travel: Travel,
  distances: readonly Distance[],
  times?: LegTimes,
): Legs {
  const measured = measuredWays(distances)
  const legs: Legs = {
    size: nodes.length,
    nodes,
    types,
    travel,
    times,
    rows: Array.from({ length: nodes.length * types.length }, () => undefined),
    mayClose: distances.some(isClosedAtTimes),
    closures: (v, from, to) =>
      (measured(nodes[from], nodes[to], types[v].mode) ?? []).filter(isClosedAtTimes).map((way) => ({
        from: way.closedFrom ?? Number.NEGATIVE_INFINITY,
        until: way.closedUntil ?? Number.POSITIVE_INFINITY,
      })),
  }
  if (times) predict(legs, times)
  return legs
}

/** Legs that the network is asked for at a time. */
const CHUNK = 8192

/** Fills all rows, the times of ways that no distance row tells by the network. */
function predict(legs: Legs, times: LegTimes): void {
  let batch: PlannedLeg[] = []
  let cells: { readonly row: Int32Array; readonly at: number }[] = []
  const flush = (): void => {
    times(batch).forEach((time, i) => (cells[i].row[cells[i].at] = Math.min(time, LONGEST)))
    batch = []
    cells = []
  }
  legs.types.forEach((by, v) =>
    legs.nodes.forEach((from, a) => {
      const row = rowOf(legs, v, a)
      legs.nodes.forEach((to, b) => {
        const leg = ask(legs, row, v, a, b)
        if (leg?.source !== 'straight-line') return
        batch.push({ from, to, by, leg, loaded: b > 0 })
        cells.push({ row, at: 2 * b + 1 })
        if (batch.length === CHUNK) flush()
      })
    }),
  )
  flush()
}

/** A way as a plan records it: there must be one. */
export function legOf(legs: Legs, v: number, from: number, to: number): Leg {
  const leg = legs.travel(legs.nodes[from], legs.nodes[to], legs.types[v])!
  if (!legs.times || leg.source !== 'straight-line') return leg
  return { ...leg, seconds: seconds(secondsOf(legs, v, from, to)), source: 'network' }
}

const isClosedAtTimes = (way: { closedFrom: Day | null; closedUntil: Day | null }): boolean =>
  way.closedFrom !== null || way.closedUntil !== null

function ask(legs: Legs, row: Int32Array, v: number, from: number, to: number): Leg | undefined {
  const leg = legs.travel(legs.nodes[from], legs.nodes[to], legs.types[v])
  row[2 * to] = leg ? Math.min(leg.metres, LONGEST) : NONE
  row[2 * to + 1] = leg ? Math.min(leg.seconds, LONGEST) : NONE
  return leg
}

function rowOf(legs: Legs, v: number, from: number): Int32Array {
  const at = v * legs.size + from
  return (legs.rows[at] ??= new Int32Array(2 * legs.size).fill(UNKNOWN))
}

/** [m], or NONE. */
export function metresOf(legs: Legs, v: number, from: number, to: number): number {
  const row = rowOf(legs, v, from)
  if (row[2 * to] === UNKNOWN) ask(legs, row, v, from, to)
  return row[2 * to]
}

/** [s], or NONE. */
export function secondsOf(legs: Legs, v: number, from: number, to: number): number {
  const row = rowOf(legs, v, from)
  if (row[2 * to] === UNKNOWN) ask(legs, row, v, from, to)
  return row[2 * to + 1]
}
