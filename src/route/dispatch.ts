import { dayOfInstant } from '../model/day.ts'
import { beginning, ending, workOf } from './calendar.ts'
import { type Growth, grow, growthFor, type Left } from './grow.ts'
import { metresOf, secondsOf } from './legs.ts'
import { book, emptyYard, firstFree, type Slot, slotAfter, type Yard } from './loading.ts'
import { type Problem, tourCost } from './problem.ts'
import { backAt, beginAt, isOpen, thread } from './schedule.ts'

/**
 * What a day of waiting weighs against cost: a vehicle that would come a day later must be a fifth cheaper (1 − 1 ÷ 1.25).
 * An assumption; without it either one cheap vehicle would carry all month while others stand idle, or aircraft would go where lorries can.
 */
export const COST_OF_A_DAY = 0.25

/** A tour that is agreed: vehicle, slot, stops, and what it carries of each line where that is not all of the job. */
export interface Draft {
  readonly v: number
  readonly stops: Int32Array
  /** Packs of each line of its only stop: a full load cut from a larger job. Otherwise all that is left of each job. */
  readonly cut: Float64Array | undefined
  /** Handed over at each stop. */
  readonly handed: Float64Array
  readonly packs: number
  readonly metres: number
  /** Driving, service and loading [s]. */
  readonly work: number
  readonly vehicle: number
  readonly slot: Slot
  /** A closed way put it off: it must not come before tours that can start at once. */
  readonly putOff: boolean
}

export interface Attempt {
  readonly drafts: readonly Draft[]
  /** Packs of each line that stay behind. */
  readonly lineLeft: Float64Array
  readonly left: Left
}

interface State {
  readonly problem: Problem
  readonly growth: Growth
  readonly left: Left
  readonly lineLeft: Float64Array
  readonly yard: Yard
  readonly drafts: Draft[]
}

interface Start {
  readonly vehicle: number
  readonly slot: Slot
  readonly work: number
  readonly putOff: boolean
}

/** Slot of the vehicle of pool v that is free first and for which no way of the tour in `next` is closed. */
function startOf(problem: Problem, yard: Yard, next: Int32Array, v: number): Start | undefined {
  const { depot, calendar, pools } = problem
  const vehicle = firstFree(yard.ready[v])
  let after = yard.ready[v][vehicle]
  for (let putOff = false; ; putOff = true) {
    const slot = slotAfter(depot, calendar, yard, pools[v], after)
    if (!slot) return undefined
    const work = workOf(calendar, pools[v], slot.index, slot.load) + depot.loadS
    if (isOpen(problem, v, work, next)) return { vehicle, slot, work, putOff }
    after = (calendar.days[slot.index] + 1) * 86_400
  }
}

function agree(problem: Problem, yard: Yard, next: Int32Array, v: number, start: Start): void {
  const back = ending(problem.calendar, problem.pools[v], backAt(problem, v, start.work, next))
  book(yard, v, start.vehicle, start.slot, back)
}

/** Packs of each line of a job that one vehicle of pool v takes, in the order of the lines. */
function fullLoad({ problem, lineLeft }: State, v: number, job: number): Float64Array {
  const { lineStart, lineMass, lineVolume } = problem
  const { type } = problem.pools[v]
  const take = new Float64Array(lineStart[job + 1] - lineStart[job])
  let mass: number = type.capacityG
  let volume: number = type.capacityMl
  for (let i = 0; i < take.length; i++) {
    const line = lineStart[job] + i
    const byMass = lineMass[line] > 0 ? Math.floor(mass / lineMass[line]) : Number.POSITIVE_INFINITY
    const byVolume = lineVolume[line] > 0 ? Math.floor(volume / lineVolume[line]) : Number.POSITIVE_INFINITY
    take[i] = Math.min(lineLeft[line], byMass, byVolume)
    mass -= take[i] * lineMass[line]
    volume -= take[i] * lineVolume[line]
  }
  return take
}

interface Option {
  readonly draft: Draft
  readonly start: Start
  /** Of one gram; of one pack where packs weigh nothing. */
  readonly unitCost: number
  readonly day: number
}

/** The tour that pool v would make for this job next. */
function optionOf(state: State, v: number, seed: number, whole: boolean, stretch: number): Option | undefined {
  const { problem, growth, left, yard } = state
  const { legs, service, size, lineStart, lineMass } = problem
  const { shiftS, type } = problem.pools[v]
  thread(growth.next, [seed])
  const start = startOf(problem, yard, growth.next, v)
  if (!start) return undefined
  const drive = secondsOf(legs, v, 0, seed)
  const begin = beginAt(start.work, drive, shiftS, problem.earliest[v * size + seed], problem.latest[v * size + seed])
  const first = Math.floor(start.work / shiftS)
  const shifts = Math.ceil(backAt(problem, v, start.work, growth.next) / shiftS) - first
  const limit = Math.min(first + Math.floor(shifts * stretch), problem.calendar.days.length - 1) * shiftS

  let cut: Float64Array | undefined
  let packs = 0
  let mass = 0
  if (whole) {
    grow(problem, growth, left, v, seed, start.work, limit)
    mass = growth.mass
  } else {
    cut = fullLoad(state, v, seed)
    for (let i = 0; i < cut.length; i++) {
      packs += cut[i]
      mass += cut[i] * lineMass[lineStart[seed] + i]
    }
  }
  const stops: number[] = []
  let metres = 0
  let work: number = problem.depot.loadS
  let at = 0
  for (let to = growth.next[0]; ; to = growth.next[to]) {
    metres += metresOf(legs, v, at, to)
    work += secondsOf(legs, v, at, to)
    if (to === 0) break
    work += service[to]
    stops.push(to)
    at = to
  }
  const handed = Float64Array.from(stops, (job) => (whole ? left.packs[job] : packs))
  if (whole) packs = handed.reduce((sum, n) => sum + n, 0)
  const { vehicle, slot, putOff } = start
  return {
    draft: { v, stops: Int32Array.from(stops), cut, handed, packs, metres, work, vehicle, slot, putOff },
    start,
    unitCost: tourCost(type, metres, work) / (mass || packs),
    day: dayOfInstant(beginning(problem.calendar, problem.pools[v], begin)),
  }
}

