import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { sha256, sha256File } from '../adapters/hash.ts'
import { writeWorkbook } from '../adapters/workbook.ts'
import { checkPlan } from '../check/check.ts'
import type { Violation } from '../check/violation.ts'
import { InputError } from '../model/input-error.ts'
import type { FileHash, Plan } from '../model/plan.ts'
import { isMissing, onPath } from './file-error.ts'
import { CURRENT_PLAN, PLANS_FOLDER, within } from './layout.ts'
import { allocationSheet } from './sheets/allocation.ts'
import { sheetCsv } from './sheets/names.ts'
import { stopSheet, tourSheet, unservedSheet } from './sheets/routes.ts'
import { parsePlan, planText } from './plan-schema.ts'

const PLAN_FILE = 'plan.json'
/** Folder of the stages' Parquet inside a plan. */
export const TABLES = 'tables'

/** The first twelve digits of the SHA-256 of `plan.json`: the plan's name. */
export const planId = (text: string): string => sha256(text).slice(0, 12)

/** Files for people that follow from the plan alone, by name. */
async function filesForPeople(plan: Plan): Promise<readonly (readonly [string, string | Uint8Array])[]> {
  const allocation = allocationSheet(plan)
  const routes = [tourSheet(plan), stopSheet(plan), unservedSheet(plan)] as const
  return [
    ['allocation.csv', sheetCsv(allocation)],
    ['allocation.xlsx', await writeWorkbook([allocation])],
    ['tours.csv', sheetCsv(routes[0])],
    ['routes.csv', sheetCsv(routes[1])],
    ['unserved.csv', sheetCsv(routes[2])],
    ['routes.xlsx', await writeWorkbook(routes)],
  ]
}

/** Writes a plan's folder, whole, at `folder`. @param tables paths of the Parquet files it was made from */
export async function writePlanFolder(folder: string, plan: Plan, tables: readonly string[]): Promise<void> {
  await onPath(folder, async () => {
    await mkdir(`${folder}/${TABLES}`, { recursive: true })
    for (const path of tables) {
      const to = `${folder}/${TABLES}/${path.slice(path.lastIndexOf('/') + 1)}`
      await copyFile(path, to)
    }
    for (const [name, content] of await filesForPeople(plan)) await writeFile(`${folder}/${name}`, content)
    await writeFile(`${folder}/${PLAN_FILE}`, planText(plan))
  })
}

/** The name of the plan in use, or `undefined` before the first one. */
export async function currentPlanId(root: string): Promise<string | undefined> {
  try {
    return (await readFile(within(root, CURRENT_PLAN), 'utf8')).trim()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Verifies a frozen plan: its own hash, the tables it was made from, the files for people, and every rule of the checker.
 * @param id folder below `plans/`; without it, the plan in use
 * @throws InputError `no-plan`, or `damaged-plan` when `plan.json` is no plan at all
 */
export async function verifyPlan(
  root: string,
  id?: string,
): Promise<{ readonly id: string; readonly violations: readonly Violation[] }> {
  const name = id ?? (await currentPlanId(root))
  if (name === undefined) throw new InputError('no-plan', { path: within(root, PLANS_FOLDER) })
  const folder = within(root, `${PLANS_FOLDER}/${name}`)
  const text = await readFile(`${folder}/${PLAN_FILE}`, 'utf8').catch((error: unknown) => {
    throw isMissing(error) ? new InputError('no-plan', { path: folder }) : error
  })
  const parsed = parsePlan(text)
  if (!parsed.ok) throw new InputError('damaged-plan', { path: `${folder}/${PLAN_FILE}` }, parsed.faults)
  const { plan } = parsed
  const violations = [...checkPlan(plan, await hashesOf(folder, plan.inputs))]
  if (planId(text) !== name) violations.push({ kind: 'hash', where: PLAN_FILE, expected: name, found: planId(text) })
  for (const [file, content] of await filesForPeople(plan)) {
    const expected = sha256(content)
    const found = await sha256File(`${folder}/${file}`).catch(() => '')
    if (found !== expected) violations.push({ kind: 'hash', where: file, expected, found })
  }
  return { id: name, violations }
}

/** Of the inputs that lie in the plan's own folder; raw files may have changed since without harm to the plan. */
async function hashesOf(folder: string, inputs: readonly FileHash[]): Promise<ReadonlyMap<string, string | undefined>> {
  const hashes = new Map<string, string | undefined>()
  for (const { path } of inputs)
    if (path.startsWith(`${TABLES}/`)) hashes.set(path, await sha256File(`${folder}/${path}`).catch(() => undefined))
  return hashes
}
