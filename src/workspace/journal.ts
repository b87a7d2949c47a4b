import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sha256File } from '../adapters/hash.ts'
import { draftOf, syncFolder, writeAtomically } from './atomic-file.ts'
import { isMissing, onPath } from './file-error.ts'
import { JOURNAL_FILE, OUTPUTS_FOLDER, POINTER_FILE, STAGING_FOLDER, within } from './layout.ts'
import { outputPath, type Pointer, readPointer } from './pointer.ts'
import { recordPath, recordText } from './published.ts'
import { PUBLISHED_FOLDERS, publishedPath, STAGES } from './stage.ts'

/** One change of the workspace, as it is written down before any of it is done. Paths from the root. */
export interface Change {
  readonly pointer: Pointer
  /** A finished folder that moves to its place. */
  readonly folders: readonly { readonly from: string; readonly to: string }[]
  /** Small files that are replaced whole. */
  readonly texts: readonly { readonly to: string; readonly text: string }[]
}

/** Writes the change down, then does it. After a crash, {@link recover} does what is left. */
export async function commit(root: string, change: Change): Promise<void> {
  await writeAtomically(within(root, JOURNAL_FILE), JSON.stringify(change))
  await carryOut(root, change)
}

/**
 * Finishes a change that was written down, or clears away work that was not; called with the lock held.
 * @returns whether a change was finished
 */
export async function recover(root: string): Promise<boolean> {
  const journal = await readJournal(root)
  if (journal !== undefined) await carryOut(root, journal)
  await clearStaging(root)
  return journal !== undefined
}

/** Throws unfinished work away. What a change that is written down still has to move stays for the next command. */
export async function clearStaging(root: string): Promise<void> {
  if ((await readJournal(root)) === undefined)
    await onPath(root, () => rm(within(root, STAGING_FOLDER), { recursive: true, force: true }))
}

async function readJournal(root: string): Promise<Change | undefined> {
  try {
    return JSON.parse(await readFile(within(root, JOURNAL_FILE), 'utf8')) as Change
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Every step may be done twice. Published copies come after the pointer: our readers follow the pointer, not them. */
async function carryOut(root: string, change: Change): Promise<void> {
  const former = await readPointer(root)
  for (const { from, to } of change.folders) await moveFolder(root, within(root, from), within(root, to))
  await writeAtomically(within(root, POINTER_FILE), JSON.stringify(change.pointer, null, 2))
  for (const stage of STAGES) {
    const output = change.pointer.stages[stage]
    if (output === undefined) continue
    for (const { name, sha256 } of output.files)
      await publish(outputPath(root, output, name), within(root, publishedPath(stage, name)), sha256)
    const names = new Set(output.files.map((file) => file.name))
    for (const { name } of former.stages[stage]?.files ?? [])
      if (!names.has(name)) await rm(within(root, publishedPath(stage, name)), { force: true })
    for (const folder of PUBLISHED_FOLDERS[stage] ?? [])
      await onPath(root, () => mkdir(within(root, folder), { recursive: true }))
    await writeAtomically(within(root, recordPath(stage)), recordText(output))
  }
  for (const { to, text } of change.texts) await writeAtomically(within(root, to), text)
  await removeUnused(root, [change.pointer, former])
  await rm(within(root, JOURNAL_FILE))
}

/** What lies at the target is the same by name, but may have been touched by hand: the new one replaces it. */
async function moveFolder(root: string, from: string, to: string): Promise<void> {
  await onPath(to, async () => {
    await mkdir(dirname(to), { recursive: true })
    try {
      await rename(from, to)
    } catch (error) {
      if (isMissing(error)) return
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
      await rename(to, within(root, `${STAGING_FOLDER}/replaced-${randomBytes(4).toString('hex')}`))
      await rename(from, to)
    }
    await syncFolder(dirname(to))
  })
}

/** A copy, not a link: another program may write into it, and our own results must not change with it. */
async function publish(from: string, to: string, hash: string): Promise<void> {
  await onPath(to, async () => {
    await mkdir(dirname(to), { recursive: true })
    if ((await sha256File(to).catch(() => '')) === hash) return
    const draft = draftOf(to)
    await copyFile(from, draft)
    await rename(draft, to)
  })
}

/** Removes outputs that no generation in use needs: not the new one, nor its undo, nor the one that readers began with. */
async function removeUnused(root: string, generations: readonly Pointer[]): Promise<void> {
  const used = new Set(
    generations.flatMap(({ stages, formerImport }) => [
      formerImport?.folder,
      ...STAGES.map((stage) => stages[stage]?.folder),
    ]),
  )
  const folder = within(root, OUTPUTS_FOLDER)
  const present = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const name of present) if (!used.has(name)) await rm(`${folder}/${name}`, { recursive: true, force: true })
}
