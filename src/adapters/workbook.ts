import { type CellValue, readXlsx, writeXlsx } from 'hucre'

interface SheetColumn {
  readonly header: string
  readonly type: 'text' | 'number'
  readonly width?: number
  /** The words a cell may hold, offered as a list. */
  readonly choices?: readonly string[]
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Empty rows below, formatted as their columns are: a form to fill in. */
  readonly blankRows?: number
}

/** Columns A … Z, AA … of a sheet. */
const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26)

/** An XLSX file; text columns are formatted as text, so that a ubigeo keeps its leading zero after a person edits and saves it. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      columns: sheet.columns.map((c) => ({ width: c.width ?? 14, ...(c.type === 'text' ? { numFmt: '@' } : {}) })),
      rows: [
        sheet.columns.map((c) => c.header),
        ...sheet.rows.map((row) => [...row]),
        ...Array.from({ length: sheet.blankRows ?? 0 }, () => sheet.columns.map(() => null)),
      ] as CellValue[][],
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${letters(sheet.columns.length - 1)}${sheet.rows.length + 1}` },
      dataValidations: sheet.columns.flatMap(({ choices }, i) =>
        choices === undefined
          ? []
          : [
              {
                type: 'list' as const,
                values: [...choices],
                allowBlank: true,
                range: `${letters(i)}2:${letters(i)}10000`,
              },
            ],
      ),
      pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
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
