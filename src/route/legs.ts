import type { Day } from '../model/day.ts'
import type { Distance } from '../model/distance.ts'
import { measuredWays, type Node, type Travel } from '../model/travel.ts'
import type { VehicleType } from '../model/vehicle.ts'

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
 * Ways between the nodes of one depot for each of its vehicle types, asked of `travel` once, when first needed.
 * Rows are v × size + from; in a row, metres and seconds of each node in turn.
 */
export interface Legs {
  readonly size: number
  readonly nodes: readonly Node[]
  readonly types: readonly VehicleType[]
  readonly travel: Travel
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
): Legs {
  const measured = measuredWays(distances)
  return {
    size: nodes.length,
    nodes,
    types,
    travel,
    rows: Array.from({ length: nodes.length * types.length }, () => undefined),
    mayClose: distances.some(isClosedAtTimes),
    closures: (v, from, to) =>
      (measured(nodes[from], nodes[to], types[v].mode) ?? []).filter(isClosedAtTimes).map((way) => ({
        from: way.closedFrom ?? Number.NEGATIVE_INFINITY,
        until: way.closedUntil ?? Number.POSITIVE_INFINITY,
      })),
  }
}

const isClosedAtTimes = (way: { closedFrom: Day | null; closedUntil: Day | null }): boolean =>
  way.closedFrom !== null || way.closedUntil !== null

function ask(legs: Legs, row: Int32Array, v: number, from: number, to: number): void {
  const leg = legs.travel(legs.nodes[from], legs.nodes[to], legs.types[v])
  row[2 * to] = leg ? Math.min(leg.metres, LONGEST) : NONE
  row[2 * to + 1] = leg ? Math.min(leg.seconds, LONGEST) : NONE
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
