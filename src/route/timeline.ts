import { dayOfInstant, type Instant, instant } from '../model/day.ts'
import type { Load, Stop, Tour } from '../model/tour.ts'
import { centimos, metres, packs, seconds } from '../model/units.ts'
import { beginnings } from './best-attempt.ts'
import { beginning, ending, workOf } from './calendar.ts'
import type { Draft } from './dispatch.ts'
import { secondsOf } from './legs.ts'
import { type Problem, tourCost } from './problem.ts'

/** What one draft hands over at a stop: its cut, or what the full loads of other tours left of the job. */
export type Handed = (draft: Draft, job: number) => readonly Load[]

/** Loads of each draft's stops. Full loads are cut first, the tour that takes a job whole takes the rest. */
export function handedBy(problem: Problem, drafts: readonly Draft[]): Handed {
  const { lineStart, lines } = problem
  const rest = Float64Array.from(lines, (load) => load.packs)
  for (const { cut, stops } of drafts) cut?.forEach((taken, i) => (rest[lineStart[stops[0]] + i] -= taken))
  return ({ cut }, job) => {
    const loads: Load[] = []
    for (let line = lineStart[job]; line < lineStart[job + 1]; line++) {
      const taken = cut ? cut[line - lineStart[job]] : rest[line]
      if (taken > 0) loads.push({ ...lines[line], packs: packs(taken) })
    }
    return loads
  }
}

/** A draft with its moments, still without a number. */
export function timeline(problem: Problem, draft: Draft, handed: Handed): Omit<Tour, 'id'> {
  const { calendar, depot, legs, orders, service } = problem
  const { v, slot } = draft
  const pool = problem.pools[v]
  const begins = beginnings(problem, draft)
  const leave = instant(slot.load + depot.loadS)
  const after = (from: Instant, work: number, drive: number): Instant =>
    drive === 0 ? from : ending(calendar, pool, work + drive)

  const stops: Stop[] = []
  let at = 0
  let now = leave
  let work = workOf(calendar, pool, slot.index, slot.load) + depot.loadS
  draft.stops.forEach((job, i) => {
    const drive = secondsOf(legs, v, at, job)
    const arrive = after(now, work, drive)
    const atOnce = service[job] === 0 && begins[i] === work + drive
    const begin = atOnce ? arrive : beginning(calendar, pool, begins[i])
    now = instant(begin + service[job])
    work = begins[i] + service[job]
    const { node, ubigeo } = orders[job]
    stops.push({ at: node.id, ubigeo, arrive, begin, depart: now, loads: handed(draft, job) })
    at = job
  })
  return {
    depot: depot.id,
    vehicleType: pool.type.id,
    vehicle: draft.vehicle + 1,
    date: dayOfInstant(slot.load),
    load: slot.load,
    leave,
    back: after(now, work, secondsOf(legs, v, at, 0)),
    stops,
    metres: metres(draft.metres),
    seconds: seconds(draft.work - depot.loadS),
    cost: centimos(Math.round(tourCost(pool.type, draft.metres, draft.work))),
  }
}
