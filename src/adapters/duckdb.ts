import {
  BIGINT,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBListVector,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api'
import { InputError } from '../model/input-error.ts'
import { native } from './native-gate.ts'

/** How a column is stored. A `day` is a day count, stored as DATE; `draws` are fixed-width rows of doubles, stored as lists. */
export type ColumnType = 'text' | 'integer' | 'double' | 'day' | 'draws'

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** Description and unit, kept in the file's metadata. */
  readonly about: string
}

/** Values of one column; null is stored as NULL. `draws`: rows × width, row-major. */
export type ColumnValues = ArrayLike<string | number | null> | { readonly width: number; readonly values: Float64Array }

export type Plain = string | number | boolean | null | readonly Plain[]

const TYPES: Readonly<Record<ColumnType, DuckDBType>> = {
  text: VARCHAR,
  integer: BIGINT,
  double: DOUBLE,
  day: DATE,
  draws: LIST(DOUBLE),
}
/** Rows of a DuckDB vector: the most one chunk holds. */
const CHUNK = 2048

let opened: Promise<DuckDBConnection> | undefined

/** One in-memory database per process, opened when first needed; it never fetches extensions. */
function connection(): Promise<DuckDBConnection> {
  opened ??= DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '2',
  }).then((instance) => instance.connect())
  return opened
}

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`
/** A Parquet file as a table. A folder above it named `column=value` is a folder, not a column. */
export const parquetTable = (path: string): string => `read_parquet(${sqlText(path)}, hive_partitioning = false)`
const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`

function plain(value: DuckDBValue): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBListValue) return value.items.map(plain)
  return String(value)
}

/** Runs one statement; days come as `YYYY-MM-DD`, lists as arrays, whole numbers as numbers. */
export const query = (sql: string): Promise<readonly Readonly<Record<string, Plain>>[]> => native(() => queryNow(sql))

async function queryNow(sql: string): Promise<readonly Readonly<Record<string, Plain>>[]> {
  const reader = await (await connection()).runAndReadAll(sql)
  const names = reader.columnNames()
  return reader.getRows().map((row) => Object.fromEntries(row.map((value, i) => [names[i] ?? '', plain(value)])))
}

function cells(column: Column, values: ColumnValues, at: number, rows: number): DuckDBValue[] {
  if ('values' in values && typeof values !== 'string' && 'width' in values) {
    const { width, values: flat } = values as { width: number; values: Float64Array }
    return Array.from({ length: rows }, (_, i) =>
      listValue(Array.from(flat.subarray((at + i) * width, (at + i + 1) * width))),
    )
  }
  const list = values
  return Array.from({ length: rows }, (_, i) => {
    const value = list[at + i] ?? null
    if (value === null || Number.isNaN(value)) return null
    if (column.type === 'integer') return BigInt(value)
    return column.type === 'day' ? new DuckDBDateValue(value as number) : value
  })
}

/**
 * Writes a table; same values, same bytes.
 * @param table its name and the meaning of its columns go into the file's metadata
 * @param columns values in the order of `table.columns`, `rows` of each
 * @throws InputError `disk-full`
 */
export const writeParquet = (
  path: string,
  table: { readonly name: string; readonly columns: readonly Column[] },
  columns: readonly ColumnValues[],
  rows: number,
): Promise<void> => native(() => writeNow(path, table, columns, rows))

async function writeNow(
  path: string,
  table: { readonly name: string; readonly columns: readonly Column[] },
  columns: readonly ColumnValues[],
  rows: number,
): Promise<void> {
  const db = await connection()
  const types = table.columns.map((column) => TYPES[column.type])
  const definition = table.columns.map((c) => `${sqlName(c.name)} ${TYPES[c.type].toString()}`).join(', ')
  const about = table.columns.map((c) => `${sqlName(c.name)}: ${sqlText(c.about)}`).join(', ')
  await db.run(`CREATE OR REPLACE TEMP TABLE writing (${definition})`)
  const appender = await db.createAppender('writing')
  for (let at = 0; at < rows; at += CHUNK) {
    const n = Math.min(CHUNK, rows - at)
    const chunk = DuckDBDataChunk.create(types, n)
    table.columns.forEach((column, i) => chunk.setColumnValues(i, cells(column, columns[i] ?? [], at, n)))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  try {
    await db.run(
      `COPY writing TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${sqlName('table')}: ${sqlText(table.name)}, ${about}})`,
    )
  } catch (error) {
    // DuckDB hands on the system's sentence, not its code.
    if (error instanceof Error && /No space left|quota exceeded/i.test(error.message))
      throw new InputError('disk-full', { path })
    throw error
  }
  await db.run('DROP TABLE writing')
}

/** Reads a column of lists of one width into one array, rows × width, in file order. */
export const readDraws = (path: string, column: string, width: number): Promise<Float64Array> =>
  native(() => readNow(path, column, width))

async function readNow(path: string, column: string, width: number): Promise<Float64Array> {
  const db = await connection()
  const counted = await query(`SELECT count(*) AS n FROM ${parquetTable(path)}`)
  const out = new Float64Array(Number(counted[0]?.['n'] ?? 0) * width)
  const result = await db.stream(`SELECT ${sqlName(column)} FROM ${parquetTable(path)}`)
  let next = 0
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return out
    const lists = chunk.getColumnVector(0) as DuckDBListVector
    const items = lists.childVector
    for (let row = 0; row < chunk.rowCount; row++) {
      const offset = lists.getEntryOffset(row)
      for (let i = 0; i < width; i++) out[next++] = items.getItem(offset + i) as number
    }
  }
}

/** Lets go of the database, so that a process can end. */
export const closeDuckDb = (): Promise<void> => native(closeNow)

async function closeNow(): Promise<void> {
  const open = await opened
  opened = undefined
  open?.closeSync()
}
