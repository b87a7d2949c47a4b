import { readXlsx } from 'hucre'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readWorkbook, writeWorkbook } from '../../src/adapters/workbook.ts'
import { allocationSheet } from '../../src/workspace/sheets/allocation.ts'
import { sheetCsv } from '../../src/workspace/sheets/names.ts'
import { stopSheet, tourSheet, unservedSheet } from '../../src/workspace/sheets/routes.ts'
import { goodPlan } from '../check/plan.ts'

const rowsOf = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.replace('\ufeff', ''), { delimiter: ';', skipEmptyLines: true }).data

test('the sheet of an allocation grants and misses what the plan does', () => {
  const sheet = allocationSheet(goodPlan)
  const sum = (header: string) => {
    const at = sheet.columns.findIndex((c) => c.header === header)
    return sheet.rows.reduce((total, row) => total + Number(row[at] ?? 0), 0)
  }
  const packs = (list: readonly { readonly packs: number }[]) => list.reduce((total, x) => total + x.packs, 0)
  expect(sum('asignado (kits)')).toBe(packs(goodPlan.allocation.grants))
  expect(sum('faltante (kits)')).toBe(packs(goodPlan.allocation.shortfalls))
})

test('the workbook holds the cells of the CSV, and codes stay text with their zeros', async () => {
  for (const sheet of [allocationSheet(goodPlan), stopSheet(goodPlan), unservedSheet(goodPlan)]) {
    const [read] = await readWorkbook(await writeWorkbook([sheet]))
    const shown = read?.rows.map((row) =>
      sheet.columns.map((_, i) => `${(row[i] as string | number | null | undefined) ?? ''}`),
    )
    expect(shown).toEqual(rowsOf(sheetCsv(sheet)))
    const code = sheet.columns.findIndex((c) => c.header === 'ubigeo')
    for (const row of read?.rows.slice(1) ?? []) expect(row[code]).toMatch(/^\d{6}$/)
  }
})

test('every load of every stop is one row of the routes', () => {
  const [routes, unserved] = [stopSheet(goodPlan), unservedSheet(goodPlan)]
  const loads = goodPlan.routes.tours.flatMap((tour) => tour.stops.flatMap((stop) => stop.loads))
  expect(routes.rows).toHaveLength(loads.length)
  expect(unserved.rows).toHaveLength(goodPlan.routes.unserved.length)
})

test('a plan in English has English headers', () => {
  const english = { ...goodPlan, settings: { ...goodPlan.settings, language: 'en' as const } }
  expect(allocationSheet(english).columns.map((c) => c.header)).toContain('granted (packs)')
})

test('a tour of the sheet carries what its stops hand over', () => {
  const tours = tourSheet(goodPlan)
  const at = tours.columns.findIndex((c) => c.header === 'kits')
  const handed = goodPlan.routes.tours.map((tour) =>
    tour.stops.flatMap((stop) => stop.loads).reduce((sum, load) => sum + load.packs, 0),
  )
  expect(tours.rows.map((row) => row[at])).toEqual(handed)
})

test('the rows of a form keep text as text before anything is typed', async () => {
  const form = { name: 'f', columns: [{ header: 'ubigeo', type: 'text' as const }], rows: [], blankRows: 3 }
  const book = await readXlsx(await writeWorkbook([form]), { readStyles: true })
  for (const row of [1, 2, 3]) expect(book.sheets[0]?.cells?.get(`${row},0`)?.style?.numFmt).toBe('@')
})
