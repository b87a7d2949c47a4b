import type { Mode } from '../../model/access.ts'
import { type Day, formatInstant, type Instant } from '../../model/day.ts'
import type { Leg, RoutePlan, Tour, Unserved, UnservedReason } from '../../model/tour.ts'
import { centimos, metres, packs, seconds } from '../../model/units.ts'
import { date, real, type Table, text, whole } from './table.ts'

export const TOURS: Table<Omit<Tour, 'stops'>> = {
  name: 'tours',
  columns: [
    text('tour', 'tour', (t) => t.id),
    text('depot', 'depot it starts from', (t) => t.depot),
    text('vehicle_type', 'vehicle type', (t) => t.vehicleType),
    whole('vehicle', 'which of the depot’s vehicles of that type', (t) => t.vehicle),
    date('date', 'day', (t) => t.date),
    text('load', 'loading begins [local time]', (t) => formatInstant(t.load)),
    text('leave', 'it leaves [local time]', (t) => formatInstant(t.leave)),
    text('back', 'it is back [local time]', (t) => formatInstant(t.back)),
    whole('metres', 'length [m]', (t) => t.metres),
    whole('seconds', 'driving and service [s]', (t) => t.seconds),
    real('cost', 'cost [S/]', (t) => t.cost / 100),
  ],
  read: (row) => ({
    id: row.text('tour'),
    depot: row.text('depot'),
    vehicleType: row.text('vehicle_type'),
    vehicle: row.number('vehicle'),
    date: row.day('date'),
    load: row.instant('load'),
    leave: row.instant('leave'),
    back: row.instant('back'),
    metres: metres(row.number('metres')),
    seconds: seconds(row.number('seconds')),
    cost: centimos(Math.round(row.number('cost') * 100)),
  }),
}

/** One load of one stop of one tour. */
export interface RouteRow {
  readonly tour: string
  readonly vehicle: string
  readonly date: Day
  readonly seq: number
  readonly stop: string
  readonly ubigeo: string
  readonly arrive: Instant
  readonly begin: Instant
  readonly depart: Instant
  readonly product: string
  readonly lot: string
  readonly packs: number
}

export const ROUTES: Table<RouteRow> = {
  name: 'routes',
  columns: [
    text('tour', 'tour', (r) => r.tour),
    text('vehicle', 'depot, vehicle type and number', (r) => r.vehicle),
    date('date', 'day on which the tour begins', (r) => r.date),
    whole('seq', 'stop of the tour, from 1', (r) => r.seq),
    text('stop', 'point, or ubigeo where a place has none', (r) => r.stop),
    text('ubigeo', 'place the packs are granted to', (r) => r.ubigeo),
    text('arrive', 'arrival [local time]', (r) => formatInstant(r.arrive)),
    text('begin', 'service begins [local time]', (r) => formatInstant(r.begin)),
    text('depart', 'departure [local time]', (r) => formatInstant(r.depart)),
    text('product', 'product', (r) => r.product),
    text('lot', 'lot', (r) => r.lot),
    whole('packs', 'packs handed over', (r) => r.packs),
  ],
  read: (row) => ({
    tour: row.text('tour'),
    vehicle: row.text('vehicle'),
    date: row.day('date'),
    seq: row.number('seq'),
    stop: row.text('stop'),
    ubigeo: row.text('ubigeo'),
    arrive: row.instant('arrive'),
    begin: row.instant('begin'),
    depart: row.instant('depart'),
    product: row.text('product'),
    lot: row.text('lot'),
    packs: row.number('packs'),
  }),
}

export const UNSERVED: Table<Unserved> = {
  name: 'unserved',
  columns: [
    text('depot', 'depot', (u) => u.depot),
    text('stop', 'point, or ubigeo where a place has none', (u) => u.at),
    text('ubigeo', 'place the packs are granted to', (u) => u.ubigeo),
    text('product', 'product', (u) => u.load.product),
    text('lot', 'lot', (u) => u.load.lot),
    whole('packs', 'packs not served', (u) => u.load.packs),
    text('reason', 'why', (u) => u.reason),
  ],
  read: (row) => ({
    depot: row.text('depot'),
    at: row.text('stop'),
    ubigeo: row.text('ubigeo'),
    load: { product: row.text('product'), lot: row.text('lot'), packs: packs(row.number('packs')) },
    reason: row.text('reason') as UnservedReason,
  }),
}

export const WAYS: Table<Leg> = {
  name: 'ways',
  columns: [
    text('from', 'depot, point or ubigeo', (l) => l.from),
    text('to', 'depot, point or ubigeo', (l) => l.to),
    text('mode', 'road, river, air or animal', (l) => l.mode),
    text('vehicle_type', 'vehicle type', (l) => l.vehicleType),
    whole('metres', 'length [m]', (l) => l.metres),
    whole('seconds', 'time without rests [s]', (l) => l.seconds),
    text('source', 'straight-line, distance-table or network', (l) => l.source),
  ],
  read: (row) => ({
    from: row.text('from'),
    to: row.text('to'),
    mode: row.text('mode') as Mode,
    vehicleType: row.text('vehicle_type'),
    metres: metres(row.number('metres')),
    seconds: seconds(row.number('seconds')),
    source: row.text('source') as Leg['source'],
  }),
}

export function routeRows(routes: RoutePlan): readonly RouteRow[] {
  return routes.tours.flatMap((tour) =>
    tour.stops.flatMap((stop, i) =>
      stop.loads.map((load) => ({
        tour: tour.id,
        vehicle: `${tour.depot} ${tour.vehicleType} ${tour.vehicle}`,
        date: tour.date,
        seq: i + 1,
        stop: stop.at,
        ubigeo: stop.ubigeo,
        arrive: stop.arrive,
        begin: stop.begin,
        depart: stop.depart,
        ...load,
      })),
    ),
  )
}

export function routePlanOf(
  tours: readonly Omit<Tour, 'stops'>[],
  rows: readonly RouteRow[],
  unserved: readonly Unserved[],
  legs: readonly Leg[],
): RoutePlan {
  const byTour = Map.groupBy(rows, (row) => row.tour)
  return {
    tours: tours.map((tour) => ({
      ...tour,
      stops: [...Map.groupBy(byTour.get(tour.id) ?? [], (row) => row.seq).values()].map((loads) => {
        const first = loads[0] as RouteRow
        return {
          at: first.stop,
          ubigeo: first.ubigeo,
          arrive: first.arrive,
          begin: first.begin,
          depart: first.depart,
          loads: loads.map(({ product, lot, packs: count }) => ({ product, lot, packs: packs(count) })),
        }
      }),
    })),
    unserved,
    legs,
  }
}
