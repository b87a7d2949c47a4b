import type { Plan } from '../model/plan.ts'
import type { Book } from './book.ts'
import { CAPITAL_SERVICE_S } from './timetable.ts'
import type { Report } from './violation.ts'

/** A tour's metres, seconds and cost are the sums of its legs and services. */
export function checkTourSums(plan: Plan, book: Book, report: Report): void {
  for (const tour of plan.routes.tours) {
    const where = `tour ${tour.id}`
    const [type, depot] = [book.vehicleType(tour.vehicleType), book.depot(tour.depot)]
    const nodes = [tour.depot, ...tour.stops.map((stop) => stop.at), tour.depot]
    const legs = nodes.slice(1).map((to, i) => book.leg(nodes[i] as string, to, tour.vehicleType))
    // Without a leg, a type or a depot, which is told elsewhere, there is nothing to add up.
    if (!type || !depot || legs.includes(undefined)) continue
    const metres = legs.reduce((sum, leg) => sum + (leg?.metres ?? 0), 0)
    const driving = legs.reduce((sum, leg) => sum + (leg?.seconds ?? 0), 0)
    const service = tour.stops.reduce((sum, stop) => sum + (book.point(stop.at)?.serviceS ?? CAPITAL_SERVICE_S), 0)
    if (tour.metres !== metres) report('tour-sums', where, `${metres} m`, `${tour.metres} m`)
    if (tour.seconds !== driving + service) report('tour-sums', where, `${driving + service} s`, `${tour.seconds} s`)
    const hours = (driving + service + depot.loadS) / 3600
    const cost = Math.round(type.fixedCost + (type.costPerKm * metres) / 1000 + type.costPerHour * hours)
    if (!(Math.abs(tour.cost - cost) <= 1)) report('cost', where, `${cost} céntimos`, `${tour.cost} céntimos`)
  }
}
