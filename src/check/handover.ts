import type { Plan } from '../model/plan.ts'
import type { Load } from '../model/tour.ts'
import { type Book, key } from './book.ts'
import type { Report } from './violation.ts'

interface Flow {
  readonly where: string
  granted: number
  carried: number
}

const isReserve = (code: string): boolean => code.endsWith('0000')

/** Whether what lies in `inner` lies in `outer`: the same place, or a district of that province. */
const within = (inner: string, outer: string): boolean =>
  inner === outer || (outer.endsWith('00') && !isReserve(outer) && inner.startsWith(outer.slice(0, 4)))

/** What the first month grants is what the tours hand over or name as unserved, lot by lot, at points of the place. */
export function checkHandover(plan: Plan, book: Book, report: Report): void {
  const flows = new Map<string, Flow>()
  const flow = (code: string, depot: string, load: Load): Flow => {
    const name = key(code, depot, load.product, load.lot)
    const found = flows.get(name)
    if (found) return found
    const where = `ubigeo ${code} depot ${depot} ${load.product} lot ${load.lot}`
    const made = { where, granted: 0, carried: 0 }
    flows.set(name, made)
    return made
  }
  for (const grant of plan.allocation.grants) {
    if (grant.period === plan.window.from && !isReserve(grant.ubigeo)) {
      flow(grant.ubigeo, grant.depot, grant).granted += grant.packs
    }
  }

  const withPoints = new Set(plan.points.flatMap((p) => [p.ubigeo, `${p.ubigeo.slice(0, 4)}00`]))
  const hand = (where: string, depot: string, at: string, code: string, loads: readonly Load[]): void => {
    const point = book.point(at)
    if (isReserve(code)) report('reserve', where, 'not routed', code)
    else if (point ? !within(point.ubigeo, code) : at !== code) report('place', where, `a point of ${code}`, at)
    else if (!point && withPoints.has(code)) report('place', where, `a point of ${code}`, 'its capital')
    for (const load of loads) {
      if (!(Number.isSafeInteger(load.packs) && load.packs > 0)) {
        report('route-packs', `${where} ${load.product} lot ${load.lot}`, 'a whole number > 0', load.packs)
      }
      if (!isReserve(code)) flow(code, depot, load).carried += load.packs
    }
  }
  for (const tour of plan.routes.tours) {
    for (const [i, stop] of tour.stops.entries()) {
      hand(`tour ${tour.id} stop ${i + 1}`, tour.depot, stop.at, stop.ubigeo, stop.loads)
    }
  }
  for (const u of plan.routes.unserved) hand(`unserved ${u.at}`, u.depot, u.at, u.ubigeo, [u.load])

  for (const { where, granted, carried } of flows.values()) {
    if (granted !== carried) report('route-packs', where, granted, carried)
  }
}
