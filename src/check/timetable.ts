import { dayOfInstant, formatDay, formatInstant, type Instant, startOfDay } from '../model/day.ts'
import type { Plan } from '../model/plan.ts'
import type { Stop, Tour } from '../model/tour.ts'
import type { VehicleType } from '../model/vehicle.ts'
import type { Book } from './book.ts'
import { worked } from './calendar.ts'
import { drive, earliest, type Service } from './clock.ts'
import { measuredWays } from './measured-way.ts'
import type { Report } from './violation.ts'

/** Service where a stop is the capital of a place without points [s]. */
export const CAPITAL_SERVICE_S = 1800

function serviceAt(stop: Stop, book: Book): Service {
  const point = book.point(stop.at)
  if (!point) return { opens: 0, closes: 86_400, seconds: CAPITAL_SERVICE_S }
  return { opens: point.opens ?? 0, closes: point.closes ?? 86_400, seconds: point.serviceS }
}

/** Every moment of every tour follows from the one before it, the leg matrix, the shift and the windows. */
export function checkTimetable(plan: Plan, book: Book, report: Report): void {
  const measured = measuredWays(plan.distances)

  const checkLeg = (
    tour: Tour,
    type: VehicleType,
    where: string,
    from: string,
    to: string,
    at: Instant,
    end: Instant,
  ) => {
    const leg = book.leg(from, to, type.id)
    // A missing leg is told by the check of the ways.
    if (!leg) return
    const driven = drive(at, leg.seconds, type)
    if (driven?.arrive !== end) {
      report('travel-time', where, driven ? formatInstant(driven.arrive) : 'never', formatInstant(end))
    }
    const [a, b] = [book.end(from), book.end(to)]
    if (leg.source !== 'distance-table' || !a || !b) return
    for (const way of measured(a, b, type.mode)) {
      const { closedFrom, closedUntil } = way
      if (closedFrom === null && closedUntil === null) continue
      const day = driven?.days.find((d) => d >= (closedFrom ?? d) && d <= (closedUntil ?? d))
      if (day !== undefined) report('closed-way', where, `${way.from} – ${way.to} open`, formatDay(day))
    }
  }

  for (const tour of plan.routes.tours) {
    const type = book.vehicleType(tour.vehicleType)
    if (!type) continue
    let from = tour.depot
    let at = tour.leave
    for (const [i, stop] of tour.stops.entries()) {
      const where = `tour ${tour.id} stop ${i + 1}`
      checkLeg(tour, type, where, from, stop.at, at, stop.arrive)
      checkService(stop, serviceAt(stop, book), type, where, report)
      from = stop.at
      at = stop.depart
    }
    if (tour.stops.length > 0) checkLeg(tour, type, `tour ${tour.id} back`, from, tour.depot, at, tour.back)
  }
}

function checkService(stop: Stop, service: Service, type: VehicleType, where: string, report: Report): void {
  const expected = earliest(stop.arrive, service, type)
  if (expected !== stop.begin) {
    const d = dayOfInstant(stop.begin)
    const time = stop.begin - startOfDay(d)
    const inWindow = time >= service.opens && time <= service.closes
    const inShift = worked(d) && time >= type.shiftStart && time + service.seconds <= type.shiftEnd
    const kind = !inWindow ? 'window' : !inShift ? 'shift' : 'waiting'
    report(kind, where, expected === undefined ? 'never' : formatInstant(expected), formatInstant(stop.begin))
  }
  if (stop.depart !== stop.begin + service.seconds) {
    report('service', where, `${service.seconds} s`, `${stop.depart - stop.begin} s`)
  }
}
