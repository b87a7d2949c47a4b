import type { OverrideScore } from '../forecast/override-scores.ts'
import { formatDay } from '../model/day.ts'
import { formatMonth } from '../model/month.ts'
import { csvText } from './sheets/csv-text.ts'

const COLUMNS = [
  'ubigeo',
  'product',
  'month',
  'baseline',
  'corrected',
  'actual',
  'baseline_error',
  'corrected_error',
  'author',
  'reason',
  'date',
]

const error = (actual: number | null, told: number | null): number | null =>
  actual === null || told === null ? null : Math.abs(actual - told)

/** Corrections of past months beside what was forecast then and what came, one line each; quantities in the product's unit. */
export const overrideScoresCsv = (scores: readonly OverrideScore[]): string =>
  csvText(
    COLUMNS,
    scores.map(({ override: o, actual }) => [
      o.ubigeo,
      o.product,
      formatMonth(o.month),
      o.baseline,
      o.quantity,
      actual,
      error(actual, o.baseline),
      error(actual, o.quantity),
      o.author,
      o.reason,
      formatDay(o.date),
    ]),
  )
