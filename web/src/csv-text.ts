type Cell = string | number | null

/** What a spreadsheet takes for a formula; names come from other people's files. A sign before digits alone is a number. */
const FORMULA = /^[=@\t\r]|^[+-](?![\d.,]*$)/

function quoted(cell: Cell): string {
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell ?? '')
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with BOM and `;`, which spreadsheets set up for Peru open as columns. */
export const csvText = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[columns, ...rows].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`
