import { dayOfInstant, formatDay, formatInstant, formatTime, monthOfDay, startOfDay } from '../model/day.ts'
import { formatMonth } from '../model/month.ts'
import type { Plan } from '../model/plan.ts'
import type { Tour } from '../model/tour.ts'
import { type Book, key } from './book.ts'
import { worked } from './calendar.ts'
import type { Report } from './violation.ts'

/** Tours begin on working days of the first month, load while the depot is open and a dock is free, one after the other. */
export function checkLoading(plan: Plan, book: Book, report: Report): void {
  for (const tour of plan.routes.tours) checkStart(plan, tour, book, report)
  for (const tours of Map.groupBy(plan.routes.tours, (t) => t.depot).values()) checkDocks(tours, book, report)
  const ofVehicle = Map.groupBy(plan.routes.tours, (t) => key(t.depot, t.vehicleType, t.vehicle))
  for (const tours of ofVehicle.values()) checkOverlap(tours, report)
}

function checkStart(plan: Plan, tour: Tour, book: Book, report: Report): void {
  const where = `tour ${tour.id}`
  const date = dayOfInstant(tour.load)
  if (tour.date !== date) report('working-day', where, formatDay(date), formatDay(tour.date))
  if (monthOfDay(date) !== plan.window.from) {
    report('working-day', where, formatMonth(plan.window.from), formatDay(date))
  } else if (!worked(date)) report('working-day', where, 'a working day', formatDay(date))

  const depot = book.depot(tour.depot)
  if (!depot) return
  if (tour.leave !== tour.load + depot.loadS) {
    report('loading', where, `${depot.loadS} s`, `${tour.leave - tour.load} s`)
  }
  const start = startOfDay(date)
  if (!(tour.load >= start + depot.opens && tour.leave <= start + depot.closes)) {
    const hours = `${formatTime(depot.opens)} – ${formatTime(depot.closes)}`
    report('loading', where, hours, `${formatInstant(tour.load)} – ${formatInstant(tour.leave)}`)
  }
  const type = book.vehicleType(tour.vehicleType)
  if (type && tour.load < start + type.shiftStart) {
    report('shift', where, `≥ ${formatTime(type.shiftStart)}`, formatInstant(tour.load))
  }
}

function checkDocks(tours: readonly Tour[], book: Book, report: Report): void {
  const depot = book.depot(tours[0]?.depot ?? '')
  if (!depot) return
  const moves = tours.flatMap((t) => [
    { at: t.load, by: 1 },
    { at: t.leave, by: -1 },
  ])
  // Who leaves frees the dock for who comes at the same second.
  moves.sort((a, b) => a.at - b.at || a.by - b.by)
  let loading = 0
  let most = 0
  let when = moves[0]?.at
  for (const move of moves) {
    loading += move.by
    if (loading > most) [most, when] = [loading, move.at]
  }
  if (most > depot.docks && when !== undefined) {
    report('docks', `depot ${depot.id} ${formatInstant(when)}`, `≤ ${depot.docks}`, most)
  }
}

function checkOverlap(tours: readonly Tour[], report: Report): void {
  const inTime = tours.toSorted((a, b) => a.load - b.load || a.back - b.back)
  for (const [i, tour] of inTime.entries()) {
    const before = inTime[i - 1]
    if (before && tour.load < before.back) {
      report(
        'vehicle-overlap',
        `tour ${tour.id}`,
        `≥ ${formatInstant(before.back)} (${before.id})`,
        formatInstant(tour.load),
      )
    }
  }
}