/** The pool that carries a kilogram cheapest, waiting counted; full loads only where no vehicle in time takes the job whole. */
function bestOption(state: State, seed: number, stretch: number): Option | undefined {
  const { problem, left } = state
  for (const whole of [true, false]) {
    const options: Option[] = []
    for (let v = 0; v < problem.pools.length; v++) {
      const { capacityG, capacityMl } = problem.pools[v].type
      const fits = left.mass[seed] <= capacityG && left.volume[seed] <= capacityMl
      if (problem.able[v * problem.size + seed] === 0 || fits !== whole) continue
      const option = optionOf(state, v, seed, whole, stretch)
      if (option) options.push(option)
    }
    const soonest = Math.min(...options.map((option) => option.day))
    const weighed = (o: Option): number => o.unitCost * (1 + COST_OF_A_DAY * (o.day - soonest))
    if (options.length > 0) return options.reduce((best, o) => (weighed(o) < weighed(best) ? o : best))
  }
  return undefined
}

function commit(state: State, { draft, start }: Option): void {
  const { problem, growth, left, lineLeft, yard } = state
  const { lineStart, lineMass, lineVolume } = problem
  thread(growth.next, draft.stops)
  agree(problem, yard, growth.next, draft.v, start)
  state.drafts.push(draft)
  for (const job of draft.stops) {
    for (let line = lineStart[job]; line < lineStart[job + 1]; line++) {
      const taken = draft.cut ? draft.cut[line - lineStart[job]] : lineLeft[line]
      lineLeft[line] -= taken
      left.packs[job] -= taken
      left.mass[job] -= taken * lineMass[line]
      left.volume[job] -= taken * lineVolume[line]
    }
  }
}

/**
 * Builds tours one after another, each on the vehicle and slot that suit its first job, until all is served or no slot is left.
 * @param seeds jobs in the order in which they may begin a tour
 * @param stretch shifts that a grown tour may take, as a multiple of those its first job alone would take
 */
export function dispatch(problem: Problem, seeds: readonly number[], stretch: number): Attempt {
  const { size, lines, lineStart, lineMass, lineVolume } = problem
  const left: Left = {
    mass: new Float64Array(size),
    volume: new Float64Array(size),
    packs: new Float64Array(size),
  }
  for (let job = 1; job < size; job++) {
    for (let line = lineStart[job]; line < lineStart[job + 1]; line++) {
      left.packs[job] += lines[line].packs
      left.mass[job] += lines[line].packs * lineMass[line]
      left.volume[job] += lines[line].packs * lineVolume[line]
    }
  }
  const lineLeft = Float64Array.from(lines, (load) => load.packs)
  const yard = emptyYard(problem.calendar, problem.pools)
  const state: State = { problem, growth: growthFor(size), left, lineLeft, yard, drafts: [] }

  const putOff: { readonly seed: number; readonly load: number }[] = []
  for (const seed of seeds) {
    while (left.packs[seed] > 0) {
      const option = bestOption(state, seed, stretch)
      if (option?.draft.putOff) putOff.push({ seed, load: option.draft.slot.load })
      if (!option || option.draft.putOff) break
      commit(state, option)
    }
  }
  putOff.sort((a, b) => a.load - b.load || a.seed - b.seed)
  for (const { seed } of putOff) {
    while (left.packs[seed] > 0) {
      const option = bestOption(state, seed, stretch)
      if (!option) break
      commit(state, option)
    }
  }
  return { drafts: state.drafts, lineLeft, left }
}

/**
 * The same tours in the order of packs for time (Smith's rule: the least waiting in all), on the vehicles that come free first;
 * `undefined` when one of them then finds no slot.
 */
export function reorder(problem: Problem, { drafts, ...rest }: Attempt): Attempt | undefined {
  const yard = emptyYard(problem.calendar, problem.pools)
  const next = new Int32Array(problem.size)
  const order = drafts.map((_, i) => i)
  const density = (i: number): number => drafts[i].packs / Math.max(1, drafts[i].work)
  order.sort((a, b) => Number(drafts[a].putOff) - Number(drafts[b].putOff) || density(b) - density(a) || a - b)
  const placed: Draft[] = []
  for (const i of order) {
    const draft = drafts[i]
    thread(next, draft.stops)
    const start = startOf(problem, yard, next, draft.v)
    if (!start) return undefined
    agree(problem, yard, next, draft.v, start)
    placed.push({ ...draft, vehicle: start.vehicle, slot: start.slot })
  }
  return { drafts: placed, ...rest }
}
