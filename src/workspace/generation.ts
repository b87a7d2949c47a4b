import { stat } from 'node:fs/promises'
import { sha256 } from '../adapters/hash.ts'
import type { Details } from '../model/input-error.ts'
import { fingerprint } from './fingerprint.ts'
import { PLANS_FOLDER, within } from './layout.ts'
import { currentPlanId } from './plan-folder.ts'
import { endedEarly, outputHash, outputPath, readPointer } from './pointer.ts'
import { isRecorded } from './published.ts'
import { readRuns } from './runs.ts'
import { readAnswers, readChoices } from './settings-file.ts'
import type { StageName } from './stage.ts'
import { chainOf } from './stages/chain-of.ts'

export interface StageState {
  readonly stage: StageName
  /** `stale`: its inputs, settings or version are not those it ran with, its published output is another, or a stage before it is stale. */
  readonly state: 'fresh' | 'stale' | 'pending' | 'failed'
  /** Start of its last run, ISO 8601 UTC. */
  readonly at: string | null
  /** Code of what stopped its last run. */
  readonly failed: string | null
  /** Somebody asked for the best so far: it is stale though nothing changed. */
  readonly early: boolean
  readonly figures: Details
}

/** All results of one moment: readers take no lock and see one generation, whatever a command does meanwhile. */
export interface Generation {
  readonly id: string
  readonly stages: readonly StageState[]
  /** Absolute path of a stage's output; `undefined` before it has run. */
  file(stage: StageName, name: string): string | undefined
  /** SHA-256 of a stage's output; `undefined` before it has run. */
  hash(stage: StageName, name: string): string | undefined
  /** Of all files of a stage. */
  output(stage: StageName): string | undefined
}

export async function readGeneration(root: string): Promise<Generation> {
  const pointer = await readPointer(root)
  const choices = await readChoices(root)
  const runs = await readRuns(root)
  const stages: StageState[] = []
  let stale = false
  for (const stage of chainOf(await readAnswers(root))) {
    const output = pointer.stages[stage.name]
    const run = runs[stage.name]
    const print = await fingerprint(root, stage, choices, pointer)
    const changed =
      output !== undefined && (output.fingerprint !== print || !(await isRecorded(root, stage.name, output)))
    if (!stage.alone) stale ||= changed
    stages.push({
      stage: stage.name,
      state: run?.failed ? 'failed' : output === undefined ? 'pending' : stale || changed ? 'stale' : 'fresh',
      at: run?.at ?? null,
      failed: run?.failed ?? null,
      early: output !== undefined && endedEarly(output.fingerprint),
      figures: output?.figures ?? {},
    })
  }
  return {
    id: sha256(JSON.stringify([pointer.stages, await currentPlanId(root)])).slice(0, 12),
    stages,
    hash: (stage, name) => pointer.stages[stage]?.files.find((file) => file.name === name)?.sha256,
    output: (stage) => {
      const output = pointer.stages[stage]
      return output && outputHash(output)
    },
    file: (stage, name) => {
      const output = pointer.stages[stage]
      return output?.files.some((file) => file.name === name) ? outputPath(root, output, name) : undefined
    },
  }
}

/** The plan in use. */
export interface PlanPointer {
  readonly id: string
  /** Of its `plan.json`. */
  readonly path: string
  /** When it was frozen, ISO 8601 UTC. */
  readonly at: string
}

export async function currentPlan(root: string): Promise<PlanPointer | undefined> {
  const id = await currentPlanId(root)
  if (id === undefined) return undefined
  const path = within(root, `${PLANS_FOLDER}/${id}/plan.json`)
  return { id, path, at: (await stat(path)).mtime.toISOString() }
}
