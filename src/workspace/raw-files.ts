import { readdir, realpath, stat } from 'node:fs/promises'
import { sha256 } from '../adapters/hash.ts'
import { byText } from '../kernel/order.ts'
import { onPath } from './file-error.ts'
import { hashOfFile } from './fingerprint.ts'
import { RAW_FOLDER, within } from './layout.ts'
import type { Fingerprinted } from './stage.ts'

/**
 * Names of the raw files below their folder, with `/`, sorted. Links are followed, each folder once; what is hidden is no raw file.
 * A link to nothing is named, so that it is refused and not overlooked.
 * @throws InputError when there is no such folder
 */
export async function rawFiles(root: string): Promise<readonly string[]> {
  const folder = within(root, RAW_FOLDER)
  return (await onPath(folder, () => filesBelow(folder, '', new Set()))).sort(byText)
}

async function filesBelow(folder: string, prefix: string, seen: Set<string>): Promise<string[]> {
  const real = await realpath(folder)
  if (seen.has(real)) return []
  seen.add(real)
  const names: string[] = []
  const folders: string[] = []
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => byText(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue
    const target = entry.isSymbolicLink() ? await stat(`${folder}/${entry.name}`).catch(() => undefined) : entry
    if (target?.isDirectory()) folders.push(entry.name)
    else if (target === undefined || target.isFile()) names.push(`${prefix}${entry.name}`)
  }
  for (const name of folders) names.push(...(await filesBelow(`${folder}/${name}`, `${prefix}${name}/`, seen)))
  return names
}

/** The raw files by content. One that cannot be read is told apart from all content; to refuse it is the import's work. */
export async function hashedRawFiles(root: string, names: readonly string[]): Promise<readonly Fingerprinted[]> {
  const files: Fingerprinted[] = []
  for (const name of names) {
    const path = `${RAW_FOLDER}/${name}`
    files.push({ path, sha256: await hashOfFile(within(root, path)).catch(() => sha256('unreadable')) })
  }
  return files
}
