/** A cell as CSV with `;` needs it: quoted where it holds a separator, a quote or a line end. */
const quoted = (cell: string | number | null): string => {
  const text = cell === null ? '' : String(cell)
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with BOM, `;` and CRLF: what a spreadsheet in Peru opens with accents and columns in place. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`
}
