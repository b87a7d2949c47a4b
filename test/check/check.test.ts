import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan } from '../../src/check/check.ts'
import { VIOLATION_KINDS, type ViolationKind } from '../../src/check/violation.ts'
import { dayOf } from '../../src/model/day.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import type { Plan } from '../../src/model/plan.ts'
import { at, goodHashes, goodPlan } from './plan.ts'

type Mutable<T> = T extends number | string ? T : { -readonly [K in keyof T]: Mutable<T[K]> }
type Edit = (plan: Mutable<Plan>) => void

/** Changes a copy of the good plan. */
function planted(edit: Edit): Plan {
  const plan = structuredClone(goodPlan) as Mutable<Plan>
  edit(plan)
  return plan
}

const kindsOf = (
  plan: Plan,
  hashes: ReadonlyMap<string, string | undefined> = goodHashes,
): readonly ViolationKind[] => [...new Set(checkPlan(plan, hashes).map((v) => v.kind))]

const set = <T extends object>(of: T | undefined, change: Partial<T>): void => void Object.assign(of as T, change)
const minute = (m: number) => m * 60

/** The tour to the capital of 120201, driven twice: with a second vehicle or later. */
function secondTour(plan: Mutable<Plan>, vehicle: number, later: number): void {
  const tour = structuredClone(plan.routes.tours[1]) as Mutable<Plan['routes']['tours'][number]>
  for (const name of ['load', 'leave', 'back'] as const) (tour[name] as number) += later
  for (const stop of tour.stops)
    for (const name of ['arrive', 'begin', 'depart'] as const) (stop[name] as number) += later
  tour.id = 'T0003'
  tour.vehicle = vehicle
  set(tour.stops[0]?.loads[0], { packs: 2 as never })
  plan.routes.unserved = []
  plan.routes.tours.push(tour)
}

