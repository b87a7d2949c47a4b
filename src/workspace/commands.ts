import { readFile } from 'node:fs/promises'
import { isSeq, parseDocument } from 'yaml'
import { sha256File } from '../adapters/hash.ts'
import { acceptKey, type Answers, namesInOrder } from '../ingest/answers.ts'
import type { FileSummary } from '../model/finding.ts'
import { checkPlan } from '../check/check.ts'
import { type Details, InputError } from '../model/input-error.ts'
import type { FileHash } from '../model/plan.ts'
import { type ChainResult, type Effects, firstStale, runChain } from './chain.ts'
import { keepExperiment } from './experiments.ts'
import { type Change, clearStaging, commit, recover } from './journal.ts'
import { CURRENT_PLAN, DECISIONS_FILE, PLANS_FOLDER, STAGING_FOLDER, within } from './layout.ts'
import { takeLock } from './lock.ts'
import { currentPlanId, planId, TABLES, verifyPlan, writePlanFolder } from './plan-folder.ts'
import { planText } from './plan-schema.ts'
import { type Pointer, readPointer } from './pointer.ts'
import { refreshProgramFile } from './program.ts'
import { reconcile, refuseOtherModels, type Start } from './published.ts'
import { readPlanParts } from './plan-parts.ts'
import { readAnswers, readChoices, readSettings } from './settings-file.ts'
import { STAGES, type StageName } from './stage.ts'
import { MODEL_FILES } from './stages/train.ts'
import { chainOf } from './stages/chain-of.ts'
import { givenModelStage } from './stages/given-model.ts'
import { hashedRawFiles, rawFiles } from './raw-files.ts'
import { assemble } from '../plan/assemble.ts'

/** Takes the lock, finishes or clears what a crash left, works, lets go. @param models whether it puts networks in place of those that lie there */
export async function withWorkspace<T>(
  root: string,
  command: string,
  models: 'kept' | 'replaced',
  work: (start: Start) => Promise<T>,
): Promise<T> {
  await readSettings(root)
  const lock = await takeLock(root, command)
  try {
    await recover(root)
    await refreshProgramFile(root)
    const start = await reconcile(root, await readPointer(root))
    if (models === 'kept') await refuseOtherModels(root, start.pointer, MODEL_FILES)
    return await work(start)
  } finally {
    await clearStaging(root).finally(() => lock.release())
  }
}

const isChange = ({ touched, folders }: ChainResult): boolean => touched.length > 0 || folders.length > 0

async function carry(
  root: string,
  change: Change & { readonly touched: readonly StageName[] },
  effects: Effects,
): Promise<void> {
  effects.onEvent({ kind: 'commit' })
  await commit(root, { pointer: change.pointer, folders: change.folders, texts: change.texts })
  await keepExperiment(root, change.pointer, change.touched)
}

/** Files to leave out and files to accept, added to a person's answers. */
export interface ImportOptions {
  readonly skip: readonly string[]
  readonly accept: boolean
}

/** Brings tables up to date with the raw files. With `accept`, rejected rows beyond the limit stop nothing. */
export async function importFiles(root: string, options: ImportOptions, effects: Effects): Promise<Details> {
  return withWorkspace(root, 'import', 'kept', async (start) => {
    const former = await readAnswers(root)
    const choices = await readChoices(root)
    const read = (answers: Answers) => runChain(root, choices, chainOf(answers).slice(0, 1), start, effects)
    let answers: Answers = { ...former, skip: namesInOrder([...former.skip, ...options.skip]) }
    const result = await read(answers).catch((error: unknown) => {
      if (!options.accept || !(error instanceof InputError) || error.code !== 'too-many-rejected') throw error
      // Accepted is what these files hold today, not whatever comes under their names.
      const keys = (error.items as readonly FileSummary[]).map(acceptKey)
      answers = { ...answers, accept: namesInOrder([...former.accept, ...keys]) }
      return read(answers)
    })
    const changed = answers.skip.length !== former.skip.length || answers.accept.length !== former.accept.length
    const texts = changed ? [{ to: DECISIONS_FILE, text: await decisionsText(root, former, answers) }] : []
    if (isChange(result) || changed) await carry(root, { ...result, texts }, effects)
    return result.pointer.stages.import?.figures ?? {}
  })
}

/** The decisions file with names added to its lists; a person's comments and answers stay as they are. */
async function decisionsText(root: string, former: Answers, answers: Answers): Promise<string> {
  const document = parseDocument(await readFile(within(root, DECISIONS_FILE), 'utf8').catch(() => ''))
  for (const list of ['skip', 'accept'] as const) {
    const added = answers[list].filter((name) => !former[list].includes(name))
    if (added.length > 0 && !isSeq(document.get(list))) document.set(list, document.createNode([]))
    for (const name of added) document.addIn([list], name)
  }
  return document.toString()
}

