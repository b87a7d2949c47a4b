import type { AppliedOverride } from '../../forecast/override.ts'
import { firstDay, monthOfDay } from '../../model/day.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { date, real, type Table, text } from './table.ts'

export const OVERRIDES: Table<AppliedOverride> = {
  name: 'overrides',
  columns: [
    text('ubigeo', 'node of the hierarchy that was corrected', (a) => a.override.ubigeo),
    text('product', 'product', (a) => a.override.product),
    date('period', 'month', (a) => firstDay(a.override.month)),
    real('baseline', 'mean forecast without any correction, in the product’s unit', (a) => a.baseline),
    real('corrected', 'mean that the person gives instead, in the product’s unit', (a) => a.override.quantity),
    text('author', 'who corrected it', (a) => a.override.author),
    text('reason', 'why', (a) => a.override.reason),
    date('date', 'day of the correction', (a) => a.override.date),
    real(
      'baseline_then',
      'mean forecast when it was corrected; empty where there was none',
      (a) => a.override.baseline,
    ),
  ],
  read: (row) => ({
    baseline: row.number('baseline'),
    override: {
      ubigeo: ubigeo(row.text('ubigeo')),
      product: row.text('product'),
      month: monthOfDay(row.day('period')),
      quantity: row.number('corrected'),
      author: row.text('author'),
      reason: row.text('reason'),
      date: row.day('date'),
      baseline: row.numberOrNull('baseline_then'),
    },
  }),
}
