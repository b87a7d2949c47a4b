import { query, parquetTable, writeParquet } from '../../adapters/duckdb.ts'
import type { Column } from '../../adapters/duckdb.ts'
import { day, firstDay, monthOfDay } from '../../model/day.ts'
import type { DemandPanel, SeriesKey } from '../../model/demand.ts'
import { MISSING, type Observations, type RegisterMonth, STATUS_NAMES } from '../../model/observation.ts'
import { month } from '../../model/month.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { date, real, type Table, text, whole } from './table.ts'

type Completeness = RegisterMonth['events']

export const REGISTERS: Table<RegisterMonth> = {
  name: 'registers',
  columns: [
    text('register', 'event register', (r) => r.register),
    date('period', 'month', (r) => firstDay(r.period)),
    whole('rows', 'rows of the month', (r) => r.rows),
    whole('days_in_holes', 'days without a row of the whole country, in runs of more than three', (r) => r.daysInHoles),
    whole('days', 'days of the month', (r) => r.days),
    real('counted_share', 'share of rows with a count of persons or houses [0–1]', (r) => r.countedShare),
    text('events', 'counts of events: observed, censored or missing', (r) => r.events),
    text('persons', 'counts of persons and houses: observed, censored or missing', (r) => r.persons),
  ],
  read: (row) => ({
    register: row.text('register'),
    period: monthOfDay(row.day('period')),
    rows: row.number('rows'),
    daysInHoles: row.number('days_in_holes'),
    days: row.number('days'),
    countedShare: row.number('counted_share'),
    events: row.text('events') as Completeness,
    persons: row.text('persons') as Completeness,
  }),
}

const OBSERVATION_COLUMNS: readonly Column[] = [
  { name: 'period', type: 'day', about: 'first day of the period' },
  { name: 'frequency', type: 'text', about: 'day or month' },
  { name: 'ubigeo', type: 'text', about: 'place, INEI code' },
  { name: 'measure', type: 'text', about: 'what is counted; demand:<product> in the product’s unit' },
  { name: 'value', type: 'double', about: 'count; empty where the cell was blank' },
  { name: 'status', type: 'text', about: 'observed, censored or missing' },
  { name: 'file', type: 'text', about: 'file it came from' },
  { name: 'row', type: 'integer', about: 'line of that file' },
  { name: 'event', type: 'text', about: 'key of the event: id, ubigeo, date' },
]

export async function writeObservations(path: string, facts: Observations): Promise<void> {
  const status = Array.from(facts.status, (s) => STATUS_NAMES[s] ?? null)
  const file = Array.from(facts.file, (f) => facts.files[f] ?? null)
  const columns = [
    facts.period,
    facts.frequency,
    facts.ubigeo,
    facts.measure,
    facts.value,
    status,
    file,
    facts.row,
    facts.event,
  ]
  await writeParquet(path, { name: 'observations', columns: OBSERVATION_COLUMNS }, columns, facts.length)
}

export async function readObservations(path: string): Promise<Observations> {
  const rows = await query(
    `SELECT epoch(period) / 86400 AS period, frequency, ubigeo, measure, value, status, file, "row", event FROM ${parquetTable(path)}`,
  )
  const files = [...new Set(rows.map((row) => row['file'] as string))]
  const fileIndex = new Map(files.map((name, i) => [name, i]))
  const statusIndex = new Map<string, number>(STATUS_NAMES.map((name, i) => [name, i]))
  return {
    length: rows.length,
    period: Int32Array.from(rows, (row) => row['period'] as number),
    frequency: rows.map((row) => row['frequency'] as 'day' | 'month'),
    ubigeo: rows.map((row) => row['ubigeo'] as string),
    measure: rows.map((row) => row['measure'] as string),
    value: Float64Array.from(rows, (row) => (row['value'] as number | null) ?? Number.NaN),
    status: Uint8Array.from(rows, (row) => statusIndex.get(row['status'] as string) ?? MISSING),
    file: Uint16Array.from(rows, (row) => fileIndex.get(row['file'] as string) ?? 0),
    files,
    row: Int32Array.from(rows, (row) => row['row'] as number),
    event: rows.map((row) => row['event'] as string | null),
  }
}

const DEMAND_COLUMNS: readonly Column[] = [
  { name: 'period', type: 'day', about: 'month' },
  { name: 'ubigeo', type: 'text', about: 'place, INEI code' },
  { name: 'product', type: 'text', about: 'product' },
  { name: 'quantity', type: 'double', about: 'quantity in the product’s unit; empty where missing' },
  { name: 'status', type: 'text', about: 'observed, censored or missing' },
]

export async function writeDemand(path: string, panel: DemandPanel): Promise<void> {
  const { months, series, first } = panel
  const cells = series.length * months
  const at = <T>(of: (key: SeriesKey) => T): T[] =>
    Array.from({ length: cells }, (_, i) => of(series[Math.floor(i / months)] as SeriesKey))
  const days = Int32Array.from({ length: months }, (_, m) => firstDay(month(first + m)))
  const columns = [
    Int32Array.from({ length: cells }, (_, i) => days[i % months] ?? 0),
    at((key) => key.ubigeo as string),
    at((key) => key.product),
    panel.quantity,
    Array.from(panel.status, (s) => STATUS_NAMES[s] ?? null),
  ]
  await writeParquet(path, { name: 'demand', columns: DEMAND_COLUMNS }, columns, cells)
}

export async function readDemand(path: string): Promise<DemandPanel> {
  const rows = await query(
    `SELECT epoch(period) / 86400 AS day, ubigeo, product, quantity, status FROM ${parquetTable(path)}`,
  )
  const first = rows[0]
  if (first === undefined)
    return { series: [], first: month(0), months: 0, quantity: new Float64Array(), status: new Uint8Array() }
  const months = rows.findIndex((row) => row['ubigeo'] !== first['ubigeo'] || row['product'] !== first['product'])
  const width = months === -1 ? rows.length : months
  const statusIndex = new Map<string, number>(STATUS_NAMES.map((name, i) => [name, i]))
  return {
    series: Array.from({ length: rows.length / width }, (_, s) => {
      const row = rows[s * width]
      return { ubigeo: ubigeo(row?.['ubigeo'] as string), product: row?.['product'] as string }
    }),
    first: monthOfDay(day(first['day'] as number)),
    months: width,
    quantity: Float64Array.from(rows, (row) => (row['quantity'] as number | null) ?? Number.NaN),
    status: Uint8Array.from(rows, (row) => statusIndex.get(row['status'] as string) ?? MISSING),
  }
}
