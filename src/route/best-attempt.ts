import { startOfDay } from '../model/day.ts'
import { beginning, workOf } from './calendar.ts'
import { type Attempt, COST_OF_A_DAY, dispatch, type Draft, reorder } from './dispatch.ts'
import { secondsOf } from './legs.ts'
import { type Problem, tourCost } from './problem.ts'
import { beginAt } from './schedule.ts'

/** Short tours serve early, long ones serve more when vehicles are few; which is better is seen by trying. */
const STRETCHES = [1, 2, Number.POSITIVE_INFINITY]
/** Rounds of letting jobs that found no vehicle go first; bounds the time where fleets are scarce, not tuned. */
const ROUNDS = 8

/** Working seconds at which the hand-overs of a tour begin, in the order of its stops. */
export function beginnings(problem: Problem, { v, stops, slot }: Draft): Float64Array {
  const { legs, size, service, earliest, latest, calendar, depot } = problem
  const pool = problem.pools[v]
  const begins = new Float64Array(stops.length)
  let t = workOf(calendar, pool, slot.index, slot.load) + depot.loadS
  let at = 0
  stops.forEach((to, i) => {
    begins[i] = beginAt(t, secondsOf(legs, v, at, to), pool.shiftS, earliest[v * size + to], latest[v * size + to])
    t = begins[i] + service[to]
    at = to
  })
  return begins
}

interface Worth {
  readonly packs: number
  /** Cost with the waiting of the average pack counted in. */
  readonly price: number
}

function worthOf(problem: Problem, { drafts }: Attempt): Worth {
  const { pools, calendar } = problem
  let packs = 0
  let cost = 0
  let packDays = 0
  for (const draft of drafts) {
    const begins = beginnings(problem, draft)
    draft.handed.forEach((count, i) => {
      const waited = beginning(calendar, pools[draft.v], begins[i]) - startOfDay(calendar.first)
      packDays += (count * waited) / 86_400
    })
    packs += draft.packs
    cost += tourCost(pools[draft.v].type, draft.metres, draft.work)
  }
  return { packs, price: cost * (1 + COST_OF_A_DAY * (packs > 0 ? packDays / packs : 0)) }
}

/** Jobs that a vehicle can serve: the farthest first, and those with the most packs for the time first. */
function seedOrders({ legs, size, able, pools, lines, lineStart }: Problem): readonly (readonly number[])[] {
  const time = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const packs = new Float64Array(size)
  const jobs: number[] = []
  for (let job = 1; job < size; job++) {
    for (let v = 0; v < pools.length; v++) {
      if (able[v * size + job] === 0) continue
      time[job] = Math.min(time[job], secondsOf(legs, v, 0, job) + secondsOf(legs, v, job, 0))
    }
    for (let line = lineStart[job]; line < lineStart[job + 1]; line++) packs[job] += lines[line].packs
    if (time[job] < Number.POSITIVE_INFINITY) jobs.push(job)
  }
  const density = (job: number): number => packs[job] / (time[job] + 1)
  return [
    jobs.toSorted((a, b) => time[b] - time[a] || a - b),
    jobs.toSorted((a, b) => density(b) - density(a) || a - b),
  ]
}

/**
 * The attempt that serves most packs and, of those, has the least price; the first when equal. While jobs find no vehicle, the order is
 * tried again with these first (Joslin and Clements 1999, "Squeaky wheel" optimization).
 */
export function bestAttempt(problem: Problem, cancelled: () => boolean): Attempt {
  let best: Attempt | undefined
  let worth: Worth | undefined
  const consider = (attempt: Attempt | undefined): void => {
    if (!attempt) return
    const its = worthOf(problem, attempt)
    if (worth && (its.packs < worth.packs || (its.packs === worth.packs && its.price >= worth.price))) return
    best = attempt
    worth = its
  }
  for (const stretch of STRETCHES) {
    for (const order of seedOrders(problem)) {
      let seeds = order
      for (let round = 0; round < ROUNDS; round++) {
        if (best && cancelled()) return best
        const attempt = dispatch(problem, seeds, stretch)
        consider(attempt)
        consider(reorder(problem, attempt))
        const left = seeds.filter((job) => attempt.left.packs[job] > 0)
        if (left.length === 0) break
        seeds = [...left, ...seeds.filter((job) => attempt.left.packs[job] === 0)]
      }
    }
  }
  return best!
}
