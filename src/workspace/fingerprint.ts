import { stat } from 'node:fs/promises'
import { sha256, sha256File } from '../adapters/hash.ts'
import type { Pointer } from './pointer.ts'
import type { Choices } from './settings-file.ts'
import { type Reads, type Stage, STAGES } from './stage.ts'

/** Hashes already taken in this process, by path, size and time: a server asks often, files change seldom. */
const taken = new Map<string, { readonly key: string; readonly sha256: Promise<string> }>()

export async function hashOfFile(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path)
  const key = `${size} ${mtimeMs} ${ino}`
  const known = taken.get(path)
  if (known?.key === key) return known.sha256
  const hash = sha256File(path)
  taken.set(path, { key, sha256: hash })
  // What could not be read once may be readable later, with the same size and time.
  hash.catch(() => taken.delete(path))
  return hash
}

/**
 * Names everything that decides a stage's result: the content of its inputs, its settings and its version.
 * @returns `undefined` while a stage before it has not written what it reads
 */
export async function fingerprint(
  root: string,
  stage: Stage,
  { settings, params }: Choices,
  pointer: Pointer,
): Promise<string | undefined> {
  const inputs = hashesOf(stage.reads, pointer)
  if (inputs.includes(null)) return undefined
  const used = hashesOf(stage.uses ?? {}, pointer)
  const files = await stage.files(root)
  return sha256(JSON.stringify([stage.name, stage.version, inputs, used, files, stage.settings(settings, params)]))
}

/** One hash per output read; null where it is not there. */
const hashesOf = (reads: Reads, { stages }: Pointer): readonly (string | null)[] =>
  STAGES.flatMap((stage) =>
    (reads[stage] ?? []).map((name) => stages[stage]?.files.find((file) => file.name === name)?.sha256 ?? null),
  )
