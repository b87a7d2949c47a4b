import { byText } from '../kernel/order.ts'
import type { Decision, FileSummary, Finding, Question } from '../model/finding.ts'
import type { Month } from '../model/month.ts'
import type { Place } from '../model/place.ts'
import type { Refusal } from '../model/refusal.ts'
import { acceptKey, type Answers } from './answers.ts'
import { bookOf } from './book-of-file.ts'
import { readCovariates } from './covariates.ts'
import { districtReader, type ReadDistrict } from './district-reader.ts'
import { chosenSources, type FileInHand, firstReading } from './first-reading.ts'
import { inOrder, notes } from './notes.ts'
import { progress } from './progress.ts'
import { readLegs, readObservations } from './read-facts.ts'
import { readLogistics } from './read-logistics.ts'
import { readPlaces } from './read-places.ts'
import { secondReading } from './second-reading.ts'
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
  /** Month of today: facts of later ones are asked about. It decides whether anything is asked, never what a table holds. */
  readonly thisMonth: Month
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

/** Tables whose rows may be of a province or a department. */
const OF_NODES: readonly string[] = ['social_aid_demand', 'covariates']

/**
 * Reads every source twice: first to decide how it is to be read, then to convert it. Same sources in any order, same result.
 * Where a question is open, its first choice is taken meanwhile, so that the rest can be judged; the tables are not for use then.
 */
export async function ingest(input: IngestInput): Promise<Ingested> {
  const { answers, gazetteer, codecs } = input
  const said = notes()
  const sources = chosenSources(input.sources, answers, said)
  const going = progress(sources, input.onProgress, input.cancelled ?? (() => false))
  const { files, repeated } = await firstReading(sources, codecs, answers, going, said)
  const second = secondReading(files, codecs, going, said)

  const places = await readPlaces(second, gazetteer, input.reniecDepartments, input.successors)
  const districtOf = (file: FileInHand): ReadDistrict => {
    const { book, decision, question } = bookOf(file.survey, places.codes, answers)
    if (decision !== undefined) said.decisions.push(decision)
    if (question !== undefined) said.questions.push(question)
    if (book === 'reniec' && !places.codes.equivalence) second.refuse(file, 'no-equivalence', decision?.column ?? '')
    return districtReader(places.codes, book, OF_NODES.includes(file.survey.mapping.table.id) ? 'read' : 'refused')
  }
  const checked = await readLogistics(second, places, districtOf, gazetteer, said)
  const legs = await readLegs(second)
  const { setAside, thisMonth } = input
  const facts = await readObservations(second, places, districtOf, checked.products, setAside, answers, thisMonth, said)
  const covariates = await readCovariates(second, districtOf, gazetteer)
  const tables = { places: places.end(said), ...checked, legs, ...facts, covariates }
  going.end()

  const kept = second.kept()
  const over = kept.filter(({ book }) => book.overLimit).map(({ book }) => book.summary())
  const accepted = over.filter((file) => answers.accept.some((name) => name === file.file || name === acceptKey(file)))
  for (const { file } of accepted) said.decide(file, 'accept', '', 'accepted', { by: 'person' })
  return {
    tables,
    findings: inOrder(said.findings),
    decisions: inOrder(said.decisions),
    questions: said.questions,
    refused: inOrder(said.refused),
    files: [...kept.map(({ book }) => book.summary()), ...repeated].sort((a, b) => byText(a.file, b.file)),
    overLimit: over.filter((file) => !accepted.includes(file)).map(({ file }) => file),
    cancelled: going.cancelled(),
  }
}
