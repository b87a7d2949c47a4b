import { withNetworks } from '../adapters/tensors/networks.ts'
import { tableForecast } from '../forecast/table/table-forecast.ts'
import { tableOf } from '../forecast/table/table.ts'
import { InputError } from '../model/input-error.ts'
import type { TableNote } from '../model/table-note.ts'
import { cellError, tableFile } from './table-file.ts'

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
  const read = await tableFile(path)
  const table = tableOf(read.rows)
  if (!table.ok) throw cellError(path, table.line, 'period', table.period)
  const { frequency, series, repeated, firstRepeated } = table
  if (!series.some((s) => s.values.some((x) => !Number.isNaN(x)))) throw new InputError('table-empty', { path })
  const { unit, every, cycle } = frequency
  onNotes([
    { code: 'table-read', series: series.length, rows: read.rows.length, unit, every, cycle },
    ...read.notes,
    ...(firstRepeated ? [{ code: 'rows-added-up', rows: repeated, ...firstRepeated } as const] : []),
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