/** Goes back to the tables before the last import. */
export async function undoImport(root: string): Promise<Details> {
  return withWorkspace(root, 'import --undo', 'kept', async ({ pointer, folders }) => {
    const former = pointer.formerImport
    if (former === null) throw new InputError('no-former-tables', { path: root })
    const undone: Pointer = { ...pointer, stages: { ...pointer.stages, import: former }, formerImport: null }
    await commit(root, { pointer: undone, folders, texts: [] })
    return former.figures
  })
}

/** Runs one stage if its inputs changed, and tells where one before it is stale; one that no plan runs brings those before it up to date, too. */
export async function runStage(root: string, name: StageName, effects: Effects): Promise<Details> {
  return withWorkspace(root, name, name === 'train' ? 'replaced' : 'kept', async (start) => {
    const all = chainOf(await readAnswers(root))
    const at = all.findIndex((stage) => stage.name === name)
    const chain = all.slice(all[at]?.alone ? 0 : at, at + 1)
    const choices = await readChoices(root)
    const result = await runChain(root, choices, chain, start, effects)
    const before = all.slice(0, at).filter((stage) => !stage.alone && !chain.includes(stage))
    const stale = await firstStale(root, choices, before, result.pointer)
    if (stale !== undefined) effects.onEvent({ kind: 'behind', stage: stale })
    if (isChange(result)) await carry(root, { ...result, texts: [] }, effects)
    return result.pointer.stages[name]?.figures ?? {}
  })
}

/** Puts networks of a person's own in the place of the trained ones, tries them on the past and forecasts with them; all of it or nothing. */
export async function forecastWith(root: string, model: string, effects: Effects): Promise<Details> {
  return withWorkspace(root, 'forecast --model', 'replaced', async (start) => {
    const after = chainOf(await readAnswers(root)).filter(({ name }) => name === 'backtest' || name === 'forecast')
    const result = await runChain(root, await readChoices(root), [givenModelStage(model), ...after], start, effects)
    if (isChange(result)) await carry(root, { ...result, texts: [] }, effects)
    return result.pointer.stages.forecast?.figures ?? {}
  })
}

export interface PlanResult {
  readonly id: string
  /** The same plan was in use before. */
  readonly unchanged: boolean
  readonly tours: number
  readonly granted: number
  readonly need: number
}

/**
 * Runs the stages that are stale, joins their results, checks the plan and freezes it; all of it or nothing.
 * @throws InputError `verification-failed` with the violations; the plan in use stays
 */
export async function makePlan(root: string, effects: Effects): Promise<PlanResult> {
  return withWorkspace(root, 'plan', 'kept', async (start) => {
    const choices = await readChoices(root)
    const { settings } = choices
    const answers = await readAnswers(root)
    const chain = chainOf(answers).filter((stage) => !stage.alone)
    const result = await runChain(root, choices, chain, start, effects)
    const { file } = result
    const tables = STAGES.flatMap((stage) =>
      (result.pointer.stages[stage]?.files ?? [])
        .filter((f) => f.name.endsWith('.parquet'))
        .map((f) => file(stage, f.name)),
    )
    const inputs: FileHash[] = [
      ...(await hashedRawFiles(
        root,
        (await rawFiles(root)).filter((name) => !answers.skip.includes(name)),
      )),
    ]
    for (const path of tables)
      inputs.push({ path: `${TABLES}/${path.slice(path.lastIndexOf('/') + 1)}`, sha256: await sha256File(path) })

    const plan = assemble({ settings, inputs, ...(await readPlanParts(settings, file)) })
    const id = planId(planText(plan))
    const violations = checkPlan(plan, new Map(inputs.map(({ path, sha256 }) => [path, sha256])))
    if (violations.length > 0) throw new InputError('verification-failed', { count: violations.length, id }, violations)

    const unchanged = (await currentPlanId(root)) === id
    const intact = unchanged && (await verifyPlan(root, id).catch(() => undefined))?.violations.length === 0
    if (!intact || isChange(result)) {
      await writePlanFolder(within(root, `${STAGING_FOLDER}/plan-${id}`), plan, tables)
      const folder = { from: `${STAGING_FOLDER}/plan-${id}`, to: `${PLANS_FOLDER}/${id}` }
      const texts = [{ to: CURRENT_PLAN, text: `${id}\n` }]
      await carry(root, { ...result, folders: [...result.folders, folder], texts }, effects)
    }
    const sum = (of: 'need' | 'granted') => plan.coverage.reduce((total, product) => total + product[of], 0)
    return { id, unchanged, tours: plan.routes.tours.length, granted: sum('granted'), need: sum('need') }
  })
}
