import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import { aidKindOf, REGISTER_MEASURES } from '../../model/aid-kind.ts'
import { ubigeo as parsed } from '../../model/ubigeo.ts'
import { currentPlan, type Generation } from '../generation.ts'
import { belowSql } from './below.ts'
import { type Borrowed, borrowedBy, readForecastNotes } from './forecast-notes.ts'
import { nodeName } from './nodes.ts'
import type { Estimate } from './panorama.ts'
import { readPlaces } from './places.ts'
import { type ProductFacts, readProducts } from './products.ts'
import { readWhySupply, type WhyAllocation, type WhyRoutes } from './why-supply.ts'

/** Where the numbers of one place, product and month come from. Persons unless a field says packs. */
interface Why {
  readonly place: {
    readonly ubigeo: string
    readonly name: string
    readonly department: string | null
    readonly series: number
  }
  readonly product: ProductFacts
  readonly month: string
  readonly forecast: {
    readonly persons: Estimate
    readonly method: string | null
    readonly loss: number | null
    readonly coverage80: number | null
    readonly origins: number | null
    readonly borrowed: Borrowed | null
  }
  readonly history: {
    readonly from: string | null
    readonly until: string | null
    readonly months: number
    readonly notObserved: number
    readonly sameMonth: readonly { readonly month: string; readonly persons: number | null }[]
  }
  readonly allocation: WhyAllocation | null
  readonly routes: WhyRoutes | null
  readonly records: {
    readonly count: number
    readonly latest: readonly {
      readonly file: string
      readonly row: number
      readonly date: string
      readonly ubigeo: string
      readonly measure: string
      readonly value: number | null
    }[]
  }
  readonly hashes: {
    readonly generation: string
    readonly plan: string | null
    readonly tables: readonly { readonly table: string; readonly sha256: string }[]
  }
}

export type WhyResult =
  | { readonly status: 'read'; readonly why: Why }
  | { readonly status: 'no-forecast' }
  | { readonly status: 'unknown'; readonly ubigeo: string; readonly product: string; readonly month: string }

const LATEST = 6

export async function readWhy(
  root: string,
  generation: Generation,
  asked: { readonly ubigeo: string; readonly product: string; readonly month: string },
): Promise<WhyResult> {
  const path = generation.file('forecast', 'forecast.parquet')
  if (path === undefined) return { status: 'no-forecast' }
  const product = (await readProducts(generation)).find((p) => p.id === asked.product)
  const [row] = await query(
    `SELECT mean, "q0.1" AS low, "q0.5" AS median, "q0.9" AS high FROM ${parquetTable(path)}
     WHERE ubigeo = ${sqlText(asked.ubigeo)} AND product = ${sqlText(asked.product)} AND strftime(period, '%Y-%m') = ${sqlText(asked.month)}`,
  )
  if (row === undefined || product === undefined) return { status: 'unknown', ...asked }
  const persons = (name: string) => Number(row[name]) * product.persons
  const places = await readPlaces(generation)
  const place = places.get(asked.ubigeo)
  const code = parsed(asked.ubigeo)
  const notes = await readForecastNotes(generation, product.id, code)
  const below = belowSql(asked.ubigeo)
  const { series, ...history } = await readHistory(generation, product, asked.month, below)
  return {
    status: 'read',
    why: {
      place: {
        ubigeo: asked.ubigeo,
        name: nodeName(places, asked.ubigeo),
        department: place === undefined || place.level === 'department' ? null : place.department,
        series,
      },
      product,
      month: asked.month,
      forecast: {
        persons: { mean: persons('mean'), median: persons('median'), low: persons('low'), high: persons('high') },
        ...(await readMember(generation, product.id)),
        borrowed: borrowedBy(notes, places, code),
      },
      history,
      ...(await readWhySupply(root, generation, { product: product.id, month: asked.month, below })),
      records: await readRecords(generation, product, below),
      hashes: await readHashes(root, generation),
    },
  }
}

