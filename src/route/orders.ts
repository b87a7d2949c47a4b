import { apportion } from '../kernel/apportion.ts'
import { byText } from '../kernel/order.ts'
import type { Grant } from '../model/allocation.ts'
import type { Month } from '../model/month.ts'
import { capitalNode, type FindPlace, placeFinder, pointNode } from '../model/node.ts'
import type { Place } from '../model/place.ts'
import type { Point } from '../model/point.ts'
import type { Load } from '../model/tour.ts'
import type { Node } from '../model/travel.ts'
import { levelOf, provinceOf, type Ubigeo } from '../model/ubigeo.ts'
import { packs, type Seconds, seconds } from '../model/units.ts'

/** Time to hand over at a capital, where no point says its own; an assumption. */
const CAPITAL_SERVICE_S = seconds(1800)

/** What one depot owes to one point, or to the capital of a place without points. */
export interface Order {
  readonly depot: string
  /** Of the grants. The node's own is the point's, which may be a district of this province. */
  readonly ubigeo: Ubigeo
  readonly node: Node
  readonly opens: Seconds | null
  readonly closes: Seconds | null
  readonly serviceS: Seconds
  readonly kind: string | null
  /** Sorted by product, then lot; no load is empty. */
  readonly loads: readonly Load[]
}

type Site = Omit<Order, 'depot' | 'ubigeo' | 'loads'>

interface Shared {
  readonly depot: string
  readonly ubigeo: Ubigeo
  readonly loads: { readonly product: string; readonly lot: string; packs: number }[]
}

function sumGrants(grants: readonly Grant[], month: Month): Shared[] {
  const shares = new Map<string, Shared>()
  for (const grant of grants) {
    if (grant.period !== month || grant.packs === 0 || levelOf(grant.ubigeo) === 'department') continue
    const key = JSON.stringify([grant.depot, grant.ubigeo])
    let share = shares.get(key)
    if (!share) shares.set(key, (share = { depot: grant.depot, ubigeo: grant.ubigeo, loads: [] }))
    const same = share.loads.find((load) => load.product === grant.product && load.lot === grant.lot)
    if (same) same.packs += grant.packs
    else share.loads.push({ product: grant.product, lot: grant.lot, packs: grant.packs })
  }
  for (const share of shares.values()) {
    share.loads.sort((a, b) => byText(a.product, b.product) || byText(a.lot, b.lot))
  }
  return [...shares.values()].sort((a, b) => byText(a.depot, b.depot) || byText(a.ubigeo, b.ubigeo))
}

/** Points by their own code and by their province's, each list sorted by id. */
function pointsByPlace(points: readonly Point[]): (code: Ubigeo) => readonly Point[] {
  const lists = new Map<Ubigeo, Point[]>()
  for (const point of [...points].sort((a, b) => byText(a.id, b.id))) {
    for (const code of new Set([point.ubigeo, provinceOf(point.ubigeo)])) {
      const list = lists.get(code)
      if (list) list.push(point)
      else lists.set(code, [point])
    }
  }
  return (code) => lists.get(code) ?? []
}

const pointSite = (point: Point, find: FindPlace): Site => ({
  node: pointNode(point, find),
  opens: point.opens,
  closes: point.closes,
  serviceS: point.serviceS,
  kind: point.kind,
})

const capitalSite = (code: Ubigeo, find: FindPlace): Site => ({
  node: capitalNode(code, find),
  opens: null,
  closes: null,
  serviceS: CAPITAL_SERVICE_S,
  kind: null,
})

/**
 * Splits what each depot grants to a place in this month over the place's points, by persons and largest remainder, each product and lot
 * by itself; points of a district are also points of its province. Points of which none counts a person share alike.
 * Reserves (grants to a department) stay in their depot.
 * @returns sorted by depot, ubigeo, node
 */
export function orders(
  grants: readonly Grant[],
  month: Month,
  points: readonly Point[],
  places: readonly Place[],
): readonly Order[] {
  const find = placeFinder(places)
  const pointsOf = pointsByPlace(points)
  return sumGrants(grants, month).flatMap(({ depot, ubigeo, loads }): Order[] => {
    const at = pointsOf(ubigeo)
    if (at.length === 0) {
      const whole = loads.map((load) => ({ ...load, packs: packs(load.packs) }))
      return [{ depot, ubigeo, ...capitalSite(ubigeo, find), loads: whole }]
    }
    const persons = at.map((point) => point.persons)
    const weights = persons.some((n) => n > 0) ? persons : persons.map(() => 1)
    const parts: Load[][] = at.map(() => [])
    for (const load of loads) {
      apportion(load.packs, weights).forEach((share, i) => {
        if (share > 0) parts[i].push({ product: load.product, lot: load.lot, packs: packs(share) })
      })
    }
    return at.flatMap((point, i) =>
      parts[i].length === 0 ? [] : [{ depot, ubigeo, ...pointSite(point, find), loads: parts[i] }],
    )
  })
}
