import type { Depot } from '../model/depot.ts'
import type { UnservedReason } from '../model/tour.ts'
import { type Calendar, workOf } from './calendar.ts'
import { type Closure, drivenWhenClosed, type Legs, metresOf, NONE, secondsOf } from './legs.ts'
import { canLoad, emptyYard, slotAfter } from './loading.ts'
import type { Order } from './orders.ts'
import type { Pool } from './problem.ts'
import { beginAt } from './schedule.ts'

/** Working seconds of a shift within which a hand-over may begin. */
export interface Span {
  readonly earliest: number
  readonly latest: number
}

/** The order's window within a shift, so that the hand-over also ends within it; empty when earliest > latest. */
export function spanOf(order: Order, { startS, shiftS }: Pool): Span {
  return {
    earliest: Math.max(0, (order.opens ?? 0) - startS),
    latest: Math.min((order.closes ?? 86_400) - startS, shiftS - order.serviceS),
  }
}

export type Ability =
  | { readonly served: true; readonly by: readonly number[] }
  | { readonly served: false; readonly reason: UnservedReason }

/**
 * Which pools of a depot can serve an order on some day of an empty month, or what stops them all. Each condition is asked of the
 * pools that meet those before it, so the reason is true of every vehicle that was still left.
 * @param node index of the order's node in `legs`
 * @param fits pools that can carry one pack
 */
export function abilityOf(
  depot: Depot,
  calendar: Calendar,
  pools: readonly Pool[],
  legs: Legs,
  order: Order,
  node: number,
  fits: readonly boolean[],
): Ability {
  const no = (reason: UnservedReason): Ability => ({ served: false, reason })
  let left = pools.map((_, v) => v)
  const keep = (test: (pool: Pool, v: number) => boolean): boolean => {
    left = left.filter((v) => test(pools[v], v))
    return left.length > 0
  }
  if (left.length === 0) return no('no-vehicle')
  if (!fits.includes(true)) return no('too-heavy')
  if (!keep((_, v) => metresOf(legs, v, 0, node) !== NONE && metresOf(legs, v, node, 0) !== NONE)) {
    return no('not-reached')
  }
  const { kind } = order
  if (kind !== null && !keep(({ type }) => type.skills.includes(kind))) return no('no-skill')
  if (!keep((_, v) => fits[v])) return no('too-heavy')
  const inTime = (pool: Pool): boolean => {
    const { earliest, latest } = spanOf(order, pool)
    return pool.shiftS > 0 && canLoad(depot, pool) && earliest <= latest
  }
  if (!keep(inTime)) return no('window')
  if (!keep((pool, v) => isNear(depot, calendar, pool, legs, v, node))) return no('too-far')
  if (!keep((pool, v) => isOpenOnSomeDay(depot, calendar, pools, pool, legs, v, order, node))) return no('closed')
  return { served: true, by: left }
}

function isNear(depot: Depot, calendar: Calendar, pool: Pool, legs: Legs, v: number, node: number): boolean {
  const { type, shiftS } = pool
  if (type.maxStops !== null && type.maxStops < 1) return false
  const far = metresOf(legs, v, 0, node) + metresOf(legs, v, node, 0)
  if (type.maxMetres !== null && far > type.maxMetres) return false
  // A hand-over waits for the next shift at most once; loading and leaving take part of the first.
  const work = depot.loadS + secondsOf(legs, v, 0, node) + secondsOf(legs, v, node, 0)
  return work / shiftS + 4 + calendar.startDays < calendar.days.length
}

function isOpenOnSomeDay(
  depot: Depot,
  calendar: Calendar,
  pools: readonly Pool[],
  pool: Pool,
  legs: Legs,
  v: number,
  order: Order,
  node: number,
): boolean {
  const out = legs.closures(v, 0, node)
  const home = legs.closures(v, node, 0)
  if (out.length === 0 && home.length === 0) return true
  const { shiftS } = pool
  const { earliest, latest } = spanOf(order, pool)
  const empty = emptyYard(calendar, pools)
  const driven = (closures: readonly Closure[], leave: number, there: number): boolean =>
    drivenWhenClosed(closures, calendar.days, shiftS, leave, there)
  for (let index = 0; index < calendar.startDays; index++) {
    const slot = slotAfter(depot, calendar, empty, pool, calendar.days[index] * 86_400)
    if (!slot) return false
    const leave = workOf(calendar, pool, slot.index, slot.load) + depot.loadS
    const drive = secondsOf(legs, v, 0, node)
    const done = beginAt(leave, drive, shiftS, earliest, latest) + order.serviceS
    if (!driven(out, leave, leave + drive) && !driven(home, done, done + secondsOf(legs, v, node, 0))) return true
  }
  return false
}
