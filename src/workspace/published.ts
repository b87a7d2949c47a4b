import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { sha256File } from '../adapters/hash.ts'
import { InputError } from '../model/input-error.ts'
import { isMissing, onPath } from './file-error.ts'
import { hashOfFile } from './fingerprint.ts'
import { MODELS_FOLDER, OUTPUTS_FOLDER, RECORDS_FOLDER, STAGING_FOLDER, within } from './layout.ts'
import { type Output, outputFolder, type Pointer } from './pointer.ts'
import { publishedPath, type StageName, STAGES } from './stage.ts'

/** It may come from elsewhere: no name leads out of a folder. */
const record = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{64}( early)?$/),
  files: z.array(z.object({ name: z.string().regex(/^\w[\w%-]*([./]\w[\w%-]*)*$/), sha256: z.string() })).readonly(),
  figures: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const recordPath = (stage: StageName): string => `${RECORDS_FOLDER}/${stage}.json`

/** Says which output of a stage lies in the folders for others. */
export const recordText = ({ fingerprint, files, figures }: Output): string =>
  `${JSON.stringify({ fingerprint, files, figures }, null, 2)}\n`

async function readRecord(root: string, stage: StageName): Promise<Output | undefined> {
  try {
    const parsed = record.safeParse(JSON.parse(await readFile(within(root, recordPath(stage)), 'utf8')))
    return parsed.success ? { ...parsed.data, folder: outputFolder(stage, parsed.data.fingerprint) } : undefined
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined
    throw error
  }
}

const pathsOf = (root: string, stage: StageName, { files }: Output) =>
  files.map(({ name, sha256 }) => ({ name, sha256, path: within(root, publishedPath(stage, name)) }))

/** Whether the folders for others say that they hold this output, whatever was done to a file since. */
export async function isRecorded(root: string, stage: StageName, output: Output): Promise<boolean> {
  const found = await readRecord(root, stage)
  return found !== undefined && recordText(found) === recordText(output)
}

/** Whether every file of an output lies in the folders for others as it was written. */
export async function isPublished(root: string, stage: StageName, output: Output): Promise<boolean> {
  for (const { path, sha256 } of pathsOf(root, stage, output))
    if ((await hashOfFile(path).catch(() => '')) !== sha256) return false
  return isRecorded(root, stage, output)
}

/** Where a command begins: the generation in use, and outputs of it that still wait in the staging folder. */
export interface Start {
  readonly pointer: Pointer
  readonly folders: readonly { readonly from: string; readonly to: string }[]
}

/**
 * What the folders for others hold is what counts: DVC, Git or a person may have brought other results there. An output of another record is
 * taken over where all its files are as the record says; a stage without record, or of which a file is missing, counts as not run.
 */
export async function reconcile(root: string, pointer: Pointer): Promise<Start> {
  const stages: Partial<Record<StageName, Output>> = {}
  const folders: { from: string; to: string }[] = []
  for (const stage of STAGES) {
    const own = pointer.stages[stage]
    const recorded = await readRecord(root, stage)
    if (recorded === undefined) continue
    if (own !== undefined && recordText(own) === recordText(recorded)) {
      if (pathsOf(root, stage, own).every(({ path }) => existsSync(path))) stages[stage] = own
    } else if (await copied(root, stage, recorded)) {
      stages[stage] = recorded
      folders.push({ from: `${STAGING_FOLDER}/${recorded.folder}`, to: `${OUTPUTS_FOLDER}/${recorded.folder}` })
    }
  }
  const former = pointer.stages.import
  const replaced = former !== undefined && stages.import !== undefined && stages.import !== former
  return { pointer: { ...pointer, stages, formerImport: replaced ? former : pointer.formerImport }, folders }
}

/** Copies what is published into the staging folder. @returns whether it is what the record says */
async function copied(root: string, stage: StageName, recorded: Output): Promise<boolean> {
  const folder = within(root, `${STAGING_FOLDER}/${recorded.folder}`)
  for (const { name, sha256, path } of pathsOf(root, stage, recorded)) {
    const to = `${folder}/${name}`
    if (!existsSync(path)) return false
    await onPath(to, async () => {
      await mkdir(dirname(to), { recursive: true })
      await copyFile(path, to)
    })
    if ((await sha256File(to)) === sha256) continue
    await rm(folder, { recursive: true })
    return false
  }
  return true
}

/**
 * Networks that lie in their folder are the ones that training wrote: no command goes on with others, without a part of them, or puts others in
 * their place. Where none lies there, none is used.
 * @param names of the networks' files
 * @throws InputError `other-model`
 */
export async function refuseOtherModels(root: string, { stages }: Pointer, names: readonly string[]): Promise<void> {
  const lying = names.filter((name) => existsSync(within(root, `${MODELS_FOLDER}/${name}`)))
  if (lying.length === 0) return
  const trained = stages.train ?? (await readRecord(root, 'train'))
  const files = trained === undefined ? [] : pathsOf(root, 'train', trained)
  const stranger = lying.find((name) => files.every((file) => file.name !== name))
  if (stranger !== undefined)
    throw new InputError('other-model', { path: within(root, `${MODELS_FOLDER}/${stranger}`), reason: 'other' })
  // Training that counts may miss nothing, and its tables are put back; one that does not lacks a file, or has another one.
  for (const { name, path, sha256 } of files) {
    if (stages.train !== undefined && !names.includes(name)) continue
    if (!existsSync(path)) throw new InputError('other-model', { path, reason: 'missing' })
    if ((await hashOfFile(path)) !== sha256) throw new InputError('other-model', { path, reason: 'other' })
  }
}
