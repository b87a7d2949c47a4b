import { drivenWhenClosed, secondsOf } from './legs.ts'
import type { Problem } from './problem.ts'

/**
 * When a hand-over begins, for a vehicle that leaves at working second `leave` and drives for `drive`: in the same shift when its span
 * [earliest, latest] has not passed, else in the next one. Never earlier for a later arrival, so leaving at once is best.
 * Only a hand-over that takes no time can begin at the very end of a shift: then latest = shiftS.
 */
export function beginAt(leave: number, drive: number, shiftS: number, earliest: number, latest: number): number {
  const t = leave + drive
  const shift = Math.floor(t / shiftS) * shiftS
  const into = t - shift
  if (into === 0 && drive > 0 && latest === shiftS) return t
  if (into > latest) return shift + shiftS + earliest
  return into < earliest ? shift + earliest : t
}

/**
 * Working second at which a vehicle of pool v that leaves at `start` is back; `next` threads its stops from 0 (the depot) to 0.
 */
export function backAt(problem: Problem, v: number, start: number, next: Int32Array): number {
  const { legs, size, service, earliest, latest } = problem
  const { shiftS } = problem.pools[v]
  let t = start
  let at = 0
  for (let to = next[0]; to !== 0; to = next[to]) {
    t = beginAt(t, secondsOf(legs, v, at, to), shiftS, earliest[v * size + to], latest[v * size + to]) + service[to]
    at = to
  }
  return t + secondsOf(legs, v, at, 0)
}

/** Whether no way of the tour is closed on a day on which it would be driven. */
export function isOpen(problem: Problem, v: number, start: number, next: Int32Array): boolean {
  const { legs, size, service, earliest, latest } = problem
  if (!legs.mayClose) return true
  const { shiftS } = problem.pools[v]
  let t = start
  let at = 0
  for (;;) {
    const to = next[at]
    const drive = secondsOf(legs, v, at, to)
    if (drivenWhenClosed(legs.closures(v, at, to), problem.calendar.days, shiftS, t, t + drive)) return false
    if (to === 0) return true
    t = beginAt(t, drive, shiftS, earliest[v * size + to], latest[v * size + to]) + service[to]
    at = to
  }
}

/** Threads a tour's stops through `next`. */
export function thread(next: Int32Array, stops: ArrayLike<number>): void {
  let at = 0
  for (let i = 0; i < stops.length; i++) {
    next[at] = stops[i]
    at = stops[i]
  }
  next[at] = 0
}
