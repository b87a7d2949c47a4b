import { readFile } from 'node:fs/promises'
import { type Document, isSeq, parseDocument } from 'yaml'
import { parquetTable, query, sqlText } from '../adapters/duckdb.ts'
import { formatDay } from '../model/day.ts'
import { InputError } from '../model/input-error.ts'
import { formatMonth } from '../model/month.ts'
import { mostUnits } from '../model/most-units.ts'
import type { Override } from '../model/override.ts'
import { withWorkspace } from './commands.ts'
import { isMissing, onPath } from './file-error.ts'
import { commit } from './journal.ts'
import { OVERRIDES_FILE, within } from './layout.ts'
import { outputPath, type Pointer } from './pointer.ts'
import { readOverrides } from './settings-file.ts'

/**
 * Appends a correction to `overrides.yaml` with the mean that is forecast now; what stands there stays, comments among it.
 * @returns it, and the most that people of the place can be thought to need in a month where it is beyond that, else null
 * @throws InputError `overrides` when the file cannot be understood, `arguments` when the forecast has no such product or place
 */
export async function recordOverride(
  root: string,
  made: Omit<Override, 'baseline'>,
): Promise<{ readonly override: Override; readonly most: number | null }> {
  return withWorkspace(root, 'override', 'kept', async ({ pointer, folders }) => {
    await readOverrides(root)
    const override = { ...made, baseline: await baselineOf(root, pointer, made) }
    const texts = [{ to: OVERRIDES_FILE, text: await overridesText(root, override) }]
    await commit(root, { pointer, folders, texts })
    const most = await mostOf(root, pointer, made)
    return { override, most: most !== null && made.quantity > most ? most : null }
  })
}

/** In the product's unit; null where the people of the place, or the product, are not known. */
async function mostOf(
  root: string,
  { stages: { import: read } }: Pointer,
  { ubigeo, product }: Omit<Override, 'baseline'>,
): Promise<number | null> {
  if (read === undefined) return null
  const where = ubigeo === '000000' ? `level = 'department'` : `ubigeo = ${sqlText(ubigeo)}`
  const [row] = await query(
    `SELECT persons, days, (SELECT sum(population) FROM ${parquetTable(outputPath(root, read, 'places.parquet'))} WHERE ${where}) AS population
     FROM ${parquetTable(outputPath(root, read, 'products.parquet'))} WHERE id = ${sqlText(product)}`,
  )
  const population = Number(row?.['population'] ?? 0)
  return row === undefined || population === 0
    ? null
    : mostUnits({ persons: Number(row['persons']), days: Number(row['days']) }, population)
}

/** The mean forecast without any correction; null where that month, or nothing yet, was forecast. */
async function baselineOf(
  root: string,
  { stages: { forecast } }: Pointer,
  { ubigeo, product, month }: Omit<Override, 'baseline'>,
): Promise<number | null> {
  if (forecast === undefined) return null
  const known = await query(
    `SELECT DISTINCT product FROM ${parquetTable(outputPath(root, forecast, 'forecast.parquet'))} ORDER BY product`,
  )
  const products = known.map((row) => String(row['product']))
  if (!products.includes(product))
    throw new InputError('arguments', { flag: '--product', value: product, known: products.join(', ') })
  const meanIn = async (name: string, where: string): Promise<readonly (number | null)[]> => {
    if (!forecast.files.some((file) => file.name === name)) return []
    const rows = await query(
      `SELECT mean FROM ${parquetTable(outputPath(root, forecast, name))} WHERE product = ${sqlText(product)} ${where} LIMIT 1`,
    )
    return rows.map((row) => row['mean'] as number)
  }
  const place = `AND ubigeo = ${sqlText(ubigeo)}`
  const cell = `${place} AND strftime(period, '%Y-%m') = ${sqlText(formatMonth(month))}`
  if ((await meanIn('forecast.parquet', place)).length === 0)
    throw new InputError('arguments', { flag: 'UBIGEO', value: ubigeo })
  return [...(await meanIn('baseline.parquet', cell)), ...(await meanIn('forecast.parquet', cell))][0] ?? null
}

async function overridesText(root: string, { baseline, ...made }: Override): Promise<string> {
  const path = within(root, OVERRIDES_FILE)
  const former = await onPath(path, () =>
    readFile(path, 'utf8').catch((error: unknown) => (isMissing(error) ? '' : Promise.reject(error))),
  )
  const document: Document = parseDocument(former)
  if (!isSeq(document.contents)) document.contents = document.createNode([])
  const entry = { ...made, month: formatMonth(made.month), date: formatDay(made.date) }
  document.add(document.createNode(baseline === null ? entry : { ...entry, baseline }))
  return document.toString({ lineWidth: 0 })
}
