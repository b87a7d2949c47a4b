/** What a spreadsheet takes for a formula: text from other people's files must not run there. A sign before digits alone is a number. */
const FORMULA = /^[=@\t\r]|^[+-](?![\d.,]*$)/

/** A cell as CSV with `;` needs it: quoted where it holds a separator, a quote or a line end; no formula. */
const quoted = (cell: string | number | null): string => {
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell ?? '')
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with BOM, `;` and CRLF: what a spreadsheet in Peru opens with accents and columns in place. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`
}
