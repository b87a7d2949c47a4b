import { readFile } from 'node:fs/promises'
import { NO_ANSWERS } from '../ingest/answers.ts'
import { writeAtomically } from './atomic-file.ts'
import { PROGRAM_FILE, within } from './layout.ts'
import { programVersion } from './program-version.ts'
import { chainOf } from './stages/chain-of.ts'

/** Versions of the program and of its stages: a stage of another version is stale, for DVC too. */
export function programText(): string {
  const stages = chainOf(NO_ANSWERS).map(({ name, version }) => [name, version])
  return `${JSON.stringify({ chasqui: programVersion(), stages: Object.fromEntries(stages) }, null, 2)}\n`
}

/** Where the workspace has the file, it says the versions of the program at work. */
export async function refreshProgramFile(root: string): Promise<void> {
  const path = within(root, PROGRAM_FILE)
  const found = await readFile(path, 'utf8').catch(() => undefined)
  if (found !== undefined && found !== programText()) await writeAtomically(path, programText())
}
