import { type Column, type ColumnType, type Plain, query, parquetTable, writeParquet } from '../../adapters/duckdb.ts'
import { type Day, type Instant, parseDay, parseInstant } from '../../model/day.ts'

type Cell = string | number | null

/** A column of a table of nouns: what it holds of each noun. */
export interface NounColumn<T> extends Column {
  of(noun: T): Cell
}

/** One row as it is stored, with typed access; a column that is not there is our mistake. */
export interface StoredRow {
  text(name: string): string
  textOrNull(name: string): string | null
  number(name: string): number
  numberOrNull(name: string): number | null
  day(name: string): Day
  dayOrNull(name: string): Day | null
  /** Stored as text, as people write it. */
  instant(name: string): Instant
}

/** How a noun lies in a Parquet file, and back. */
export interface Table<T> {
  readonly name: string
  readonly columns: readonly NounColumn<T>[]
  read(row: StoredRow): T
}

const column =
  (type: ColumnType) =>
  <T>(name: string, about: string, of: (noun: T) => Cell): NounColumn<T> => ({ name, type, about, of })

export const text = column('text')
export const whole = column('integer')
export const real = column('double')
export const date = column('day')

export async function writeTable<T>(path: string, table: Table<T>, nouns: readonly T[]): Promise<void> {
  const values = table.columns.map((c) => nouns.map((noun) => c.of(noun)))
  await writeParquet(path, table, values, nouns.length)
}

export async function readTable<T>(path: string, table: Table<T>): Promise<readonly T[]> {
  const rows = await query(`SELECT * FROM ${parquetTable(path)}`)
  return rows.map((row) => table.read(stored(row, path)))
}

function stored(row: Readonly<Record<string, Plain>>, path: string): StoredRow {
  const cell = (name: string): Plain => {
    const value = row[name]
    if (value === undefined) throw new Error(`${path} has no column ${name}`)
    return value
  }
  const given = <V>(name: string, value: V | null): V => {
    if (value === null) throw new Error(`${path} has no value in column ${name}`)
    return value
  }
  const reader: StoredRow = {
    textOrNull: (name) => cell(name) as string | null,
    text: (name) => given(name, reader.textOrNull(name)),
    numberOrNull: (name) => cell(name) as number | null,
    number: (name) => given(name, reader.numberOrNull(name)),
    dayOrNull: (name) => {
      const value = reader.textOrNull(name)
      return value === null ? null : (parseDay(value) ?? null)
    },
    day: (name) => given(name, reader.dayOrNull(name)),
    instant: (name) => given(name, parseInstant(reader.text(name)) ?? null),
  }
  return reader
}
