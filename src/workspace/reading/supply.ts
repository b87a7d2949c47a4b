import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import type { Generation } from '../generation.ts'
import { readSettings } from '../settings-file.ts'
import type { MapLevel } from './products.ts'

/** Packs of the country or of a place in one month, under the rule of the settings. */
export interface Supply {
  /** To cover; of the country and of departments with the regions' reserves. */
  readonly need: number
  readonly granted: number
  readonly short: number
}

/** What lies in the depots. */
export interface Stock {
  readonly packs: number
  /** Depots that hold any of it. */
  readonly depots: number
}

export interface SupplyFacts {
  /** Of a place (`000000`: the country) and a month, `YYYY-MM`; null before the first allocation. */
  readonly at: (ubigeo: string, month: string) => Supply | null
  /** What the months of the window before this one leave; null before the first import. */
  readonly stock: (month: string) => Stock | null
}

/** Of a place and month in which nobody needs the product. */
const NOTHING: Supply = { need: 0, granted: 0, short: 0 }
/** Digits of a code that say in which place of a level it lies. */
const DIGITS = { department: 2, province: 4, district: 6 } as const

export async function readSupply(
  root: string,
  generation: Generation,
  product: string,
  level: MapLevel,
): Promise<SupplyFacts> {
  const { rule } = await readSettings(root)
  const months = await suppliesOf(generation, product, rule, level)
  const stock = await stocksOf(generation, product, rule)
  return {
    at: (ubigeo, month) => (months === null ? null : (months.get(`${ubigeo} ${month}`) ?? NOTHING)),
    stock,
  }
}

async function suppliesOf(
  generation: Generation,
  product: string,
  rule: string,
  level: MapLevel,
): Promise<ReadonlyMap<string, Supply> | null> {
  const need = generation.file('allocate', 'need.parquet')
  const allocation = generation.file('allocate', 'allocation.parquet')
  if (need === undefined || allocation === undefined) return null
  const rows = await query(
    `WITH packs AS (
       SELECT ubigeo, period, packs AS need, 0 AS granted, 0 AS short FROM ${parquetTable(need)} WHERE product = ${sqlText(product)}
       UNION ALL
       SELECT ubigeo, period, 0, packs, short FROM ${parquetTable(allocation)} WHERE rule = ${sqlText(rule)} AND product = ${sqlText(product)}
     ), placed AS (
       SELECT '000000' AS place, * FROM packs UNION ALL SELECT rpad(left(ubigeo, ${DIGITS[level]}), 6, '0'), * FROM packs
     )
     SELECT place, strftime(period, '%Y-%m') AS month, sum(need) AS need, sum(granted) AS granted, sum(short) AS short
     FROM placed GROUP BY place, month`,
  )
  return new Map(
    rows.map((row) => [
      `${row['place']} ${row['month']}`,
      { need: Number(row['need']), granted: Number(row['granted']), short: Number(row['short']) },
    ]),
  )
}

async function stocksOf(generation: Generation, product: string, rule: string): Promise<SupplyFacts['stock']> {
  const lots = generation.file('import', 'lots.parquet')
  if (lots === undefined) return () => null
  const held = await query(
    `SELECT depot, sum(packs) AS packs FROM ${parquetTable(lots)} WHERE product = ${sqlText(product)} GROUP BY depot`,
  )
  const allocation = generation.file('allocate', 'allocation.parquet')
  const granted =
    allocation === undefined
      ? []
      : await query(
          `SELECT depot, strftime(period, '%Y-%m') AS month, sum(packs) AS packs FROM ${parquetTable(allocation)}
           WHERE rule = ${sqlText(rule)} AND product = ${sqlText(product)} AND depot IS NOT NULL GROUP BY depot, month`,
        )
  return (month) => {
    const left = new Map(held.map((row) => [row['depot'], Number(row['packs'])]))
    for (const row of granted)
      if (String(row['month']) < month) left.set(row['depot'], (left.get(row['depot']) ?? 0) - Number(row['packs']))
    const some = [...left.values()].filter((packs) => packs > 0)
    return { packs: some.reduce((sum, packs) => sum + packs, 0), depots: some.length }
  }
}
