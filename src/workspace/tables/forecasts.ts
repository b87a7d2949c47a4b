import { type Column, query, readDraws, parquetTable, writeParquet } from '../../adapters/duckdb.ts'
import { PAST_LEVELS, type PastForecast } from '../../forecast/past-forecasts.ts'
import { day, firstDay, monthOfDay } from '../../model/day.ts'
import type { SeriesKey } from '../../model/demand.ts'
import { type BacktestScore, DRAWS, type Forecast, LEVELS, type MethodName } from '../../model/forecast.ts'
import type { Month } from '../../model/month.ts'
import type { Need } from '../../model/need.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { packs } from '../../model/units.ts'
import { quantileSorted } from '../../kernel/quantile.ts'
import { date, real, type Table, text, whole } from './table.ts'

/** Mean and quantiles of one node of the hierarchy, as the forecast table holds them. */
export interface NodeRow {
  readonly ubigeo: string
  readonly product: string
  readonly period: Month
  readonly mean: number
  readonly quantiles: ArrayLike<number>
}

export const NODES: Table<NodeRow> = {
  name: 'forecast',
  columns: [
    text('ubigeo', 'node of the hierarchy: nation, department, province or district', (n) => n.ubigeo),
    text('product', 'product', (n) => n.product),
    date('period', 'month', (n) => firstDay(n.period)),
    real('mean', 'mean, in the product’s unit', (n) => n.mean),
    ...LEVELS.map((level, i) =>
      real<NodeRow>(`q${level}`, `quantile ${level}, in the product’s unit`, (n) => n.quantiles[i] ?? 0),
    ),
  ],
  read: (row) => ({
    ubigeo: row.text('ubigeo'),
    product: row.text('product'),
    period: monthOfDay(row.day('period')),
    mean: row.number('mean'),
    quantiles: LEVELS.map((level) => row.number(`q${level}`)),
  }),
}

/** What was forecast of the nodes that a person's corrections moved. */
export const BASELINE: Table<NodeRow> = { ...NODES, name: 'baseline' }

export const SCORES: Table<BacktestScore> = {
  name: 'scores',
  columns: [
    text('product', 'product', (s) => s.product),
    text('method', 'method', (s) => s.method),
    real('loss', 'sum of pinball losses over the sum of what came', (s) => s.loss),
    real('bias', 'sum of errors of the mean over the sum of what came', (s) => s.bias),
    real('coverage80', 'share of months inside the 80 % interval [0–1]', (s) => s.coverage80),
    whole('origins', 'origins of the backtest', (s) => s.origins),
    text('chosen', 'yes for the method in use', (s) => (s.chosen ? 'yes' : 'no')),
  ],
  read: (row) => ({
    product: row.text('product'),
    method: row.text('method') as MethodName,
    loss: row.number('loss'),
    bias: row.number('bias'),
    coverage80: row.number('coverage80'),
    origins: row.number('origins'),
    chosen: row.text('chosen') === 'yes',
  }),
}

export const PAST_FORECASTS: Table<PastForecast> = {
  name: 'backtest',
  columns: [
    text('ubigeo', 'node of the hierarchy: nation, department, province or district', (p) => p.ubigeo),
    text('product', 'product', (p) => p.product),
    date('origin', 'first month that was not known', (p) => firstDay(p.origin)),
    date('period', 'month', (p) => firstDay(p.period)),
    real('mean', 'mean forecast then by the method in use, in the product’s unit', (p) => p.mean),
    ...PAST_LEVELS.map((level, i) =>
      real<PastForecast>(
        `q${level}`,
        `quantile ${level} forecast then, in the product’s unit`,
        (p) => p.quantiles[i] ?? 0,
      ),
    ),
    real('actual', 'what came, in the product’s unit; empty where not observed', (p) => p.actual ?? null),
  ],
  read: (row) => ({
    ubigeo: ubigeo(row.text('ubigeo')),
    product: row.text('product'),
    origin: monthOfDay(row.day('origin')),
    period: monthOfDay(row.day('period')),
    mean: row.number('mean'),
    quantiles: PAST_LEVELS.map((level) => row.number(`q${level}`)),
    actual: row.numberOrNull('actual') ?? undefined,
  }),
}

export const NEEDS: Table<Need> = {
  name: 'need',
  columns: [
    text('ubigeo', 'place; a department stands for its region’s reserve', (n) => n.ubigeo),
    text('product', 'product', (n) => n.product),
    date('period', 'month', (n) => firstDay(n.period)),
    real('quantity', 'number to cover, in the product’s unit', (n) => n.quantity),
    whole('packs', 'the same in packs', (n) => n.packs),
  ],
  read: (row) => ({
    ubigeo: ubigeo(row.text('ubigeo')),
    product: row.text('product'),
    period: monthOfDay(row.day('period')),
    quantity: row.number('quantity'),
    packs: packs(row.number('packs')),
  }),
}

const SAMPLE_COLUMNS: readonly Column[] = [
  { name: 'ubigeo', type: 'text', about: 'place, INEI code' },
  { name: 'product', type: 'text', about: 'product' },
  { name: 'period', type: 'day', about: 'month' },
  { name: 'draws', type: 'draws', about: 'joint draws in the product’s unit; the same position is the same world' },
]

export async function writeSamples(path: string, forecast: Forecast): Promise<void> {
  const { series, periods } = forecast
  const each = <T>(of: (key: SeriesKey, period: Month) => T): T[] =>
    series.flatMap((key) => periods.map((period) => of(key, period)))
  const columns = [
    each((key) => key.ubigeo as string),
    each((key) => key.product),
    each((_, period) => firstDay(period) as number),
    { width: DRAWS, values: forecast.draws },
  ]
  await writeParquet(path, { name: 'samples', columns: SAMPLE_COLUMNS }, columns, series.length * periods.length)
}

/** The forecast as its draws tell it. */
export async function readSamples(path: string): Promise<Forecast> {
  const rows = await query(`SELECT ubigeo, product, epoch(period) / 86400 AS day FROM ${parquetTable(path)}`)
  const periods = [...new Set(rows.map((row) => monthOfDay(day(row['day'] as number))))]
  const draws = await readDraws(path, 'draws', DRAWS)
  const mean = new Float64Array(rows.length)
  const quantiles = new Float64Array(rows.length * LEVELS.length)
  for (let i = 0; i < rows.length; i++) {
    const own = draws.slice(i * DRAWS, (i + 1) * DRAWS).sort()
    mean[i] = own.reduce((sum, x) => sum + x, 0) / DRAWS
    LEVELS.forEach((level, k) => {
      quantiles[i * LEVELS.length + k] = quantileSorted(own, level)
    })
  }
  const series = Array.from({ length: periods.length === 0 ? 0 : rows.length / periods.length }, (_, s) => {
    const row = rows[s * periods.length]
    return { ubigeo: ubigeo(row?.['ubigeo'] as string), product: row?.['product'] as string }
  })
  return { series, periods, draws, mean, quantiles }
}
