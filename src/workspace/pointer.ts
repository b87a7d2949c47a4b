import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { sha256 } from '../adapters/hash.ts'
import { InputError } from '../model/input-error.ts'
import { isMissing } from './file-error.ts'
import { OUTPUTS_FOLDER, POINTER_FILE, within } from './layout.ts'
import type { StageName } from './stage.ts'

/** What a stage made: which inputs it answers to, where its files lie, and what they hold. */
export interface Output {
  readonly fingerprint: string
  /** Folder below `.chasqui/outputs`. */
  readonly folder: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly figures: Readonly<Record<string, string | number>>
}

/** What ended early is not what its inputs give: its fingerprint is none of theirs. */
export const earlyPrint = (print: string): string => `${print} early`
export const endedEarly = (print: string): boolean => print.endsWith(' early')

/** The generation in use: one output per stage that has run. Switched whole, by one rename. */
export interface Pointer {
  readonly schema: 1
  readonly stages: Readonly<Partial<Record<StageName, Output>>>
  /** The import before the present one, for `import --undo`. */
  readonly formerImport: Output | null
}

const NO_POINTER: Pointer = { schema: 1, stages: {}, formerImport: null }

/**
 * An output whose files somebody deleted counts as not made.
 * @throws InputError `damaged-workspace` when the file is not one of ours
 */
export async function readPointer(root: string): Promise<Pointer> {
  const path = within(root, POINTER_FILE)
  try {
    const pointer = JSON.parse(await readFile(path, 'utf8')) as Pointer
    if (pointer.schema === 1) return whatIsThere(root, pointer)
  } catch (error) {
    if (isMissing(error)) return NO_POINTER
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new InputError('damaged-workspace', { path })
}

function whatIsThere(root: string, pointer: Pointer): Pointer {
  const isThere = (output: Output) => output.files.every(({ name }) => existsSync(outputPath(root, output, name)))
  const { formerImport } = pointer
  const stages = Object.entries(pointer.stages).filter(([, output]) => isThere(output))
  return {
    ...pointer,
    stages: Object.fromEntries(stages),
    formerImport: formerImport !== null && isThere(formerImport) ? formerImport : null,
  }
}

/** Of all files of an output. */
export const outputHash = ({ files }: Output): string => sha256(JSON.stringify(files))

/** Below `.chasqui/outputs`. */
export const outputFolder = (stage: StageName, fingerprint: string): string => `${stage}-${fingerprint.slice(0, 12)}`

export const outputPath = (root: string, output: Output, name: string): string =>
  within(root, `${OUTPUTS_FOLDER}/${output.folder}/${name}`)
