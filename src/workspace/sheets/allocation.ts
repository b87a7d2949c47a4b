import type { Sheet } from '../../adapters/workbook.ts'
import { SHORTFALL_REASONS } from '../../messages/reasons.ts'
import { formatMonth } from '../../model/month.ts'
import type { Plan } from '../../model/plan.ts'
import { type Cells, columns, names } from './names.ts'

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
