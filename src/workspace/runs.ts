import { readFile } from 'node:fs/promises'
import { writeAtomically } from './atomic-file.ts'
import { RUNS_FILE, within } from './layout.ts'
import type { StageName } from './stage.ts'

/** The last run of a stage: kept apart from results, which hold no time of day. */
export interface Run {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly seconds: number
  /** null: it went well; else the code of what stopped it. */
  readonly failed: string | null
}

export type Runs = Readonly<Partial<Record<StageName | 'plan', Run>>>

export async function readRuns(root: string): Promise<Runs> {
  try {
    return JSON.parse(await readFile(within(root, RUNS_FILE), 'utf8')) as Runs
  } catch {
    // Times are a comfort: without them everything still works.
    return {}
  }
}

export async function writeRuns(root: string, runs: Runs): Promise<void> {
  await writeAtomically(within(root, RUNS_FILE), JSON.stringify({ ...(await readRuns(root)), ...runs }, null, 2))
}

/** Forgets that the last run failed, once the result before it is up to date again. @returns whether it had */
export async function clearFailure(root: string, stage: StageName): Promise<boolean> {
  const run = (await readRuns(root))[stage]
  if (!run?.failed) return false
  await writeRuns(root, { [stage]: { ...run, failed: null } })
  return true
}
