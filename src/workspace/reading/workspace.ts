import { basename, resolve } from 'node:path'
import { parquetTable, query } from '../../adapters/duckdb.ts'
import { currentPlan, type Generation, type StageState } from '../generation.ts'
import { localTime } from './local-time.ts'
import { type ForecastProduct, readForecastProducts, readProducts } from './products.ts'
import { rawFiles } from '../raw-files.ts'
import { readSettings } from '../settings-file.ts'

/** What there is, and how fresh. A number is null where its stage has not run. */
export interface WorkspaceFacts {
  readonly name: string
  /** The data are made up. */
  readonly example: boolean
  readonly generation: string
  /** `at` in Peru's local time, ISO 8601. */
  readonly stages: readonly Pick<StageState, 'stage' | 'state' | 'at'>[]
  readonly plan: string | null
  readonly rawFiles: number
  readonly places: number | null
  readonly observations: number | null
  readonly depots: number | null
  readonly lots: number | null
  /** Those that have a forecast, the most needed first; without a forecast, all. */
  readonly products: readonly ForecastProduct[]
  readonly months: readonly string[]
}

async function rowsOf(generation: Generation, table: string): Promise<number | null> {
  const path = generation.file('import', `${table}.parquet`)
  if (path === undefined) return null
  const [row] = await query(`SELECT count(*) AS n FROM ${parquetTable(path)}`)
  return Number(row?.['n'] ?? 0)
}

async function distinct(path: string, expression: string): Promise<readonly string[]> {
  const rows = await query(`SELECT DISTINCT ${expression} AS v FROM ${parquetTable(path)} ORDER BY v`)
  return rows.map((row) => String(row['v']))
}

export async function readWorkspace(root: string, generation: Generation): Promise<WorkspaceFacts> {
  const forecast = generation.file('forecast', 'forecast.parquet')
  return {
    name: basename(resolve(root)),
    example: (await readSettings(root)).example,
    generation: generation.id,
    stages: generation.stages.map(({ stage, state, at }) => ({ stage, state, at: at === null ? null : localTime(at) })),
    plan: (await currentPlan(root))?.id ?? null,
    rawFiles: (await rawFiles(root).catch(() => [])).length,
    places: await rowsOf(generation, 'places'),
    observations: await rowsOf(generation, 'observations'),
    depots: await rowsOf(generation, 'depots'),
    lots: await rowsOf(generation, 'lots'),
    products:
      forecast === undefined
        ? (await readProducts(generation)).map((product) => ({ ...product, levels: [] }))
        : await readForecastProducts(generation),
    months: forecast === undefined ? [] : await distinct(forecast, "strftime(period, '%Y-%m')"),
  }
}
