import type { Sheet } from '../adapters/workbook.ts'
import { FILE_HEADERS } from '../messages/files.ts'
import { SHORTFALL_REASONS, UNSERVED_REASONS } from '../messages/reasons.ts'
import { formatDay, formatInstant } from '../model/day.ts'
import { formatMonth } from '../model/month.ts'
import type { Plan } from '../model/plan.ts'
import { levelOf, ubigeo } from '../model/ubigeo.ts'
import type { Load } from '../model/tour.ts'
import { csvText } from './csv-text.ts'

type Cells = Sheet['rows'][number]

const minute = (instant: Parameters<typeof formatInstant>[0]): string =>
  formatInstant(instant).replace('T', ' ').slice(0, 16)

/** Names, masses and volumes of what a plan speaks of, for people. */
function names(plan: Plan) {
  const { language } = plan.settings
  const places = new Map(plan.places.map((p) => [p.ubigeo as string, p]))
  const products = new Map(plan.products.map((p) => [p.id, p]))
  const points = new Map(plan.points.map((p) => [p.id, p.name]))
  const depots = new Map(plan.depots.map((d) => [d.id, d.name]))
  const types = new Map(plan.vehicleTypes.map((v) => [v.id, v.name]))
  const place = (code: string): readonly [string, string, string] => {
    const known = places.get(code)
    const reserve = levelOf(ubigeo(code)) === 'department' ? ` (${FILE_HEADERS[language].reserve})` : ''
    return [code, `${known?.name ?? ''}${reserve}`, known?.department ?? '']
  }
  const measures = (product: string, count: number): readonly [number, number] => {
    const of = products.get(product)
    return [((of?.massG ?? 0) * count) / 1000, ((of?.volumeMl ?? 0) * count) / 1_000_000]
  }
  return {
    h: FILE_HEADERS[language],
    place,
    measures,
    product: (id: string) => products.get(id)?.name ?? id,
    point: (id: string) => points.get(id) ?? places.get(id)?.name ?? id,
    depot: (id: string) => depots.get(id) ?? id,
    type: (id: string) => types.get(id) ?? id,
  }
}

const columns = (texts: readonly string[], numbers: readonly string[]): Sheet['columns'] => [
  ...texts.map((header) => ({ header, type: 'text' as const, width: Math.max(12, header.length + 2) })),
  ...numbers.map((header) => ({ header, type: 'number' as const, width: Math.max(10, header.length + 2) })),
]

/** One row per grant, and one per place that is short, with the reason. */
export function allocationSheet(plan: Plan): Sheet {
  const { h, place, product, depot, measures } = names(plan)
  const reasons = SHORTFALL_REASONS[plan.settings.language]
  const granted = plan.allocation.grants.map(
    (g): Cells => [
      ...place(g.ubigeo),
      product(g.product),
      formatMonth(g.period),
      depot(g.depot),
      g.lot,
      null,
      g.packs,
      null,
      ...measures(g.product, g.packs),
    ],
  )
  const short = plan.allocation.shortfalls.map(
    (s): Cells => [
      ...place(s.ubigeo),
      product(s.product),
      formatMonth(s.period),
      null,
      null,
      reasons[s.reason],
      null,
      s.packs,
      null,
      null,
    ],
  )
  const key = (row: Cells) => `${row[0]} ${row[3]} ${row[4]}`
  return {
    name: h.allocation,
    columns: columns(
      [h.ubigeo, h.place, h.department, h.product, h.month, h.depot, h.lot, h.reason],
      [h.granted, h.short, h.kg, h.m3],
    ),
    rows: [...granted, ...short].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
  }
}

/** One row per load of each stop, in the order of the day; and what stays unserved, with the reason. */
export function routeSheets(plan: Plan): readonly [Sheet, Sheet] {
  const { h, place, product, depot, point, type, measures } = names(plan)
  const reasons = UNSERVED_REASONS[plan.settings.language]
  const cargo = (load: Load): Cells => [load.packs, ...measures(load.product, load.packs)]
  const routes = plan.routes.tours.flatMap((tour) =>
    tour.stops.flatMap((stop, i) =>
      stop.loads.map(
        (load): Cells => [
          tour.id,
          formatDay(tour.date),
          depot(tour.depot),
          `${type(tour.vehicleType)} ${tour.vehicle}`,
          ...place(stop.ubigeo),
          point(stop.at),
          minute(stop.arrive),
          minute(stop.begin),
          minute(stop.depart),
          product(load.product),
          load.lot,
          i + 1,
          ...cargo(load),
        ],
      ),
    ),
  )
  const unserved = plan.routes.unserved.map(
    (u): Cells => [
      depot(u.depot),
      ...place(u.ubigeo),
      point(u.at),
      product(u.load.product),
      u.load.lot,
      reasons[u.reason],
      ...cargo(u.load),
    ],
  )
  const cargoHeaders = [h.packs, h.kg, h.m3]
  const where = [h.ubigeo, h.place, h.department, h.point]
  return [
    {
      name: h.routes,
      columns: columns(
        [h.tour, h.date, h.depot, h.vehicle, ...where, h.arrive, h.begin, h.depart, h.product, h.lot],
        [h.stop, ...cargoHeaders],
      ),
      rows: routes,
    },
    {
      name: h.unserved,
      columns: columns([h.depot, ...where, h.product, h.lot, h.reason], cargoHeaders),
      rows: unserved,
    },
  ]
}

export const sheetCsv = (sheet: Sheet): string =>
  csvText(
    sheet.columns.map((c) => c.header),
    sheet.rows,
  )
