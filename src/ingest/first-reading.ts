import { byText } from '../kernel/order.ts'
import type { FileSummary } from '../model/finding.ts'
import type { Answers } from './answers.ts'
import { type Ledger, ledger } from './ledger.ts'
import type { Notes } from './notes.ts'
import type { Progress } from './progress.ts'
import { decideReading, type Reading } from './reading.ts'
import type { Codecs, Source } from './source.ts'
import { type Survey, survey } from './survey.ts'

/** A recognised file, with how it is read and the count of its rows. */
export interface FileInHand {
  readonly survey: Survey
  readonly reading: Reading
  readonly book: Ledger
}

/** The sources in the order of their names, without those that a person skips. */
export function chosenSources(sources: readonly Source[], answers: Answers, said: Notes): readonly Source[] {
  const sorted = sources.toSorted((a, b) => byText(a.name, b.name))
  for (const { name } of sorted)
    if (answers.skip.includes(name)) said.decide(name, 'skip', '', 'skipped', { by: 'person' })
  return sorted.filter(({ name }) => !answers.skip.includes(name))
}

/** Decides about every source how it is to be read; one with the bytes of an earlier one is only counted. */
export async function firstReading(
  sources: readonly Source[],
  codecs: Codecs,
  answers: Answers,
  going: Progress,
  said: Notes,
): Promise<{ readonly files: readonly FileInHand[]; readonly repeated: readonly FileSummary[] }> {
  const files: FileInHand[] = []
  const repeated: FileSummary[] = []
  const byHash = new Map<string, string>()
  for (const source of sources) {
    if (going.cancelled()) break
    const seen = await survey(source, codecs, answers, going.watch(source))
    going.done(source)
    if (!seen.ok) {
      said.refused.push(seen.refusal)
      continue
    }
    const first = byHash.get(seen.survey.sha256)
    if (first !== undefined) {
      said.decide(source.name, 'repeated-file', '', 'left-out', { same: first, rows: seen.survey.rows })
      repeated.push(summaryOfRepeat(seen.survey))
      continue
    }
    byHash.set(seen.survey.sha256, source.name)
    const reading = decideReading(seen.survey, answers)
    said.decisions.push(...reading.decisions)
    said.questions.push(...reading.questions)
    files.push({ survey: seen.survey, reading, book: ledger(seen.survey, reading, said.findings) })
  }
  return { files, repeated }
}

const summaryOfRepeat = (seen: Survey): FileSummary => ({
  file: seen.source.name,
  source: seen.mapping.table.id,
  sha256: seen.sha256,
  rows: seen.rows,
  accepted: 0,
  rejected: 0,
  repaired: 0,
  setAside: 0,
  repeated: seen.rows,
  quantity: 0,
  quantityRejected: 0,
})
