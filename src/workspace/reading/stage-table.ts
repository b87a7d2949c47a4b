import { type Plain, query, sqlText, parquetTable } from '../../adapters/duckdb.ts'
import type { Generation } from '../generation.ts'
import { readPointer } from '../pointer.ts'
import { STAGES, type StageName } from '../stage.ts'

interface StageTableColumn {
  readonly name: string
  readonly type: 'text' | 'number' | 'date' | 'list'
  readonly about: string
}

/** A page of one table of a stage, as it was written. */
export interface StageTable {
  readonly stage: StageName
  readonly table: string
  readonly rows: number
  readonly offset: number
  readonly columns: readonly StageTableColumn[]
  readonly data: readonly (readonly Plain[])[]
}

const typeOf = (stored: string): StageTableColumn['type'] => {
  if (stored.endsWith('[]')) return 'list'
  if (stored === 'DATE') return 'date'
  return stored === 'VARCHAR' ? 'text' : 'number'
}

/** The tables that the stages have written, in the order of the chain. */
export async function readStageTables(
  root: string,
): Promise<readonly { readonly stage: StageName; readonly table: string }[]> {
  const { stages } = await readPointer(root)
  return STAGES.flatMap((stage) =>
    (stages[stage]?.files ?? [])
      .filter((file) => file.name.endsWith('.parquet'))
      .map((file) => ({ stage, table: file.name.replace(/\.parquet$/, '') })),
  )
}

/** @returns `undefined` where the stage has not run or has no such table */
export async function readStageTable(
  root: string,
  generation: Generation,
  asked: { readonly stage: StageName; readonly table: string; readonly limit: number; readonly offset: number },
): Promise<StageTable | undefined> {
  const { stage, table, limit, offset } = asked
  const known = (await readStageTables(root)).some((t) => t.stage === stage && t.table === table)
  const path = known ? generation.file(stage, `${table}.parquet`) : undefined
  if (path === undefined) return undefined
  const from = parquetTable(path)
  const [counted] = await query(`SELECT count(*) AS n FROM ${from}`)
  const about = new Map(
    (await query(`SELECT decode(key) AS k, decode(value) AS v FROM parquet_kv_metadata(${sqlText(path)})`)).map(
      (row) => [row['k'], String(row['v'])],
    ),
  )
  const columns = (await query(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`)).map((row) => ({
    name: String(row['column_name']),
    type: typeOf(String(row['column_type'])),
    about: about.get(row['column_name'] ?? '') ?? '',
  }))
  const rows = await query(`SELECT * FROM ${from} LIMIT ${limit} OFFSET ${offset}`)
  return {
    stage,
    table,
    rows: Number(counted?.['n'] ?? 0),
    offset,
    columns,
    data: rows.map((row) => columns.map((column) => row[column.name] ?? null)),
  }
}
