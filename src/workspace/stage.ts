import type { Params } from '../model/params.ts'
import type { Settings } from '../model/settings.ts'
import {
  CURVES_FOLDER,
  LIVE_FOLDER,
  MODELS_FOLDER,
  PREPROCESSED_FOLDER,
  PROCESSED_FOLDER,
  REPORTS_FOLDER,
} from './layout.ts'
import type { Note } from '../messages/notes.ts'
import type { Details } from '../model/input-error.ts'

/** The chain, in order. */
export const STAGES = ['import', 'prepare', 'train', 'backtest', 'forecast', 'allocate', 'route'] as const
export type StageName = (typeof STAGES)[number]

/** A raw file or a stage's output, by content. */
export interface Fingerprinted {
  readonly path: string
  readonly sha256: string
}

export interface StageContext {
  readonly root: string
  readonly settings: Settings
  readonly params: Params
  /** Path of an output of a stage before this one. */
  readonly input: (stage: StageName, name: string) => string
  /** The same of a stage that need not have run, or have written it. */
  readonly inputIfAny: (stage: StageName, name: string) => string | undefined
  /** Path of what this stage wrote last time. */
  readonly former: (name: string) => string | undefined
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

/** Names of outputs, by the stage that writes them. */
export type Reads = Readonly<Partial<Record<StageName, readonly string[]>>>

/** One command of the chain: reads only what `reads` and `uses` name, the settings it picks, and (import) the raw files. */
export interface Stage {
  readonly name: StageName
  /** Raised whenever the same inputs give another result. */
  readonly version: number
  readonly reads: Reads
  /** What it reads besides, where it is there. */
  readonly uses?: Reads
  /** Runs only when it is called by its name; what comes after it goes on with its last outputs. */
  readonly alone?: true
  /** The part of the settings that changes its result. */
  readonly settings: (settings: Settings, params: Params) => unknown
  /** Files outside the graph that it reads. */
  readonly files: (root: string) => Promise<readonly Fingerprinted[]>
  /** Writes its outputs. */
  readonly run: (context: StageContext) => Promise<StageEnd>
}

/** Folders whose files depend on what was learned: they are there even if nothing was. */
export const PUBLISHED_FOLDERS: Readonly<Partial<Record<StageName, readonly string[]>>> = {
  train: [MODELS_FOLDER, CURVES_FOLDER],
}

/** Where a stage's output is published for other programs. */
export function publishedPath(stage: StageName, name: string): string {
  if (name.startsWith('plots/') || name === 'metrics.json') return `${LIVE_FOLDER}/${stage}/${name}`
  if (name.startsWith('past_') || name.includes('_model.')) return `${MODELS_FOLDER}/${name}`
  if (!name.endsWith('.parquet')) return `${REPORTS_FOLDER}/${name}`
  return `${stage === 'import' || stage === 'prepare' ? PROCESSED_FOLDER : PREPROCESSED_FOLDER}/${name}`
}
