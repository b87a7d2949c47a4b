import { fold } from './fold.ts'
import type { KnownTable } from './known-table.ts'
import { knownTables } from './tables-we-know.ts'

/** Which header of a file is which column of a table. */
export interface Mapping {
  readonly table: KnownTable
  /** Column → position in the header. */
  readonly columns: ReadonlyMap<string, number>
  /** Columns that several headers could be; the first is taken until a person chooses. */
  readonly open: readonly { readonly column: string; readonly choices: readonly string[] }[]
}

export type Recognition =
  | { readonly known: true; readonly mapping: Mapping }
  | {
      readonly known: false
      readonly nearest: readonly { readonly source: string; readonly lacks: readonly string[] }[]
    }

/** Of text columns, only these change what is counted. */
const COUNTED_TEXT = new Set(['product', 'depot', 'lot', 'id'])

/** Headers as a person can name them: a repeated one gets its position, `CANTIDAD (4)`. */
const nameable = (headers: readonly string[]): string[] =>
  headers.map((header, i) =>
    headers.indexOf(header) === headers.lastIndexOf(header) ? header : `${header} (${i + 1})`,
  )

export function mapHeaders(
  table: KnownTable,
  headers: readonly string[],
  answer: (column: string) => string | undefined,
): Mapping {
  const names = nameable(headers)
  const folded = headers.map(fold)
  const columns = new Map<string, number>()
  const open: { column: string; choices: string[] }[] = []
  const taken = new Set<number>()
  const take = (column: string, at: number): void => {
    columns.set(column, at)
    taken.add(at)
  }
  for (const { name } of table.columns) {
    const chosen = answer(name)
    const at = chosen === undefined ? -1 : Math.max(names.indexOf(chosen), headers.indexOf(chosen))
    if (at !== -1) take(name, at)
  }
  for (const column of table.columns) {
    if (columns.has(column.name)) continue
    const own = folded.flatMap((header, i) => (header === column.headers[0] && !taken.has(i) ? [i] : []))
    if (own.length === 1) take(column.name, own[0] as number)
  }
  for (const column of table.columns) {
    if (columns.has(column.name)) continue
    const fits = column.headers.flatMap((form) =>
      folded.flatMap((header, i) => (header === form && !taken.has(i) ? [i] : [])),
    )
    const first = fits[0]
    if (first === undefined) continue
    take(column.name, first)
    if (fits.length > 1 && (column.kind !== 'text' || COUNTED_TEXT.has(column.name)))
      open.push({ column: column.name, choices: fits.map((i) => names[i] as string) })
  }
  return { table, columns, open }
}

/**
 * The table that a row of headers is: all its needed columns are there, and of several such tables the one with most columns.
 * @param answer what a person said for a column, or for `source`: the id of a table
 */
export function recognise(
  headers: readonly string[],
  answer: (subject: 'source' | 'column', column: string) => string | undefined,
): Recognition {
  const forced = answer('source', '')
  let best: Mapping | undefined
  const near: { source: string; lacks: string[]; found: number }[] = []
  for (const table of knownTables) {
    if (forced !== undefined && table.id !== forced) continue
    const mapping = mapHeaders(table, headers, (column) => answer('column', column))
    const lacks = table.needs
      .filter((any) => !any.some((name) => mapping.columns.has(name)))
      .map((any) => any.join('|'))
    if (lacks.length > 0) near.push({ source: table.id, lacks, found: table.needs.length - lacks.length })
    else if (best === undefined || mapping.columns.size > best.columns.size) best = mapping
  }
  if (best !== undefined) return { known: true, mapping: best }
  near.sort((a, b) => a.lacks.length / (a.lacks.length + a.found) - b.lacks.length / (b.lacks.length + b.found))
  return {
    known: false,
    nearest: near
      .filter((n) => n.found > 0)
      .slice(0, 3)
      .map(({ source, lacks }) => ({ source, lacks })),
  }
}
