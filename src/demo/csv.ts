/** One line of a file: the cells that are not blank, by column. */
export type Cells = Readonly<Record<string, string | number>>

const cell = (value: string | number): string =>
  typeof value === 'string' && /[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value)

/** A table as spreadsheets in Spanish open it: UTF-8 with byte order mark, `;`, CRLF. Columns in the order in which rows first name them. */
export function csv(rows: readonly Cells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(';'))
  return `\ufeff${[columns.join(';'), ...lines].join('\r\n')}\r\n`
}
