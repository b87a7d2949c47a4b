import { metresOf, NONE, secondsOf } from './legs.ts'
import type { Problem } from './problem.ts'
import { backAt, isOpen } from './schedule.ts'

const IDLE = 0
const CANDIDATE = 1
/** In the tour, or shown not to fit into it. */
const CLOSED = 2

/** Working memory of {@link grow}; one for a depot. */
export interface Growth {
  /** Threads the stops from 0 to 0: the grown tour. */
  readonly next: Int32Array
  readonly state: Uint8Array
  readonly delta: Float64Array
  readonly after: Int32Array
  readonly candidates: Int32Array
  count: number
  stops: number
  metres: number
  mass: number
  volume: number
}

export const growthFor = (size: number): Growth => ({
  next: new Int32Array(size),
  state: new Uint8Array(size),
  delta: new Float64Array(size),
  after: new Int32Array(size),
  candidates: new Int32Array(size),
  count: 0,
  stops: 0,
  metres: 0,
  mass: 0,
  volume: 0,
})

/** Mass [g], volume [ml] and packs of what is left of each job. */
export interface Left {
  readonly mass: Float64Array
  readonly volume: Float64Array
  readonly packs: Float64Array
}

/**
 * Fills a tour of pool v by insertion around a first job: each time the job that saves most against a tour of its own (Solomon's I1),
 * as long as something is saved, the vehicle can carry it, no way is closed, and it is back by working second `limit`.
 * @param start working second at which the vehicle leaves
 */
export function grow(
  problem: Problem,
  growth: Growth,
  left: Left,
  v: number,
  seed: number,
  start: number,
  limit: number,
): void {
  const { type } = problem.pools[v]
  const { next, state, delta, after, candidates } = growth
  state.fill(IDLE)
  next[0] = seed
  next[seed] = 0
  growth.count = 0
  growth.stops = 1
  growth.mass = left.mass[seed]
  growth.volume = left.volume[seed]
  growth.metres = metresOf(problem.legs, v, 0, seed) + metresOf(problem.legs, v, seed, 0)
  state[seed] = CLOSED
  const maxStops = type.maxStops ?? Number.POSITIVE_INFINITY
  const maxMetres = type.maxMetres ?? Number.POSITIVE_INFINITY
  addNeighbours(problem, growth, left, v, seed)

  while (growth.stops < maxStops) {
    let best = 0
    let saving = 0
    for (let i = 0; i < growth.count; i++) {
      const job = candidates[i]
      if (state[job] !== CANDIDATE) continue
      const saved = problem.direct[v * problem.size + job] - delta[job]
      if (saved > saving || (saved === saving && best !== 0 && job < best)) {
        best = job
        saving = saved
      }
    }
    if (best === 0) return
    const from = after[best]
    const to = next[from]
    const longer = metresAdded(problem, v, from, best, to)
    state[best] = CLOSED
    if (
      growth.mass + left.mass[best] > type.capacityG ||
      growth.volume + left.volume[best] > type.capacityMl ||
      growth.metres + longer > maxMetres ||
      visits(problem, next, problem.site[best])
    ) {
      continue
    }
    next[from] = best
    next[best] = to
    if (backAt(problem, v, start, next) > limit || !isOpen(problem, v, start, next)) {
      next[from] = to
      continue
    }
    growth.stops++
    growth.mass += left.mass[best]
    growth.volume += left.volume[best]
    growth.metres += longer
    renew(problem, growth, v, from, best)
    addNeighbours(problem, growth, left, v, best)
  }
}

function visits(problem: Problem, next: Int32Array, site: number): boolean {
  for (let stop = next[0]; stop !== 0; stop = next[stop]) if (problem.site[stop] === site) return true
  return false
}

const metresAdded = ({ legs }: Problem, v: number, from: number, job: number, to: number): number =>
  metresOf(legs, v, from, job) + metresOf(legs, v, job, to) - metresOf(legs, v, from, to)

/** Cost of a job between two stops [céntimos]; Infinity where a way is missing. */
function costAdded(problem: Problem, v: number, from: number, job: number, to: number): number {
  const { legs, service } = problem
  const { type } = problem.pools[v]
  const there = secondsOf(legs, v, from, job)
  const on = secondsOf(legs, v, job, to)
  if (there === NONE || on === NONE) return Number.POSITIVE_INFINITY
  const longer = there + on - secondsOf(legs, v, from, to) + service[job]
  return type.costPerKm * (metresAdded(problem, v, from, job, to) / 1000) + type.costPerHour * (longer / 3600)
}

function place(problem: Problem, growth: Growth, v: number, job: number): void {
  const { next, delta, after } = growth
  delta[job] = Number.POSITIVE_INFINITY
  for (let from = 0; ; from = next[from]) {
    const cost = costAdded(problem, v, from, job, next[from])
    if (cost < delta[job]) {
      delta[job] = cost
      after[job] = from
    }
    if (next[from] === 0) return
  }
}

function addNeighbours(problem: Problem, growth: Growth, left: Left, v: number, stop: number): void {
  const { neighbours, near, size } = problem
  const { state, candidates } = growth
  const list = (v * size + stop) * near
  for (let i = list; i < list + near; i++) {
    const job = neighbours[i]
    if (job < 0) return
    if (state[job] !== IDLE || left.packs[job] === 0) continue
    state[job] = CANDIDATE
    candidates[growth.count++] = job
    place(problem, growth, v, job)
  }
}

/** After `added` came behind `from`: only the way it replaced and the two new ones can change a candidate's best place. */
function renew(problem: Problem, growth: Growth, v: number, from: number, added: number): void {
  const { next, state, delta, after, candidates } = growth
  for (let i = 0; i < growth.count; i++) {
    const job = candidates[i]
    if (state[job] !== CANDIDATE) continue
    if (after[job] === from) {
      place(problem, growth, v, job)
      continue
    }
    const before = costAdded(problem, v, from, job, added)
    if (before < delta[job]) {
      delta[job] = before
      after[job] = from
    }
    const behind = costAdded(problem, v, added, job, next[added])
    if (behind < delta[job]) {
      delta[job] = behind
      after[job] = added
    }
  }
}
