import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { TableRow } from '../forecast/table/table.ts'
import { type Container, containerOf } from '../ingest/container.ts'
import { splitter } from '../ingest/csv.ts'
import { canonicalNumber, countNumber, decideDecimal, numberCount } from '../ingest/number-cell.ts'
import { separatorOf } from '../ingest/separator.ts'
import { encodingOf, utf8Count } from '../ingest/utf8.ts'
import { InputError } from '../model/input-error.ts'
import type { TableNote } from '../model/table-note.ts'
import { onPath } from './file-error.ts'

const COLUMNS = ['series', 'period', 'quantity'] as const
/** So much of a file shows what it is, and its separator. */
const HEAD = 65_536
/** Squares and sums of such numbers are still numbers. */
const MOST = 1e15
/** `0x10` is a number to the language, to nobody else. */
const DECIMAL = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
/** Names of the header that an error shows. */
const SHOWN = 6

export interface TableFile {
  readonly rows: readonly TableRow[]
  readonly notes: readonly TableNote[]
}

interface Line {
  readonly cells: readonly string[]
  readonly line: number
}

/**
 * The rows of a long table in text, in any encoding, separator and decimal mark that `import` reads, also in gzip.
 * @throws InputError that names file, line and cell
 */
export async function tableFile(path: string): Promise<TableFile> {
  const text = textOf(path, await onPath(path, () => readFile(path)))
  const lines = linesOf(path, text)
  const header = lines.shift()?.cells ?? []
  const names = header.map((cell) => cell.toLowerCase())
  const at = COLUMNS.map((name) => names.indexOf(name))
  if (COLUMNS.some((name) => names.filter((other) => other === name).length !== 1))
    throw new InputError('table-columns', { path, found: header.slice(0, SHOWN).join(', ') })
  const [series = 0, period = 0, quantity = 0] = at
  const wide = lines.find(({ cells }) => cells.slice(header.length).some((cell) => cell !== ''))
  if (wide !== undefined)
    throw new InputError('table-width', { path, line: wide.line, cells: wide.cells.length, columns: header.length })

  const numbers = numberCount()
  for (const { cells } of lines) countNumber(numbers, cells[quantity] ?? '')
  const choice = decideDecimal(numbers, { point: 0, comma: 0 })
  // Thousands or decimals cannot be told apart: programs write a point.
  const mark = choice.decided ? choice.mark : '.'
  const rows = lines.map(({ cells, line }): TableRow => {
    const name = cells[series] ?? ''
    if (name === '') throw cellError(path, line, 'series', name)
    const raw = cells[quantity] ?? ''
    const digits = canonicalNumber(raw, mark)
    const value = digits === '' ? Number.NaN : Number(digits)
    if (digits !== '' && !(DECIMAL.test(digits) && Math.abs(value) <= MOST))
      throw cellError(path, line, 'quantity', raw)
    return { series: name, period: cells[period] ?? '', quantity: value, line }
  })
  const open = choice.decided ? undefined : lines.find(({ cells }) => /\d[.,]\d{3}$/.test(cells[quantity] ?? ''))
  if (open === undefined) return { rows, notes: [] }
  const cell = open.cells[quantity] ?? ''
  return { rows, notes: [{ code: 'table-decimal', cell, line: open.line, digits: canonicalNumber(cell, mark) }] }
}

export const cellError = (path: string, line: number, column: string, value: string): InputError =>
  new InputError('table-cell', { path, line, column, value })

/** Cells without the space around them; a line with nothing in it is none. */
function linesOf(path: string, text: string): Line[] {
  const lines: Line[] = []
  const { separator } = separatorOf(text.slice(0, HEAD))
  const split = splitter(separator, (cells, line) => {
    const bare = cells.map((cell) => cell.trim())
    if (bare.some((cell) => cell !== '')) lines.push({ cells: bare, line })
  })
  if (!split.write(text) || !split.end())
    throw new InputError('table-line', { path, line: split.fault?.line ?? 1, fault: split.fault?.code ?? 'open-quote' })
  return lines
}

function textOf(path: string, bytes: Uint8Array): string {
  const container = containerOf(bytes.subarray(0, HEAD))
  switch (container) {
    case 'gzip':
      return textOf(path, unpacked(path, bytes))
    case 'empty':
      return ''
    case 'utf-16le':
    case 'utf-16be':
      return new TextDecoder(container).decode(bytes)
    case 'text': {
      const count = utf8Count()
      count.update(bytes)
      count.end()
      return new TextDecoder(encodingOf(count)).decode(bytes)
    }
    default:
      throw notText(path, container)
  }
}

function unpacked(path: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes)
  } catch {
    throw notText(path, 'gzip')
  }
}

const notText = (path: string, kind: Container): InputError => new InputError('table-not-text', { path, kind })