const FAULTS: Readonly<Record<Exclude<ViolationKind, 'hash'>, Readonly<Record<string, Edit>>>> = {
  lot: {
    'a grant from a lot that is not there': (p) => set(p.allocation.grants[3], { lot: 'X9' }),
    'a grant from a lot of another depot': (p) => set(p.allocation.grants[3], { depot: 'HYO' }),
  },
  expiry: {
    'a lot that spoils before the month ends': (p) => set(p.lots[0], { expires: dayOf(2026, 2, 27) }),
    'a lot that comes after the month began': (p) => set(p.lots[1], { arrives: dayOf(2026, 3, 2) }),
  },
  earmark: {
    'a lot reserved for another department': (p) => set(p.lots[3], { earmark: '15' }),
    'a product reserved for another department': (p) => set(p.products[1], { earmark: '12' }),
  },
  stock: { 'a lot of 9 packs that gives 10': (p) => set(p.lots[1], { packs: 9 as never }) },
  'critical-level': {
    // 120 in LIM less 65 granted leave 55.
    'one pack less than the critical level stays': (p) => set(p.products[0], { criticalPacks: 56 as never }),
  },
  need: {
    'packs that do not follow from the quantity': (p) => set(p.needs[3], { quantity: 14.1 }),
    'a half rounded down': (p) => set(p.needs[5], { quantity: 17.1 }),
    'a need outside the window': (p) => set(p.window, { months: 1 }),
  },
  packs: {
    'a shortfall that leaves a gap': (p) => set(p.allocation.shortfalls[0], { packs: 3 as never }),
    'a shortfall where nothing is needed': (p) => set(p.allocation.shortfalls[0], { product: 'kit' }),
  },
  place: {
    'a stop at a point of another place': (p) => set(p.points[0], { ubigeo: ubigeo('150201') }),
    'a stop at the capital of a place with a point': (p) =>
      void p.points.push({ ...(p.points[0] as Mutable<Plan['points'][number]>), id: 'P3', ubigeo: ubigeo('120201') }),
  },
  reserve: {
    'a reserve that is routed': (p) =>
      void p.routes.unserved.push({
        depot: 'LIM',
        at: '150000',
        ubigeo: '150000',
        load: { product: 'food', lot: 'L1', packs: 5 as never },
        reason: 'no-time',
      }),
  },
  'route-packs': {
    'a pack that is neither handed over nor unserved': (p) => set(p.routes.unserved[0]?.load, { packs: 1 as never }),
    'packs taken from another depot than granted': (p) => set(p.routes.unserved[0], { depot: 'LIM' }),
  },
  fleet: {
    'a third vehicle of two': (p) => set(p.routes.tours[0], { vehicle: 3 }),
    'a vehicle type that is not there': (p) => set(p.routes.tours[0], { vehicleType: 'ship' }),
  },
  // 50 × 29,500 g + 8 × 5,000 g.
  'capacity-mass': { 'one gram too much': (p) => set(p.vehicleTypes[0], { capacityG: 1_514_999 as never }) },
  // 50 × 50,000 ml + 8 × 20,000 ml.
  'capacity-volume': { 'one millilitre too much': (p) => set(p.vehicleTypes[0], { capacityMl: 2_659_999 as never }) },
  'tour-limits': {
    'a stop too many': (p) => set(p.vehicleTypes[0], { maxStops: 1 }),
    'a metre too far': (p) => set(p.vehicleTypes[0], { maxMetres: 387_999 as never }),
  },
  skill: { 'a kind of point that the vehicle cannot serve': (p) => set(p.vehicleTypes[0], { skills: ['cold'] }) },
  'working-day': {
    'a date that is not the day of loading': (p) => set(p.routes.tours[1], { date: dayOf(2026, 2, 3) }),
    'a tour that begins on a Sunday': (p) => {
      set(p.routes.tours[1], { date: dayOf(2026, 2, 1), load: at(1, 8), leave: at(1, 8, 30), back: at(2, 10, 30) })
      set(p.routes.tours[1]?.stops[0], { arrive: at(2, 8, 30), begin: at(2, 8, 30), depart: at(2, 9) })
    },
  },
  loading: {
    'loading before the depot opens': (p) => set(p.depots[1], { opens: (8 * 3600 + 1) as never }),
    'loading until after it closes': (p) => set(p.depots[0], { closes: (14 * 3600) as never }),
    'loading that is too short': (p) => set(p.routes.tours[1], { load: at(2, 8, 5) }),
  },
  docks: { 'two vehicles at one dock': (p) => secondTour(p, 2, 0) },
  'vehicle-overlap': { 'a vehicle that leaves before it is back': (p) => secondTour(p, 1, minute(30)) },
  'travel-time': {
    'an arrival a minute early': (p) => set(p.routes.tours[0]?.stops[0], { arrive: at(9, 10, 2, 20) }),
    'a return without the rest over Sunday': (p) => set(p.routes.tours[0], { back: at(10, 8, 49) }),
  },
  'closed-way': {
    'a way driven on its first closed day': (p) => set(p.distances[0], { closedFrom: dayOf(2026, 2, 2) }),
  },
  window: {
    'a service after closing': (p) => {
      set(p.routes.tours[0]?.stops[1], { begin: at(9, 14, 10), depart: at(9, 14, 40) })
      set(p.routes.tours[0], { back: at(9, 15) })
    },
  },
  shift: {
    'a service that lasts beyond the shift': (p) => {
      set(p.points[0], { opens: null, closes: null })
      set(p.routes.tours[0]?.stops[1], { begin: at(9, 16, 45), depart: at(9, 17, 15) })
      set(p.routes.tours[0], { back: at(10, 7, 20) })
    },
  },
  waiting: {
    'a service that could begin sooner': (p) => {
      set(p.routes.tours[1]?.stops[0], { begin: at(2, 10, 10), depart: at(2, 10, 40) })
      set(p.routes.tours[1], { back: at(2, 12, 10) })
    },
  },
  service: {
    'a service of another length': (p) => {
      set(p.routes.tours[1]?.stops[0], { depart: at(2, 10, 40) })
      set(p.routes.tours[1], { back: at(2, 12, 10) })
    },
  },
  leg: {
    'a way that is not in the matrix': (p) => void p.routes.legs.splice(3, 1),
    'a way between places that are not there': (p) =>
      void p.routes.legs.push({ ...(p.routes.legs[0] as Mutable<Plan['routes']['legs'][number]>), from: 'nowhere' }),
  },
  access: {
    'a road to a place on the river': (p) => set(p.places[5], { access: ['river:amazon'] }),
    'a road to a place on another road': (p) => set(p.points[1], { access: ['road:iquitos', 'air'] }),
  },
  'measured-way': {
    'a measured way with another time': (p) => set(p.distances[0], { seconds: 5000 as never }),
    'a straight line where the way was measured': (p) => set(p.routes.legs[0], { source: 'straight-line' }),
  },
  'straight-line': {
    'a way shorter than the straight line': (p) => set(p.points[0], { lat: -12.08 }),
    'a way faster than the vehicle': (p) => set(p.vehicleTypes[0], { speedFlat: 30 }),
    'a measured way under 95 % of the straight line': (p) => set(p.places[2], { lat: -11.4 }),
  },
  'tour-sums': {
    'a metre too many': (p) => set(p.routes.tours[0], { metres: 388_001 as never }),
    'seconds without the service': (p) => set(p.routes.tours[1], { seconds: 10_800 as never }),
  },
  cost: { 'two céntimos too many': (p) => set(p.routes.tours[0], { cost: 101_202 as never }) },
  'hierarchy-sum': {
    'a department without its reserve': (p) => set(p.totals[6], { need: 50 as never }),
    'no row for the nation': (p) => void p.totals.shift(),
    'a row twice': (p) => void p.totals.push(p.totals[0] as Mutable<Plan['totals'][number]>),
  },
  coverage: {
    'a share above one': (p) => set(p.coverage[0], { expectedShare: 1.2 }),
    'another sum than the needs': (p) => set(p.coverage[0], { need: 74 as never }),
    'a product without a row': (p) => void p.coverage.pop(),
  },
}

