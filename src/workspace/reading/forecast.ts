import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import { PAST_LEVELS } from '../../forecast/past-forecasts.ts'
import type { Note } from '../../messages/notes.ts'
import { LEVELS } from '../../model/forecast.ts'
import { levelOf, ubigeo as parsed } from '../../model/ubigeo.ts'
import type { Generation } from '../generation.ts'
import { belowSql } from './below.ts'
import { type Explanation, readExplanation } from './explain.ts'
import { type Borrowed, borrowedBy, readForecastNotes } from './forecast-notes.ts'
import { around, type NodeName, readNodes } from './nodes.ts'
import { type FollowedOverride, readFollowedOverrides } from './overrides.ts'
import { readPlaces } from './places.ts'
import { type ProductFacts, readForecastProducts } from './products.ts'
import { type RecordedMonth, readRecordedMonths } from './recorded-months.ts'
import { readSupply, type Supply } from './supply.ts'

interface Member {
  readonly method: string
  readonly loss: number
  readonly bias: number
  readonly coverage80: number
  readonly origins: number
  readonly chosen: boolean
}

interface PastMonth {
  readonly origin: string
  readonly month: string
  readonly mean: number
  readonly quantiles: readonly number[]
  readonly actual: number | null
}

/** The forecast of one product for one node. Persons unless a field says packs. */
interface NodeForecast {
  readonly product: ProductFacts
  readonly place: NodeName & {
    readonly population: number | null
    readonly altitude: number | null
    readonly series: number
  }
  readonly path: readonly NodeName[]
  readonly below: readonly NodeName[]
  readonly levels: readonly number[]
  readonly months: readonly {
    readonly month: string
    readonly mean: number
    readonly quantiles: readonly number[]
    /** Share of the joint draws with any need. */
    readonly positive: number
    readonly supply: Supply | null
  }[]
  readonly history: readonly RecordedMonth[]
  readonly drivers: Explanation['drivers']
  readonly weights: Explanation['weights']
  readonly borrowed: Borrowed | null
  readonly overrides: readonly FollowedOverride[]
  readonly members: readonly Member[]
  readonly pastLevels: readonly number[]
  readonly past: readonly PastMonth[]
  readonly notes: readonly Note[]
}

export type ForecastResult =
  | { readonly status: 'read'; readonly forecast: NodeForecast }
  | { readonly status: 'no-forecast' }
  | { readonly status: 'unknown-product'; readonly product: string; readonly known: readonly string[] }
  | { readonly status: 'unknown-place'; readonly ubigeo: string }
  /** A place that is known, but of which no row of demand of the product tells. */
  | {
      readonly status: 'place-not-named'
      readonly ubigeo: string
      readonly name: string
      readonly product: ProductFacts
    }