async function readMember(
  generation: Generation,
  product: string,
): Promise<Pick<Why['forecast'], 'method' | 'loss' | 'coverage80' | 'origins'>> {
  const path = generation.file('backtest', 'scores.parquet')
  const [row] =
    path === undefined
      ? []
      : await query(
          `SELECT method, loss, coverage80, origins FROM ${parquetTable(path)} WHERE product = ${sqlText(product)} AND chosen = 'yes'`,
        )
  if (row === undefined) return { method: null, loss: null, coverage80: null, origins: null }
  return {
    method: String(row['method']),
    loss: Number(row['loss']),
    coverage80: Number(row['coverage80']),
    origins: Number(row['origins']),
  }
}

async function readHistory(
  generation: Generation,
  product: ProductFacts,
  month: string,
  below: string,
): Promise<Why['history'] & { readonly series: number }> {
  const path = generation.file('prepare', 'demand.parquet')
  if (path === undefined) return { series: 0, from: null, until: null, months: 0, notObserved: 0, sameMonth: [] }
  const rows = await query(
    `SELECT strftime(period, '%Y-%m') AS month, sum(quantity) AS quantity, count(*) FILTER (status = 'observed') AS observed, count(*) AS series
     FROM ${parquetTable(path)} WHERE product = ${sqlText(product.id)} AND ${below} GROUP BY month ORDER BY month`,
  )
  const told = rows.filter((row) => Number(row['observed']) > 0)
  return {
    series: Number(rows[0]?.['series'] ?? 0),
    from: told[0] === undefined ? null : String(told[0]['month']),
    until: told.length === 0 ? null : String(told.at(-1)?.['month']),
    months: told.length,
    notObserved: rows.length - told.length,
    sameMonth: rows
      .filter((row) => String(row['month']).slice(5) === month.slice(5) && String(row['month']) < month)
      .map((row) => ({
        month: String(row['month']),
        persons: Number(row['observed']) === 0 ? null : Number(row['quantity']) * product.persons,
      })),
  }
}

async function readRecords(generation: Generation, product: ProductFacts, below: string): Promise<Why['records']> {
  const path = generation.file('import', 'observations.parquet')
  if (path === undefined) return { count: 0, latest: [] }
  const kind = aidKindOf(product)
  const measures = [`demand:${product.id}`, ...(kind === undefined ? [] : REGISTER_MEASURES[kind])]
  const from = `FROM ${parquetTable(path)} WHERE measure IN (${measures.map(sqlText).join(', ')}) AND ${below} AND value > 0`
  const [counted] = await query(`SELECT count(*) AS n ${from}`)
  const rows = await query(
    `SELECT file, "row", left(CAST(period AS VARCHAR), CASE WHEN frequency = 'day' THEN 10 ELSE 7 END) AS date, ubigeo, measure, value ${from}
     ORDER BY period DESC, value DESC, "row" LIMIT ${LATEST}`,
  )
  return {
    count: Number(counted?.['n'] ?? 0),
    latest: rows.map((row) => ({
      file: String(row['file']),
      row: Number(row['row']),
      date: String(row['date']),
      ubigeo: String(row['ubigeo']),
      measure: String(row['measure']),
      value: Number(row['value']),
    })),
  }
}

const CHAIN = [
  ['route', 'routes.parquet'],
  ['allocate', 'allocation.parquet'],
  ['forecast', 'forecast.parquet'],
  ['prepare', 'demand.parquet'],
  ['import', 'observations.parquet'],
] as const

async function readHashes(root: string, generation: Generation): Promise<Why['hashes']> {
  return {
    generation: generation.id,
    plan: (await currentPlan(root))?.id ?? null,
    tables: CHAIN.flatMap(([stage, name]) => {
      const sha256 = generation.hash(stage, name)
      return sha256 === undefined ? [] : [{ table: name, sha256 }]
    }),
  }
}
