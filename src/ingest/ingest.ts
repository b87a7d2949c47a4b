import type { Decision, FileSummary, Finding, Question } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Answers } from './answers.ts'
import type { Codecs, Source } from './source.ts'
import type { Tables } from './tables.ts'

export interface IngestInput {
  readonly sources: readonly Source[]
  readonly answers: Answers
  /** Departments and provinces. */
  readonly gazetteer: readonly Place[]
  /** Old district code → code of today. */
  readonly successors: ReadonlyMap<string, string>
  /** Two digits of a department in RENIEC's book → in INEI's. */
  readonly reniecDepartments: ReadonlyMap<string, string>
  /** Groups of hazards of an event register that are left out: `epidemic`, `covid`, `pollution`. */
  readonly setAside: readonly string[]
  readonly codecs: Codecs
  readonly onProgress?: (progress: {
    readonly file: string
    readonly bytes: number
    readonly totalBytes: number
  }) => void
  readonly cancelled?: () => boolean
}

export interface Ingested {
  readonly tables: Tables
  readonly findings: readonly Finding[]
  readonly decisions: readonly Decision[]
  readonly questions: readonly Question[]
  readonly refused: readonly Refusal[]
  readonly files: readonly FileSummary[]
  /** Files with more than 5 % of their rows or of their quantity rejected, that no answer accepts. */
  readonly overLimit: readonly string[]
  /** Reading was stopped: the rest is incomplete. */
  readonly cancelled: boolean
}

/** Reads every source twice, to decide and to convert. Same sources in any order, same result. */
export async function ingest(_input: IngestInput): Promise<Ingested> {
  throw new Error('not yet')
}
