import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { sha256File } from '../adapters/hash.ts'
import type { Note } from '../messages/notes.ts'
import { byText } from '../kernel/order.ts'
import { type Details, InputError } from '../model/input-error.ts'
import { onPath } from './file-error.ts'
import { fingerprint, hashOfFile } from './fingerprint.ts'
import { OUTPUTS_FOLDER, STAGING_FOLDER, within } from './layout.ts'
import { earlyPrint, type Output, outputFolder, outputPath, type Pointer } from './pointer.ts'
import { isPublished, type Start } from './published.ts'
import { clearFailure, type Run, writeRuns } from './runs.ts'
import type { Choices } from './settings-file.ts'
import { type Reads, type Stage, STAGES, type StageName } from './stage.ts'

/** What a long command tells while it works. */
export type StageEvent =
  | { readonly kind: 'start'; readonly stage: StageName }
  | { readonly kind: 'progress'; readonly stage: StageName; readonly share: number; readonly detail: Details }
  | { readonly kind: 'unchanged'; readonly stage: StageName; readonly figures: Details }
  /** A stage before the ones that were asked for is stale: they worked with what it last made. */
  | { readonly kind: 'behind'; readonly stage: StageName }
  /** From here on the change is carried out, whatever happens. */
  | { readonly kind: 'commit' }
  | {
      readonly kind: 'done'
      readonly stage: StageName
      readonly seconds: number
      readonly figures: Details
      readonly notes: readonly Note[]
    }

/** What a command does beside its results. */
export interface Effects {
  readonly onEvent: (event: StageEvent) => void
  /** Somebody asks for the best found so far: stages that search end early. */
  readonly enough: () => boolean
}

export interface ChainResult {
  readonly pointer: Pointer
  /** Finished outputs that wait in the staging folder for the commit. */
  readonly folders: readonly { readonly from: string; readonly to: string }[]
  /** Stages that ran, or whose published files are not theirs, or that failed before and are up to date again: what they publish has to be put in place. */
  readonly touched: readonly StageName[]
  /** Path of an output, where it lies before the commit. */
  readonly file: (stage: StageName, name: string) => string
}

/**
 * Runs the stages that are stale, one after the other, into the staging folder; nothing of the workspace changes before the commit.
 * @param wanted the stages to bring up to date, in order
 * @throws InputError `stage-missing` when a stage before a wanted one has never run
 */
export async function runChain(
  root: string,
  choices: Choices,
  wanted: readonly Stage[],
  start: Start,
  effects: Effects,
): Promise<ChainResult> {
  const { onEvent } = effects
  let { pointer } = start
  const folders = [...start.folders]
  const touched: StageName[] = []
  const file = (stage: StageName, name: string): string => {
    const output = pointer.stages[stage]
    if (output === undefined) throw new Error(`${stage} has not run`)
    const waiting = folders.find(({ to }) => to === `${OUTPUTS_FOLDER}/${output.folder}`)
    return waiting ? within(root, `${waiting.from}/${name}`) : outputPath(root, output, name)
  }
  const has = (stage: StageName, name: string): boolean =>
    pointer.stages[stage]?.files.some((f) => f.name === name) ?? false
  for (const stage of wanted) {
    const print = await fingerprint(root, stage, choices, pointer)
    if (print === undefined) throw new InputError('stage-missing', { stage: missingBefore(stage, pointer), path: root })
    const present = pointer.stages[stage.name]
    // Damaged networks are refused wherever they are used, with the advice to train: that must not be unchanged then.
    if (present?.fingerprint === print && (!stage.alone || (await isWhole(stage.name, present, file)))) {
      onEvent({ kind: 'unchanged', stage: stage.name, figures: present.figures })
      const failed = await clearFailure(root, stage.name)
      if (failed || !(await isPublished(root, stage.name, present))) touched.push(stage.name)
      continue
    }
    onEvent({ kind: 'start', stage: stage.name })
    const output = await runStage(root, choices, stage, print, file, has, effects)
    const folder = `${OUTPUTS_FOLDER}/${output.folder}`
    folders.push({ from: `${STAGING_FOLDER}/${output.folder}`, to: folder })
    pointer = {
      ...pointer,
      stages: { ...pointer.stages, [stage.name]: output },
      formerImport: stage.name === 'import' ? (present ?? null) : pointer.formerImport,
    }
    touched.push(stage.name)
  }
  return { pointer, folders, touched, file }
}

/** The first of these stages whose inputs are not those it last ran with. */
export async function firstStale(
  root: string,
  choices: Choices,
  stages: readonly Stage[],
  pointer: Pointer,
): Promise<StageName | undefined> {
  for (const stage of stages)
    if (pointer.stages[stage.name]?.fingerprint !== (await fingerprint(root, stage, choices, pointer)))
      return stage.name
  return undefined
}

/** Whether every file of an output holds what was written. */
async function isWhole(stage: StageName, output: Output, file: ChainResult['file']): Promise<boolean> {
  for (const { name, sha256 } of output.files)
    if ((await hashOfFile(file(stage, name)).catch(() => '')) !== sha256) return false
  return true
}

const missingBefore = (stage: Stage, pointer: Pointer): StageName =>
  STAGES.find((of) => stage.reads[of]?.some((name) => !pointer.stages[of]?.files.some((f) => f.name === name))) ??
  stage.name

async function runStage(
  root: string,
  { settings, params }: Choices,
  stage: Stage,
  print: string,
  input: ChainResult['file'],
  has: (stage: StageName, name: string) => boolean,
  { onEvent, enough }: Effects,
): Promise<Output> {
  const folder = outputFolder(stage.name, print)
  const path = within(root, `${STAGING_FOLDER}/${folder}`)
  await onPath(path, async () => {
    await rm(path, { recursive: true, force: true })
    await mkdir(path, { recursive: true })
  })
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  let failed: Run['failed'] = null
  let early = false
  try {
    const { figures, notes } = await stage.run({
      root,
      settings,
      params,
      input: (of, name) => input(of, declared(stage.reads, of, name)),
      inputIfAny: (of, name) => (has(of, declared(stage.uses, of, name)) ? input(of, name) : undefined),
      former: (name) => (has(stage.name, name) ? input(stage.name, name) : undefined),
      output: (name) => `${path}/${name}`,
      progress: (share, detail = {}) => onEvent({ kind: 'progress', stage: stage.name, share, detail }),
      enough: () => (early ||= enough()),
    })
    const files = await sealed(path)
    onEvent({ kind: 'done', stage: stage.name, seconds: seconds(), figures, notes })
    return {
      fingerprint: early ? earlyPrint(print) : print,
      folder,
      files,
      figures,
    }
  } catch (error) {
    failed = error instanceof InputError ? error.code : 'fault'
    throw error
  } finally {
    await writeRuns(root, { [stage.name]: { at: new Date().toISOString(), seconds: seconds(), failed } })
  }
}

/** What a stage reads and does not say would make it look fresh when it is stale. */
function declared(reads: Reads | undefined, of: StageName, name: string): string {
  if (!reads?.[of]?.includes(name)) throw new Error(`${of}/${name} is read and not declared`)
  return name
}

/** Hashes of the files of a finished output, which are made to survive a power cut first. */
async function sealed(folder: string): Promise<Output['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort(byText)
  const files = []
  for (const name of names) {
    const handle = await open(`${folder}/${name}`, 'r+')
    await handle.sync()
    await handle.close()
    files.push({ name, sha256: await sha256File(`${folder}/${name}`) })
  }
  return files
}
