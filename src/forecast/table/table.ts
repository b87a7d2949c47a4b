import { type Frequency, frequencyOf } from './frequency.ts'
import { parsePeriod, type PeriodForm } from './period.ts'

/** A row of a long table. */
export interface TableRow {
  readonly series: string
  readonly period: string
  /** NaN where the cell is empty. */
  readonly quantity: number
  readonly line: number
}

export interface TableSeries {
  readonly name: string
  /** Step of values[0]. */
  readonly first: number
  /** From its first row to its last; NaN where missing. */
  readonly values: Float64Array
}

export type Table =
  | {
      readonly ok: true
      readonly frequency: Frequency
      /** In the order of their first rows. */
      readonly series: readonly TableSeries[]
      /** Rows of a series and period that another row has, too: added up. */
      readonly repeated: number
      readonly firstRepeated: { readonly name: string; readonly period: string; readonly line: number } | undefined
    }
  /** The first row whose period cannot be read, or is written otherwise than those before. */
  | { readonly ok: false; readonly line: number; readonly period: string; readonly form: PeriodForm | undefined }

/** Rows → series on one time axis. */
export function tableOf(rows: readonly TableRow[]): Table {
  let form: PeriodForm | undefined
  const counts = new Float64Array(rows.length)
  for (const [i, { period, line }] of rows.entries()) {
    const read = parsePeriod(period)
    if (read === undefined || (form !== undefined && read.form !== form)) return { ok: false, line, period, form }
    form = read.form
    counts[i] = read.count
  }
  const frequency = frequencyOf(
    form ?? 'month',
    [...new Set(counts)].sort((a, b) => a - b),
  )
  const cells = new Map<string, Map<number, number>>()
  let repeated = 0
  let firstRepeated: { readonly name: string; readonly period: string; readonly line: number } | undefined
  rows.forEach(({ series, period, quantity, line }, i) => {
    const own = cells.get(series) ?? new Map<number, number>()
    cells.set(series, own)
    const step = frequency.stepOf(counts[i])
    const before = own.get(step)
    if (before === undefined) own.set(step, quantity)
    else {
      repeated++
      firstRepeated ??= { name: series, period, line }
      own.set(step, Number.isNaN(before) ? quantity : Number.isNaN(quantity) ? before : before + quantity)
    }
  })
  const series = [...cells].map(([name, own]): TableSeries => {
    let first = Infinity
    let last = -Infinity
    for (const step of own.keys()) {
      first = Math.min(first, step)
      last = Math.max(last, step)
    }
    const values = new Float64Array(last - first + 1).fill(Number.NaN)
    for (const [step, quantity] of own) values[step - first] = quantity
    return { name, first, values }
  })
  return { ok: true, frequency, series, repeated, firstRepeated }
}