describe('a plan', () => {
  test('that was worked out by hand passes', () => {
    expect(checkPlan(goodPlan, goodHashes)).toEqual([])
  })

  test.each(
    Object.entries(FAULTS).flatMap(([kind, edits]) =>
      Object.entries(edits).map(([name, edit]) => [kind, name, edit] as const),
    ),
  )('is refused as %s: %s', (kind, _, edit) => {
    expect(kindsOf(planted(edit))).toEqual([kind])
  })

  test('is refused as hash when an input changed or is gone, and only then', () => {
    const [first, second] = goodPlan.inputs.map((i) => i.path) as [string, string]
    expect(kindsOf(goodPlan, new Map([[first, 'cc']]))).toEqual(['hash'])
    expect(checkPlan(goodPlan, new Map([[second, undefined]])).map((v) => v.where)).toEqual([second])
    expect(kindsOf(goodPlan, new Map())).toEqual([])
  })

  test('with nothing to give and nothing covered passes, but not with a share of one', () => {
    const share = (expectedShare: number) =>
      planted((p) => {
        p.needs = p.needs.filter((n) => n.product === 'kit')
        p.allocation.grants = []
        p.allocation.shortfalls = [{ ...(p.needs[0] as Mutable<Plan['needs'][number]>), reason: 'no-stock' }]
        p.totals = p.totals.filter((t) => t.product === 'kit').map((t) => ({ ...t, granted: 0 as never }))
        p.coverage = [{ product: 'kit', need: 8 as never, granted: 0 as never, expectedShare }]
        p.routes = { tours: [], unserved: [], legs: [] }
      })
    expect(kindsOf(share(0))).toEqual([])
    expect(kindsOf(share(1))).toEqual(['coverage'])
  })

  test('may round its cost to either side', () => {
    for (const cost of [101_199, 101_201]) {
      expect(kindsOf(planted((p) => set(p.routes.tours[0], { cost: cost as never })))).toEqual([])
    }
  })

  test('may serve a province at a point of one of its districts', () => {
    const byProvince = planted((p) => {
      for (const list of [p.needs, p.allocation.grants])
        for (const row of list) if (row.ubigeo === '150201') row.ubigeo = '150200' as never
      for (const stop of p.routes.tours[0]?.stops ?? []) if (stop.ubigeo === '150201') stop.ubigeo = '150200'
      p.totals = p.totals.filter((t) => t.ubigeo !== '150201')
    })
    expect(kindsOf(byProvince)).toEqual([])
  })

  test('may drive the reverse of a measured way, unless the reverse was measured too', () => {
    const reverse = (seconds: number) =>
      planted(
        (p) =>
          void p.distances.push({
            ...(p.distances[0] as Mutable<Plan['distances'][number]>),
            from: '120201',
            to: 'HYO',
            seconds: seconds as never,
          }),
      )
    expect(kindsOf(reverse(5400))).toEqual([])
    expect(kindsOf(reverse(6000))).toEqual(['measured-way'])
  })

  test('has a planted fault for every kind', () => {
    expect([...Object.keys(FAULTS), 'hash']).toEqual([...VIOLATION_KINDS])
  })
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([k, v]) => pathsOf(v, [...path, Array.isArray(value) ? Number(k) : k]))
  return Array.isArray(value) ? [path, ...inner] : inner
}

