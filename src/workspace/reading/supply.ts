import { query, sqlText } from '../../adapters/duckdb.ts'
import type { Generation } from '../generation.ts'
import { readSettings } from '../settings-file.ts'

/** Packs in one month, under the rule of the settings. */
export interface Supply {
  /** To cover, the regions' reserves included. */
  readonly need: number
  readonly granted: number
  readonly short: number
}

export interface SupplyFacts {
  /** Of a month, `YYYY-MM`; null before the first allocation. */
  readonly month: (month: string) => Supply | null
  /** In all depots; null before the first import. */
  readonly stock: { readonly packs: number; readonly depots: number } | null
}

/** Of a month in which nobody needs the product. */
const NOTHING: Supply = { need: 0, granted: 0, short: 0 }

/** @param where SQL condition on the places that count; all without one */
export async function readSupply(
  root: string,
  generation: Generation,
  product: string,
  where = 'true',
): Promise<SupplyFacts> {
  const months = await monthsOf(root, generation, product, where)
  return {
    month: (month) => (months === null ? null : (months.get(month) ?? NOTHING)),
    stock: await stockOf(generation, product),
  }
}

async function monthsOf(
  root: string,
  generation: Generation,
  product: string,
  where: string,
): Promise<ReadonlyMap<string, Supply> | null> {
  const need = generation.file('allocate', 'need.parquet')
  const allocation = generation.file('allocate', 'allocation.parquet')
  if (need === undefined || allocation === undefined) return null
  const { rule } = await readSettings(root)
  const rows = await query(
    `SELECT strftime(period, '%Y-%m') AS month, sum(need) AS need, sum(granted) AS granted, sum(short) AS short FROM (
       SELECT period, packs AS need, 0 AS granted, 0 AS short, product, ubigeo FROM read_parquet(${sqlText(need)})
       UNION ALL
       SELECT period, 0, packs, short, product, ubigeo FROM read_parquet(${sqlText(allocation)}) WHERE rule = ${sqlText(rule)}
     ) WHERE product = ${sqlText(product)} AND ${where} GROUP BY month`,
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