/** @param wanted node, and product id; without one, the most needed product */
export async function readForecast(
  root: string,
  generation: Generation,
  wanted: { readonly ubigeo: string; readonly product?: string | undefined },
): Promise<ForecastResult> {
  const path = generation.file('forecast', 'forecast.parquet')
  const products = await readForecastProducts(generation)
  const product = wanted.product === undefined ? products[0] : products.find((p) => p.id === wanted.product)
  if (path === undefined || products.length === 0) return { status: 'no-forecast' }
  if (product === undefined)
    return { status: 'unknown-product', product: wanted.product ?? '', known: products.map((p) => p.id) }

  const { ubigeo } = wanted
  const nodes = await readNodes(generation)
  const rows = await query(
    `SELECT *, strftime(period, '%Y-%m') AS month FROM ${parquetTable(path)}
     WHERE ubigeo = ${sqlText(ubigeo)} AND product = ${sqlText(product.id)} ORDER BY period`,
  )
  const node = nodes.find((n) => n.ubigeo === ubigeo)
  const places = await readPlaces(generation)
  const known = places.get(ubigeo)
  if (node === undefined || rows.length === 0)
    return known === undefined
      ? { status: 'unknown-place', ubigeo }
      : { status: 'place-not-named', ubigeo, name: known.name, product }

  const persons = (value: unknown): number => Number(value) * product.persons
  const { positive, series } = await readDraws(generation, product.id, ubigeo)
  const own = levelOf(parsed(ubigeo))
  const supply = await readSupply(root, generation, product.id, own === 'nation' ? 'department' : own)
  const { drivers, weights } = await readExplanation(generation, product.id, ubigeo)
  const neighbours = around(nodes, ubigeo)
  const notes = await readForecastNotes(generation, product.id, parsed(ubigeo))
  return {
    status: 'read',
    forecast: {
      product,
      place: { ...node, population: known?.population ?? null, altitude: known?.altitudeM ?? null, series },
      ...neighbours,
      levels: LEVELS,
      months: rows.map((row) => {
        const month = String(row['month'])
        return {
          month,
          mean: persons(row['mean']),
          quantiles: LEVELS.map((level) => persons(row[`q${level}`])),
          positive: positive.get(month) ?? 0,
          supply: supply.at(ubigeo, month),
        }
      }),
      history: await readRecordedMonths(generation, product, ubigeo, String(rows[0]?.['month'])),
      drivers: drivers.map(({ driver, effect }) => ({ driver, effect: persons(effect) })),
      weights,
      borrowed: borrowedBy(notes, places, parsed(ubigeo)),
      overrides: await readFollowedOverrides(generation, product, parsed(ubigeo), neighbours.path),
      members: await readMembers(generation, product.id),
      pastLevels: PAST_LEVELS,
      past: await readPast(generation, product, ubigeo),
      notes,
    },
  }
}

/** Of the sum of all draws below a node: in which share of the worlds there is any need, by month; and how many series there are. */
async function readDraws(
  generation: Generation,
  product: string,
  ubigeo: string,
): Promise<{ readonly positive: ReadonlyMap<string, number>; readonly series: number }> {
  const path = generation.file('forecast', 'samples.parquet')
  if (path === undefined) return { positive: new Map(), series: 0 }
  const from = `FROM ${parquetTable(path)} WHERE product = ${sqlText(product)} AND ${belowSql(ubigeo)}`
  const rows = await query(
    `SELECT strftime(period, '%Y-%m') AS month, count(*) FILTER (any_need) / count(*) AS share FROM (
       SELECT period, world, max(draw) > 0 AS any_need FROM (
         SELECT period, unnest(draws) AS draw, generate_subscripts(draws, 1) AS world ${from}
       ) GROUP BY period, world
     ) GROUP BY month`,
  )
  const [counted] = await query(`SELECT count(DISTINCT ubigeo) AS n ${from}`)
  return {
    positive: new Map(rows.map((row) => [String(row['month']), Number(row['share'])])),
    series: Number(counted?.['n'] ?? 0),
  }
}

async function readMembers(generation: Generation, product: string): Promise<readonly Member[]> {
  const path = generation.file('backtest', 'scores.parquet')
  if (path === undefined) return []
  const rows = await query(
    `SELECT method, loss, bias, coverage80, origins, chosen FROM ${parquetTable(path)} WHERE product = ${sqlText(product)} ORDER BY loss, method`,
  )
  return rows.map((row) => ({
    method: String(row['method']),
    loss: Number(row['loss']),
    bias: Number(row['bias']),
    coverage80: Number(row['coverage80']),
    origins: Number(row['origins']),
    chosen: row['chosen'] === 'yes',
  }))
}

async function readPast(generation: Generation, product: ProductFacts, ubigeo: string): Promise<readonly PastMonth[]> {
  const path = generation.file('backtest', 'backtest.parquet')
  if (path === undefined) return []
  const rows = await query(
    `SELECT *, strftime(origin, '%Y-%m') AS first, strftime(period, '%Y-%m') AS month FROM ${parquetTable(path)}
     WHERE ubigeo = ${sqlText(ubigeo)} AND product = ${sqlText(product.id)} ORDER BY origin, period`,
  )
  return rows.map((row) => ({
    origin: String(row['first']),
    month: String(row['month']),
    mean: Number(row['mean']) * product.persons,
    quantiles: PAST_LEVELS.map((level) => Number(row[`q${level}`]) * product.persons),
    actual: row['actual'] === null ? null : Number(row['actual']) * product.persons,
  }))
}
