import { fold } from './fold.ts'

/** How the cells of a column are read. `word` goes through the list of words of its column, `prefix` is the beginning of a ubigeo, `end` an id or a ubigeo. */
type CellKind =
  | 'text'
  | 'number'
  | 'latitude'
  | 'longitude'
  | 'date'
  | 'time'
  | 'ubigeo'
  | 'prefix'
  | 'end'
  | 'word'
  | 'month'

export interface KnownColumn {
  readonly name: string
  readonly kind: CellKind
  /** Folded headers it is known by, its own name among them; earlier ones win. */
  readonly headers: readonly string[]
}

export interface KnownTable {
  readonly id: string
  readonly columns: readonly KnownColumn[]
  /** At least one column of each of these must be there. */
  readonly needs: readonly (readonly string[])[]
}

/** `name: kind = header, header` per line; a `*` before the name: needed; `*a|b`: one of them. */
export function knownTable(id: string, text: string, anyOf: readonly (readonly string[])[] = []): KnownTable {
  const needs: (readonly string[])[] = [...anyOf]
  const columns = text
    .trim()
    .split('\n')
    .map((line): KnownColumn => {
      const found = /^\s*(\*?)(\w+): (\w+)(?: = (.*))?$/.exec(line)
      if (!found) throw new Error(`not a column: ${line}`)
      const [, star, name = '', kind = '', headers = ''] = found
      if (star === '*') needs.push([name])
      const all = [name, ...headers.split(',')].map(fold).filter((header) => header !== '')
      return { name, kind: kind as CellKind, headers: [...new Set(all)] }
    })
  return { id, columns, needs }
}
