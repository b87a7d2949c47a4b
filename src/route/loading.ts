import type { Depot } from '../model/depot.ts'
import { type Instant, instant } from '../model/day.ts'
import { type Calendar, workingIndex } from './calendar.ts'
import type { Pool } from './problem.ts'

/** When each vehicle of a depot is free again, and which loadings are agreed. */
export interface Yard {
  /** Per pool and vehicle. */
  readonly ready: readonly Float64Array[]
  /** Per working day of the month: when loadings begin, ascending. */
  readonly loadings: readonly number[][]
}

export function emptyYard(calendar: Calendar, pools: readonly Pool[]): Yard {
  return {
    ready: pools.map((pool) => new Float64Array(pool.count)),
    loadings: Array.from({ length: calendar.startDays }, () => []),
  }
}

/** Whether a vehicle of the pool can be loaded on an empty day: inside its shift and the depot's hours. */
export const canLoad = (depot: Depot, pool: Pick<Pool, 'startS' | 'shiftS'>): boolean =>
  depot.docks >= 1 && lastLoad(depot, pool) >= Math.max(depot.opens, pool.startS)

const lastLoad = (depot: Depot, { startS, shiftS }: Pick<Pool, 'startS' | 'shiftS'>): number =>
  Math.min(depot.closes - depot.loadS, startS + shiftS - Math.max(depot.loadS, 1))

/** Vehicle of the pool that is free first; ties to the first. */
export function firstFree(ready: Float64Array): number {
  let best = 0
  for (let i = 1; i < ready.length; i++) if (ready[i] < ready[best]) best = i
  return best
}

/** A moment at which loading can begin, with the index of its working day. */
export interface Slot {
  readonly index: number
  readonly load: Instant
}

/** First slot of the month at or after a moment at which a dock is free, the depot open and the crew in its shift. */
export function slotAfter(depot: Depot, calendar: Calendar, yard: Yard, pool: Pool, after: number): Slot | undefined {
  for (let index = workingIndex(calendar, instant(after)); index < calendar.startDays; index++) {
    const midnight = calendar.days[index] * 86_400
    const load = dockFree(
      yard.loadings[index],
      depot.docks,
      depot.loadS,
      Math.max(after, midnight + Math.max(depot.opens, pool.startS)),
    )
    if (load <= midnight + lastLoad(depot, pool)) return { index, load: instant(load) }
  }
  return undefined
}

/** First moment from `t` on at which one more loading of the same length fits. Only where another one ends can it begin to fit. */
function dockFree(begins: readonly number[], docks: number, loadS: number, t: number): number {
  if (loadS === 0) return t
  if (fits(begins, docks, loadS, t)) return t
  for (const begin of begins) {
    if (begin + loadS > t && fits(begins, docks, loadS, begin + loadS)) return begin + loadS
  }
  return Number.POSITIVE_INFINITY
}

/** The most loadings at once during [t, t + loadS) stand at t itself or at a begin within. */
function fits(begins: readonly number[], docks: number, loadS: number, t: number): boolean {
  if (running(begins, loadS, t) >= docks) return false
  for (const begin of begins) {
    if (begin > t && begin < t + loadS && running(begins, loadS, begin) >= docks) return false
  }
  return true
}

function running(begins: readonly number[], loadS: number, t: number): number {
  let count = 0
  for (const begin of begins) if (begin <= t && begin > t - loadS) count++
  return count
}

export function book(yard: Yard, v: number, vehicle: number, slot: Slot, back: Instant): void {
  yard.ready[v][vehicle] = back
  const begins = yard.loadings[slot.index]
  let at = begins.length
  while (at > 0 && begins[at - 1] > slot.load) at--
  begins.splice(at, 0, slot.load)
}