/** Puts another value of the same type, or a shorter list, at each path. */
function mutate(
  plan: Plan,
  changes: readonly { readonly path: Path; readonly number: number; readonly text: string }[],
): Plan {
  const copy = structuredClone(plan)
  for (const { path, number, text } of changes) {
    let node: unknown = copy
    for (const step of path.slice(0, -1)) node = (node as Record<string, unknown> | undefined)?.[step]
    const last = path.at(-1) as string
    if (typeof node !== 'object' || node === null || !(last in node)) continue
    const old = (node as Record<string, unknown>)[last]
    const fresh = Array.isArray(old) ? old.slice(1) : typeof old === 'string' ? text : old === null ? null : number
    ;(node as Record<string, unknown>)[last] = fresh
  }
  return copy
}

describe('checking', () => {
  const paths = pathsOf(goodPlan)
  const ids = ['LIM', 'HYO', 'P1', 'P2', '120201', '150000', 'truck', 'food', 'L1', 'road', 'air', '']
  const change = fc.record({
    path: fc.constantFrom(...paths),
    number: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 1e15, Number.NaN, Number.POSITIVE_INFINITY)),
    text: fc.oneof(fc.constantFrom(...ids), fc.string()),
  })

  test('never throws and always says the same, whatever a plan holds', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const plan = mutate(goodPlan, changes)
        expect(checkPlan(plan, goodHashes)).toEqual(checkPlan(plan, goodHashes))
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  test('sees two more of any number that a tour holds', () => {
    const read = (of: unknown, path: Path) =>
      path.reduce<unknown>((n, step) => (n as Record<string, unknown>)[step], of)
    const unseen: string[] = []
    for (const path of pathsOf(goodPlan.routes.tours)) {
      const old = read(goodPlan.routes.tours, path)
      if (typeof old !== 'number') continue
      const plan = planted((p) => {
        const node = read(p.routes.tours, path.slice(0, -1)) as Record<string, unknown>
        node[path.at(-1) as string] = old + 2
      })
      if (checkPlan(plan, goodHashes).length === 0) unseen.push(path.join('.'))
    }
    expect(unseen).toEqual([])
  })
})
