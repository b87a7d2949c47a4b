import type { ShownPlace } from './need.ts'

export interface CsvPart {
  readonly product: string
  readonly month: string
  readonly columns: readonly string[]
}

const quoted = (cell: string | number | null): string => {
  const text = cell === null ? '' : String(cell)
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The rows on screen, unrounded: UTF-8 with BOM and `;`, which spreadsheets set up for Peru open as columns. */
function csvOf(rows: readonly ShownPlace[], { product, month, columns }: CsvPart): string {
  const lines = rows.map((p) => [
    p.ubigeo,
    p.name,
    p.province,
    p.department,
    product,
    month,
    p.need?.mean ?? null,
    p.need?.median ?? null,
    p.need?.low ?? null,
    p.need?.high ?? null,
    p.population,
  ])
  return `\ufeff${[columns, ...lines].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`
}

export function saveCsv(rows: readonly ShownPlace[], part: CsvPart): void {
  const url = URL.createObjectURL(new Blob([csvOf(rows, part)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `panorama-${part.product}-${part.month}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
