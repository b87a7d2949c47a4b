import { type CellValue, readXlsx, writeXlsx } from 'hucre'

export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly type: 'text' | 'number'; readonly width?: number }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** An XLSX file; text columns are formatted as text, so that a ubigeo keeps its leading zero after a person edits and saves it. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      columns: sheet.columns.map((c) => ({ width: c.width ?? 14, ...(c.type === 'text' ? { numFmt: '@' } : {}) })),
      rows: [sheet.columns.map((c) => c.header), ...sheet.rows.map((row) => [...row])] as CellValue[][],
      freezePane: { rows: 1 },
    })),
    properties: { created: new Date(0), modified: new Date(0) },
  })
}

/** The cells of each sheet, as they are stored. */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[]> {
  const book = await readXlsx(bytes)
  return book.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows }))
}
