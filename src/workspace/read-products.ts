import type { Product } from '../model/product.ts'
import type { Generation } from './generation.ts'
import { PRODUCTS } from './tables/supply.ts'
import { readTable } from './tables/table.ts'

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
