import { query, sqlText } from '../adapters/duckdb.ts'
import type { Generation } from './generation.ts'
import { readSettings } from './settings-file.ts'

/** Packs of the whole country in one month, under the rule of the settings. */
export interface Supply {
  /** To cover, the regions' reserves included. */
  readonly need: number
  readonly granted: number
  readonly short: number
}

export interface SupplyFacts {
  /** By `YYYY-MM`; empty before the first allocation. */
  readonly months: ReadonlyMap<string, Supply>
  /** In all depots; null before the first import. */
  readonly stock: { readonly packs: number; readonly depots: number } | null
}

export async function readSupply(root: string, generation: Generation, product: string): Promise<SupplyFacts> {
  return { months: await monthsOf(root, generation, product), stock: await stockOf(generation, product) }
}

async function monthsOf(root: string, generation: Generation, product: string): Promise<SupplyFacts['months']> {
  const need = generation.file('allocate', 'need.parquet')
  const allocation = generation.file('allocate', 'allocation.parquet')
  if (need === undefined || allocation === undefined) return new Map()
  const { rule } = await readSettings(root)
  const rows = await query(
    `WITH n AS (SELECT period, sum(packs) AS need FROM read_parquet(${sqlText(need)}) WHERE product = ${sqlText(product)} GROUP BY period),
       a AS (SELECT period, sum(packs) AS granted, sum(short) AS short FROM read_parquet(${sqlText(allocation)})
             WHERE product = ${sqlText(product)} AND rule = ${sqlText(rule)} GROUP BY period)
     SELECT strftime(n.period, '%Y-%m') AS month, need, coalesce(granted, 0) AS granted, coalesce(short, 0) AS short
     FROM n LEFT JOIN a USING (period)`,
  )
  return new Map(
    rows.map((row) => [
      String(row['month']),
      { need: Number(row['need']), granted: Number(row['granted']), short: Number(row['short']) },
    ]),
  )
}

async function stockOf(generation: Generation, product: string): Promise<SupplyFacts['stock']> {
  const path = generation.file('import', 'lots.parquet')
  if (path === undefined) return null
  const [row] = await query(
    `SELECT coalesce(sum(packs), 0) AS packs, count(DISTINCT depot) AS depots FROM read_parquet(${sqlText(path)}) WHERE product = ${sqlText(product)}`,
  )
  return { packs: Number(row?.['packs'] ?? 0), depots: Number(row?.['depots'] ?? 0) }
}
