import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import { byText } from '../../kernel/order.ts'
import { NATION } from '../../model/ubigeo.ts'
import type { Product } from '../../model/product.ts'
import type { Generation } from '../generation.ts'
import { PRODUCTS } from '../tables/supply.ts'
import { readTable } from '../tables/table.ts'

export type ProductFacts = Pick<Product, 'id' | 'name' | 'unit' | 'pack' | 'persons' | 'days'>

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
export async function readForecastProducts(generation: Generation): Promise<readonly ProductFacts[]> {
  const path = generation.file('forecast', 'forecast.parquet')
  if (path === undefined) return []
  const rows = await query(
    `SELECT product, sum(mean) FILTER (ubigeo = ${sqlText(NATION)}) AS total FROM ${parquetTable(path)} GROUP BY product`,
  )
  const total = new Map(rows.map((row) => [row['product'], Number(row['total'] ?? 0)]))
  const people = (product: ProductFacts) => (total.get(product.id) ?? 0) * product.persons
  return (await readProducts(generation))
    .filter((product) => total.has(product.id))
    .toSorted((a, b) => people(b) - people(a) || byText(a.id, b.id))
}
