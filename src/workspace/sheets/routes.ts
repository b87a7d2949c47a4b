import type { Sheet } from '../../adapters/workbook.ts'
import { UNSERVED_REASONS } from '../../messages/reasons.ts'
import { formatDay } from '../../model/day.ts'
import type { Plan } from '../../model/plan.ts'
import type { Load, Tour } from '../../model/tour.ts'
import { type Cells, columns, minute, names } from './names.ts'

/** One row per tour: what is loaded on which vehicle, when it leaves and is back. */
export function tourSheet(plan: Plan): Sheet {
  const { h, depot, vehicle, measures } = names(plan)
  const cargo = (tour: Tour): Cells => {
    const loads = tour.stops.flatMap((stop) => stop.loads)
    const [kg, m3] = loads
      .map(({ product, packs }) => measures(product, packs))
      .reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0])
    return [loads.reduce((sum, load) => sum + load.packs, 0), Math.round(kg * 1000) / 1000, Math.round(m3 * 1e6) / 1e6]
  }
  return {
    name: h.tours,
    columns: columns(
      [h.tour, h.date, h.depot, h.vehicle, h.load, h.leave, h.back],
      [h.stops, h.packs, h.kg, h.m3, h.km, h.hours, h.cost],
    ),
    rows: plan.routes.tours.map((tour) => [
      tour.id,
      formatDay(tour.date),
      depot(tour.depot),
      vehicle(tour.vehicleType, tour.vehicle),
      minute(tour.load),
      minute(tour.leave),
      minute(tour.back),
      tour.stops.length,
      ...cargo(tour),
      tour.metres / 1000,
      Math.round(tour.seconds / 36) / 100,
      tour.cost / 100,
    ]),
  }
}

/** One row per load of each stop, in the order of the day. */
export function stopSheet(plan: Plan): Sheet {
  const { h, place, product, depot, stop, vehicle, measures } = names(plan)
  const rows = plan.routes.tours.flatMap((tour) =>
    tour.stops.flatMap((visit, i) =>
      visit.loads.map((load): Cells => {
        const [id, name, lat, lon] = stop(visit.at)
        return [
          tour.id,
          formatDay(tour.date),
          depot(tour.depot),
          vehicle(tour.vehicleType, tour.vehicle),
          ...place(visit.ubigeo),
          id,
          name,
          minute(visit.arrive),
          minute(visit.begin),
          minute(visit.depart),
          product(load.product),
          load.lot,
          i + 1,
          load.packs,
          ...measures(load.product, load.packs),
          lat,
          lon,
        ]
      }),
    ),
  )
  const where = [h.ubigeo, h.place, h.department, h.pointId, h.point]
  return {
    name: h.routes,
    columns: columns(
      [h.tour, h.date, h.depot, h.vehicle, ...where, h.arrive, h.begin, h.depart, h.product, h.lot],
      [h.stop, h.packs, h.kg, h.m3, h.lat, h.lon],
    ),
    rows,
  }
}

/** What no tour takes, with the reason. */
export function unservedSheet(plan: Plan): Sheet {
  const { h, place, product, depot, stop, measures } = names(plan)
  const reasons = UNSERVED_REASONS[plan.settings.language]
  const cargo = (load: Load): Cells => [load.packs, ...measures(load.product, load.packs)]
  return {
    name: h.unserved,
    columns: columns(
      [h.depot, h.ubigeo, h.place, h.department, h.pointId, h.point, h.product, h.lot, h.reason],
      [h.packs, h.kg, h.m3],
    ),
    rows: plan.routes.unserved.map((u) => {
      const [id, name] = stop(u.at)
      const load = [product(u.load.product), u.load.lot, reasons[u.reason]]
      return [depot(u.depot), ...place(u.ubigeo), id, name, ...load, ...cargo(u.load)]
    }),
  }
}
