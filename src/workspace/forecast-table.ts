import { readFile } from 'node:fs/promises'
import { withNetworks } from '../adapters/tensors/networks.ts'
import { tableForecast } from '../forecast/table/table-forecast.ts'
import { type Table, tableOf, type TableRow } from '../forecast/table/table.ts'
import { splitter } from '../ingest/csv.ts'
import { canonicalNumber, countNumber, decideDecimal, numberCount } from '../ingest/number-cell.ts'
import { separatorOf } from '../ingest/separator.ts'
import { InputError } from '../model/input-error.ts'
import type { TableNote } from '../model/table-note.ts'
import { onPath } from './file-error.ts'

const COLUMNS = ['series', 'period', 'quantity'] as const
/** So much of a file shows its separator. */
const HEAD = 65_536

/** Squares and sums of such numbers are still numbers. */
const MOST = 1e15

function rowsOf(path: string, text: string): readonly TableRow[] {
  const records: { readonly cells: readonly string[]; readonly line: number }[] = []
  const { separator } = separatorOf(text.slice(0, HEAD))
  const split = splitter(separator, (cells, line) => void records.push({ cells, line }))
  if (!split.write(text) || !split.end()) throw cellError(path, split.fault?.line ?? 1, 'series', '')
  const header = records.shift()?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const at = COLUMNS.map((name) => header.indexOf(name))
  if (at.includes(-1)) throw new InputError('table-columns', { path })
  const [series, period, quantity] = at
  const cell = (cells: readonly string[], index: number | undefined): string => cells[index ?? -1]?.trim() ?? ''
  const numbers = numberCount()
  for (const { cells } of records) countNumber(numbers, cell(cells, quantity))
  const choice = decideDecimal(numbers, { point: 0, comma: 0 })
  // Thousands or decimals cannot be told apart: programs write a point.
  const mark = choice.decided ? choice.mark : '.'
  return records.map(({ cells, line }) => {
    const raw = cell(cells, quantity)
    const digits = canonicalNumber(raw, mark)
    const value = digits === '' ? Number.NaN : Number(digits)
    if (digits !== '' && !(Math.abs(value) <= MOST)) throw cellError(path, line, 'quantity', raw)
    return { series: cell(cells, series), period: cell(cells, period), quantity: value, line }
  })
}

const cellError = (path: string, line: number, column: string, value: string): InputError =>
  new InputError('table-cell', { path, line, column, value })

const quoted = (text: string): string => (/[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** Nine digits: what a forecast says, without the noise of the last bits. */
const numberText = (x: number): string => (Number.isNaN(x) ? '' : String(Number(x.toPrecision(9))))

export interface TableRun {
  readonly csv: string
  readonly notes: readonly TableNote[]
  readonly series: number
}

/**
 * `chasqui forecast --table`: a CSV of `series, period, quantity` → a CSV of quantiles in the same form of periods.
 * @param levels with the text that heads their columns, ascending
 * @throws InputError that names file, line and cell
 */
export async function forecastTable(
  path: string,
  horizon: number,
  levels: readonly { readonly level: number; readonly text: string }[],
  seed: number,
  onNotes: (notes: readonly TableNote[]) => void,
  onProgress: (share: number) => void,
): Promise<TableRun> {
  const text = await onPath(path, () => readFile(path, 'utf8'))
  const table: Table = tableOf(rowsOf(path, text))
  if (!table.ok) throw cellError(path, table.line, 'period', table.period)
  const { frequency, series, repeated } = table
  if (!series.some((s) => s.values.some((x) => !Number.isNaN(x)))) throw new InputError('table-empty', { path })
  const { unit, every, cycle } = frequency
  onNotes([
    { code: 'table-read', series: series.length, unit, every, cycle },
    ...(repeated > 0 ? [{ code: 'rows-added-up', rows: repeated } as const] : []),
  ])
  const asked = levels.map((l) => l.level)
  const made = await withNetworks((networks) =>
    tableForecast({ series, frequency, horizon, levels: asked, seed, networks, onProgress }),
  )
  onNotes(made.notes)
  const lines = [['series', 'period', ...levels.map((l) => l.text)].join(',')]
  series.forEach(({ name, first, values }, i) => {
    for (let j = 0; j < horizon; j++) {
      const from = (i * horizon + j) * levels.length
      const numbers = Array.from(made.quantiles.subarray(from, from + levels.length), numberText)
      lines.push([quoted(name), frequency.textOf(first + values.length + j), ...numbers].join(','))
    }
  })
  return { csv: `${lines.join('\n')}\n`, notes: made.notes, series: series.length }
}
