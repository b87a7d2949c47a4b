import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Details } from '../model/input-error.ts'
import { isMissing } from './file-error.ts'
import { JOBS_FOLDER, within } from './layout.ts'
import { isAlive, markOf, type ProcessMark } from './process.ts'

/** A command that runs, or ran, in a process of its own, as its file tells it. */
export interface JobFacts {
  readonly id: string
  readonly command: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** `lost`: its process ended without a word. */
  readonly state: 'running' | 'done' | 'cancelled' | 'failed' | 'lost'
  readonly wantsBest: boolean
  /** What stopped it: the code is one of an InputError, or `fault`. */
  readonly error: { readonly code: string; readonly details: Details; readonly items: readonly object[] } | null
  /** Undefined where whoever asked for it did not come to begin it. */
  readonly process: ProcessMark | undefined
}

interface Line extends Partial<ProcessMark> {
  readonly at: string
  readonly kind: string
  readonly command?: string
  readonly exitCode?: number | null
  readonly result?: { readonly error?: { readonly code: string; readonly items?: readonly object[] } }
}

const INTERRUPTED = 130
/** Files of jobs that are kept. */
const KEPT = 20

export const jobPath = (root: string, id: string): string => within(root, `${JOBS_FOLDER}/${id}.ndjson`)
const bestPath = (root: string, id: string): string => within(root, `${JOBS_FOLDER}/${id}.best`)

/** Without waiting, so that nothing comes between looking and {@link requestJob}. @returns `undefined` where there is no such job */
export function readJob(root: string, id: string): JobFacts | undefined {
  let text: string
  try {
    text = readFileSync(jobPath(root, id), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  // The last piece is empty, or a line that is being written.
  const lines = text.split('\n').slice(0, -1)
  const parse = (line: string | undefined): Line | undefined =>
    line === undefined ? undefined : (JSON.parse(line) as Line)
  const first = parse(lines[0])
  if (first === undefined) return undefined
  const begun = [first, parse(lines[1])].find((line) => line?.pid !== undefined)
  const last = parse(lines.at(-1))
  const process = begun?.pid === undefined ? undefined : { pid: begun.pid, started: begun.started ?? null }
  return {
    id,
    command: first.command ?? '',
    at: first.at,
    state: last?.kind === 'ended' ? endOf(last.exitCode) : process && isAlive(process) ? 'running' : 'lost',
    wantsBest: statSync(bestPath(root, id), { throwIfNoEntry: false }) !== undefined,
    error: last?.kind === 'ended' ? errorOf(last.result) : null,
    process,
  }
}

function errorOf(result: Line['result']): JobFacts['error'] {
  if (result?.error === undefined) return null
  const { code, items = [], ...details } = result.error
  return { code, details, items }
}

function endOf(exitCode: number | null | undefined): JobFacts['state'] {
  if (exitCode === 0) return 'done'
  if (exitCode === INTERRUPTED) return 'cancelled'
  return typeof exitCode === 'number' ? 'failed' : 'lost'
}

/** The latest first. */
export function readJobs(root: string): readonly JobFacts[] {
  let names: readonly string[]
  try {
    names = readdirSync(within(root, JOBS_FOLDER))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
  return names
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) => readJob(root, name.slice(0, -'.ndjson'.length)) ?? [])
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

/** Writes down that a job is asked for, before its process begins; old ones are forgotten. */
export function requestJob(root: string, id: string, command: string): void {
  mkdirSync(within(root, JOBS_FOLDER), { recursive: true })
  for (const old of readJobs(root).slice(KEPT - 1)) {
    if (old.state === 'running') continue
    rmSync(jobPath(root, old.id), { force: true })
    rmSync(bestPath(root, old.id), { force: true })
  }
  tell(root, id, { kind: 'requested', command })
}

/** Writes down which process does a job that was asked for. */
export const nameProcess = (root: string, id: string, pid: number): void =>
  tell(root, id, { kind: 'spawned', ...markOf(pid) })

/** Writes down that a job's process ended, where it could not do so itself. @param exitCode null: nobody knows why */
export function closeJob(root: string, id: string, exitCode: number | null): void {
  const state = readJob(root, id)?.state
  if (state === 'running' || state === 'lost') tell(root, id, { kind: 'ended', exitCode })
}

const tell = (root: string, id: string, line: object): void =>
  appendFileSync(jobPath(root, id), `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)

/** Asks a job for the best it has found so far. */
export const askForBest = (root: string, id: string): void => writeFileSync(bestPath(root, id), '')
