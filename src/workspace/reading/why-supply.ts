import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import type { Generation } from '../generation.ts'
import { readSettings } from '../settings-file.ts'

/** Packs of a place in one month under the rule of the settings. */
export interface WhyAllocation {
  readonly rule: string
  readonly need: number
  /** The part of the need that is a region's reserve. */
  readonly reserve: number
  readonly granted: number
  readonly depots: readonly { readonly depot: string; readonly packs: number }[]
  readonly short: readonly { readonly reason: string; readonly packs: number }[]
}

/** What the tours bring to a place; only the first month is routed. */
export interface WhyRoutes {
  readonly stops: number
  readonly packs: number
  /** First arrival, local time. */
  readonly first: string | null
  readonly unserved: readonly { readonly reason: string; readonly stops: number; readonly packs: number }[]
}

interface Asked {
  readonly product: string
  readonly month: string
  /** SQL condition: the place and all below it. */
  readonly below: string
}

export async function readWhySupply(
  root: string,
  generation: Generation,
  asked: Asked,
): Promise<{ readonly allocation: WhyAllocation | null; readonly routes: WhyRoutes | null }> {
  return { allocation: await allocationOf(root, generation, asked), routes: await routesOf(generation, asked) }
}

async function allocationOf(root: string, generation: Generation, asked: Asked): Promise<WhyAllocation | null> {
  const needs = generation.file('allocate', 'need.parquet')
  const path = generation.file('allocate', 'allocation.parquet')
  if (needs === undefined || path === undefined) return null
  const { rule } = await readSettings(root)
  const where = `product = ${sqlText(asked.product)} AND strftime(period, '%Y-%m') = ${sqlText(asked.month)} AND ${asked.below}`
  const [need] = await query(
    `SELECT coalesce(sum(packs), 0) AS need, coalesce(sum(packs) FILTER (ubigeo LIKE '%0000'), 0) AS reserve
     FROM ${parquetTable(needs)} WHERE ${where}`,
  )
  const grants = `FROM ${parquetTable(path)} WHERE rule = ${sqlText(rule)} AND ${where}`
  const names = generation.file('import', 'depots.parquet')
  const named = names === undefined ? 'g.depot' : 'coalesce(d.name, g.depot)'
  const join = names === undefined ? '' : `LEFT JOIN ${parquetTable(names)} d ON d.id = g.depot`
  const depots = await query(
    `SELECT ${named} AS depot, g.packs FROM (SELECT depot, sum(packs) AS packs ${grants} AND reason IS NULL GROUP BY depot) g ${join}
     ORDER BY g.packs DESC, depot`,
  )
  const short = await query(
    `SELECT reason, sum(short) AS packs ${grants} AND reason IS NOT NULL GROUP BY reason ORDER BY packs DESC, reason`,
  )
  return {
    rule,
    need: Number(need?.['need'] ?? 0),
    reserve: Number(need?.['reserve'] ?? 0),
    granted: depots.reduce((sum, row) => sum + Number(row['packs']), 0),
    depots: depots.map((row) => ({ depot: String(row['depot']), packs: Number(row['packs']) })),
    short: short.map((row) => ({ reason: String(row['reason']), packs: Number(row['packs']) })),
  }
}

async function routesOf(generation: Generation, { product, month, below }: Asked): Promise<WhyRoutes | null> {
  const routes = generation.file('route', 'routes.parquet')
  const missed = generation.file('route', 'unserved.parquet')
  const forecast = generation.file('forecast', 'forecast.parquet')
  if (routes === undefined || missed === undefined || forecast === undefined) return null
  const [first] = await query(`SELECT strftime(min(period), '%Y-%m') AS month FROM ${parquetTable(forecast)}`)
  if (first?.['month'] !== month) return null
  const where = `WHERE product = ${sqlText(product)} AND ${below}`
  const [served] = await query(
    `SELECT count(DISTINCT stop) AS stops, coalesce(sum(packs), 0) AS packs, min(arrive) AS first FROM ${parquetTable(routes)} ${where}`,
  )
  const unserved = await query(
    `SELECT reason, count(DISTINCT stop) AS stops, sum(packs) AS packs FROM ${parquetTable(missed)} ${where}
     GROUP BY reason ORDER BY packs DESC, reason`,
  )
  return {
    stops: Number(served?.['stops'] ?? 0),
    packs: Number(served?.['packs'] ?? 0),
    first: (served?.['first'] as string | null | undefined) ?? null,
    unserved: unserved.map((row) => ({
      reason: String(row['reason']),
      stops: Number(row['stops']),
      packs: Number(row['packs']),
    })),
  }
}
