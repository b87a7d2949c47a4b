import { readFile } from 'node:fs/promises'
import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import type { Method } from '../../forecast/method.ts'
import { type Driver, DRIVERS } from '../../model/driver.ts'
import type { Generation } from '../generation.ts'
import { belowSql } from './below.ts'

/** Why a product's forecast is what it is. */
export interface Explanation {
  /** Effects on the mean of the window by way of the networks, as far as they weigh, summed over the places of the node, in the product's unit; none where no network takes part. */
  readonly drivers: readonly { readonly driver: Driver; readonly effect: number }[]
  /** Weights of the methods over all classes of demand, largest first; a single method has all. */
  readonly weights: readonly { readonly method: string; readonly weight: number }[]
}

/** @returns nothing to tell of before the first forecast */
export async function readExplanation(generation: Generation, product: string, ubigeo: string): Promise<Explanation> {
  return {
    drivers: await readDrivers(generation, product, ubigeo),
    weights: await readWeights(generation, product),
  }
}

async function readDrivers(generation: Generation, product: string, ubigeo: string): Promise<Explanation['drivers']> {
  const path = generation.file('forecast', 'drivers.parquet')
  if (path === undefined) return []
  const rows = await query(
    `SELECT driver, sum(effect) AS effect FROM ${parquetTable(path)}
     WHERE product = ${sqlText(product)} AND ${belowSql(ubigeo)} GROUP BY driver`,
  )
  const effects = new Map(rows.map((row) => [String(row['driver']), Number(row['effect'])]))
  return DRIVERS.flatMap((driver) => {
    const effect = effects.get(driver)
    return effect === undefined ? [] : [{ driver, effect }]
  })
}

async function readWeights(generation: Generation, product: string): Promise<Explanation['weights']> {
  const path = generation.file('backtest', 'methods.json')
  if (path === undefined) return []
  const methods = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, Method>>
  const { members = [], member = -1, blend } = methods[product] ?? {}
  const only = members[member]
  if (blend === undefined) return only === undefined ? [] : [{ method: only, weight: 1 }]
  // The last class has the weights of all together.
  const all = blend[blend.length - 1]
  return members
    .flatMap((method, m) => ((all?.[m] ?? 0) > 0 ? [{ method, weight: all?.[m] ?? 0 }] : []))
    .sort((a, b) => b.weight - a.weight)
}
