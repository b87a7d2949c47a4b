import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { type Sheet, writeWorkbook } from '../adapters/workbook.ts'
import type { KnownTable } from '../ingest/known-table.ts'
import { RECORDS, recordTable } from '../ingest/logistics-tables.ts'
import { covariatesTable, demandTable, routesTable } from '../ingest/tables-we-know.ts'
import { MODES } from '../model/access.ts'
import { COVARIATE_KINDS } from '../model/covariate.ts'
import { DEPOT_LEVELS } from '../model/depot.ts'
import { InputError } from '../model/input-error.ts'
import { fileError, isMissing, onPath } from './file-error.ts'
import { dvcText, PROJECT_FILES } from './dvc-files.ts'
import {
  DECISIONS_FILE,
  OVERRIDES_FILE,
  DVC_FILE,
  DVC_FOLDER,
  NOTEBOOKS_FOLDER,
  PARAMS_FILE,
  PROGRAM_FILE,
  RAW_FOLDER,
  SETTINGS_FILE,
  within,
} from './layout.ts'
import { exploreDemand } from './notebooks/explore-demand.ts'
import { notebookText } from './notebooks/notebook.ts'
import { prototypeModel } from './notebooks/prototype-model.ts'
import { paramsText } from './params-text.ts'
import { programText } from './program.ts'
import { sheetCsv } from './sheets/names.ts'
import { decisionsText, overridesText, settingsText } from './settings-text.ts'

const TEMPLATES_FOLDER = 'data/templates'

const NOTEBOOKS = { explore_demand: exploreDemand, prototype_model: prototypeModel }

/** Columns of other people's demand tables, understood but not asked for: a period says month and year, a ubigeo its province. */
const FOREIGN: readonly string[] = ['month', 'year', 'province', 'department']

/** Rows of a template whose cells keep text as text: `010101` typed into them stays `010101`. */
const FORM_ROWS = 1000
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  level: DEPOT_LEVELS,
  mode: MODES,
  class: COVARIATE_KINDS,
}

const sheetOf = (table: KnownTable, without: readonly string[] = []): Sheet => ({
  name: table.id,
  columns: table.columns
    .filter((c) => !without.includes(c.name))
    .map((c) => ({
      header: c.name,
      type: c.kind === 'number' || c.kind === 'latitude' || c.kind === 'longitude' ? 'number' : 'text',
      ...(CHOICES[c.name] === undefined ? {} : { choices: CHOICES[c.name] }),
    })),
  rows: [],
  blankRows: FORM_ROWS,
})

/** Empty tables with the headers that are understood at once. */
async function writeTemplates(folder: string): Promise<void> {
  const books: readonly (readonly [string, readonly Sheet[]])[] = [
    ['social_aid_demand', [sheetOf(demandTable, FOREIGN)]],
    ['delivery_routes', [sheetOf(routesTable)]],
    ['covariates', [sheetOf(covariatesTable, FOREIGN)]],
    ['logistics_data', RECORDS.map((record) => sheetOf(recordTable(record)))],
  ]
  for (const [name, sheets] of books) {
    await writeFile(`${folder}/${name}.xlsx`, await writeWorkbook(sheets))
    for (const sheet of sheets)
      await writeFile(`${folder}/${sheets.length === 1 ? name : `${name}_${sheet.name}`}.csv`, sheetCsv(sheet))
  }
}

/**
 * Makes the folder of a user: settings with their meaning beside them, templates, notebooks, a place for raw files, and what makes it a project of DVC once it is a
 * repository of Git.
 * @param example its data will be made up
 * @throws InputError `workspace-exists` when the folder is not empty
 */
export async function initWorkspace(root: string, language: 'es' | 'en', example = false): Promise<void> {
  const present = await readdir(root).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw fileError(error, root)
  })
  if (present.length > 0) throw new InputError('workspace-exists', { path: root })
  await onPath(root, async () => {
    await mkdir(within(root, RAW_FOLDER), { recursive: true })
    await mkdir(within(root, TEMPLATES_FOLDER), { recursive: true })
    await writeTemplates(within(root, TEMPLATES_FOLDER))
    await writeFile(within(root, DECISIONS_FILE), decisionsText(language), { flag: 'wx' })
    await writeFile(within(root, OVERRIDES_FILE), overridesText(language), { flag: 'wx' })
    await writeFile(within(root, PARAMS_FILE), paramsText(language, example), { flag: 'wx' })
    await writeFile(within(root, DVC_FILE), dvcText(language), { flag: 'wx' })
    await writeFile(within(root, PROGRAM_FILE), programText(), { flag: 'wx' })
    await mkdir(within(root, DVC_FOLDER))
    await mkdir(within(root, NOTEBOOKS_FOLDER))
    for (const [name, cells] of Object.entries(NOTEBOOKS))
      await writeFile(within(root, `${NOTEBOOKS_FOLDER}/${name}.ipynb`), notebookText(cells(language), language))
    for (const [path, text] of Object.entries(PROJECT_FILES)) await writeFile(within(root, path), text, { flag: 'wx' })
    await writeFile(within(root, SETTINGS_FILE), settingsText(language, example), { flag: 'wx' })
  })
}
