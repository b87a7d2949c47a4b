import type { Settings } from '../model/settings.ts'
import { PREPROCESSED_FOLDER, PROCESSED_FOLDER, REPORTS_FOLDER } from './layout.ts'
import type { Note } from '../messages/notes.ts'
import type { Details } from '../model/input-error.ts'

/** The chain, in order. */
export const STAGES = ['import', 'prepare', 'forecast', 'allocate', 'route'] as const
export type StageName = (typeof STAGES)[number]

/** A raw file or a stage's output, by content. */
export interface Fingerprinted {
  readonly path: string
  readonly sha256: string
}

export interface StageContext {
  readonly root: string
  readonly settings: Settings
  /** Path of an output of a stage before this one. */
  readonly input: (stage: StageName, name: string) => string
  /** Path at which this stage writes an output. */
  readonly output: (name: string) => string
  /** Share done, 0–1; of what, where the stage has something to tell. */
  readonly progress: (share: number, detail?: Details) => void
  /** Asked between steps: whether the best so far is wanted. */
  readonly enough: () => boolean
}

interface StageEnd {
  /** For the line that closes the stage. */
  readonly figures: Details
  /** What it decided or could not know. */
  readonly notes: readonly Note[]
}

/** One command of the chain: reads only what `after` names, the settings it picks, and (import) the raw files. */
export interface Stage {
  readonly name: StageName
  /** Raised whenever the same inputs give another result. */
  readonly version: number
  readonly after: readonly StageName[]
  /** The part of the settings that changes its result. */
  readonly settings: (settings: Settings) => unknown
  /** Files outside the graph that it reads. */
  readonly files: (root: string) => Promise<readonly Fingerprinted[]>
  /** Writes its outputs. */
  readonly run: (context: StageContext) => Promise<StageEnd>
}

/** Where a stage's output is published for other programs. */
export function publishedPath(stage: StageName, name: string): string {
  if (!name.endsWith('.parquet')) return `${REPORTS_FOLDER}/${name}`
  return `${stage === 'import' || stage === 'prepare' ? PROCESSED_FOLDER : PREPROCESSED_FOLDER}/${name}`
}
