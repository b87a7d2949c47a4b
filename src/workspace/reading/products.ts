import { parquetTable, query } from '../../adapters/duckdb.ts'
import { byText } from '../../kernel/order.ts'
import type { Product } from '../../model/product.ts'
import type { Generation } from '../generation.ts'
import { PRODUCTS } from '../tables/supply.ts'
import { readTable } from '../tables/table.ts'

export type ProductFacts = Pick<Product, 'id' | 'name' | 'unit' | 'pack' | 'persons' | 'days'>

/** The levels a map can show, from the coarsest. */
const LEVELS = ['department', 'province', 'district'] as const
export type MapLevel = (typeof LEVELS)[number]

/** Text of a node's level, by its code. */
export const LEVEL_SQL =
  "CASE WHEN ubigeo = '000000' THEN 'nation' WHEN ubigeo LIKE '%0000' THEN 'department' WHEN ubigeo LIKE '%00' THEN 'province' ELSE 'district' END"

export interface ForecastProduct extends ProductFacts {
  /** Those that have a forecast. */
  readonly levels: readonly MapLevel[]
}

/** The products as a reader of results needs them; none before the first import. */
export async function readProducts(generation: Generation): Promise<readonly ProductFacts[]> {
  const path = generation.file('import', 'products.parquet')
  if (path === undefined) return []
  return (await readTable(path, PRODUCTS)).map(({ id, name, unit, pack, persons, days }) => ({
    id,
    name,
    unit,
    pack,
    persons,
    days,
  }))
}

/** The products that have a forecast, those that most people will need first; none before the first forecast. */
export async function readForecastProducts(generation: Generation): Promise<readonly ForecastProduct[]> {
  const path = generation.file('forecast', 'forecast.parquet')
  if (path === undefined) return []
  const rows = await query(
    `SELECT product, ${LEVEL_SQL} AS level, sum(mean) AS total FROM ${parquetTable(path)} GROUP BY product, level`,
  )
  const totals = new Map(rows.map((row) => [`${row['product']} ${row['level']}`, Number(row['total'])]))
  const people = (product: ProductFacts) => (totals.get(`${product.id} nation`) ?? 0) * product.persons
  return (await readProducts(generation))
    .map((product) => ({ ...product, levels: LEVELS.filter((level) => totals.has(`${product.id} ${level}`)) }))
    .filter((product) => product.levels.length > 0)
    .toSorted((a, b) => people(b) - people(a) || byText(a.id, b.id))
}
