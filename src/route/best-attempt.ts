import { startOfDay } from '../model/day.ts'
import { beginning, workOf } from './calendar.ts'
import { type Attempt, COST_OF_A_DAY, dispatch, type Draft, type Manner, reorder } from './dispatch.ts'
import { secondsOf } from './legs.ts'
import { type Problem, tourCost } from './problem.ts'
import { beginAt } from './schedule.ts'

/** Short tours serve early, long ones serve more when vehicles are few; which is better is seen by trying. */
const MANNERS: readonly Manner[] = [1, 2, Number.POSITIVE_INFINITY].flatMap((stretch) => [
  { stretch, seeds: 'far' as const },
  { stretch, seeds: 'dense' as const },
])

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

/** The attempt that serves most packs and, of those, has the least price; the first when equal. */
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
  for (const manner of MANNERS) {
    if (best && cancelled()) break
    const attempt = dispatch(problem, manner)
    consider(attempt)
    consider(reorder(problem, attempt))
  }
  return best!
}
