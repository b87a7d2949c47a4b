import type { Plan } from '../model/plan.ts'
import { type Book, key } from './book.ts'
import type { Report } from './violation.ts'

/** Each tour is one that a vehicle of the fleet can drive: kilograms, cubic metres, stops, kilometres, skills. */
export function checkCapacity(plan: Plan, book: Book, report: Report): void {
  const owned = new Map<string, number>()
  for (const f of plan.fleet) {
    owned.set(key(f.depot, f.vehicleType), (owned.get(key(f.depot, f.vehicleType)) ?? 0) + f.count)
  }
  const ids = new Set<string>()
  for (const tour of plan.routes.tours) {
    const where = `tour ${tour.id}`
    if (ids.has(tour.id)) report('fleet', where, 'an id of its own', 'repeated')
    ids.add(tour.id)
    if (!book.depot(tour.depot)) report('fleet', where, 'a depot of the plan', tour.depot)
    const type = book.vehicleType(tour.vehicleType)
    if (!type) {
      report('fleet', where, 'a vehicle type of the plan', tour.vehicleType)
      continue
    }
    const count = owned.get(key(tour.depot, type.id)) ?? 0
    if (!(Number.isInteger(tour.vehicle) && tour.vehicle >= 1 && tour.vehicle <= count)) {
      report('fleet', where, `vehicle 1 – ${count} of ${type.id}`, tour.vehicle)
    }

    let massG = 0
    let volumeMl = 0
    for (const [i, stop] of tour.stops.entries()) {
      const kind = book.point(stop.at)?.kind ?? null
      if (kind !== null && !type.skills.includes(kind)) {
        report('skill', `${where} stop ${i + 1}`, kind, type.skills.join(' ') || 'none')
      }
      for (const load of stop.loads) {
        const product = book.product(load.product)
        massG += load.packs * (product?.massG ?? 0)
        volumeMl += load.packs * (product?.volumeMl ?? 0)
      }
    }
    if (massG > type.capacityG) report('capacity-mass', where, `≤ ${type.capacityG} g`, `${massG} g`)
    if (volumeMl > type.capacityMl) report('capacity-volume', where, `≤ ${type.capacityMl} ml`, `${volumeMl} ml`)

    const stops = tour.stops.length
    if (stops === 0) report('tour-limits', where, '≥ 1 stop', stops)
    if (type.maxStops !== null && stops > type.maxStops) report('tour-limits', where, `≤ ${type.maxStops} stops`, stops)
    if (type.maxMetres !== null && tour.metres > type.maxMetres) {
      report('tour-limits', where, `≤ ${type.maxMetres} m`, `${tour.metres} m`)
    }
  }
}
