import { byText } from '../kernel/order.ts'
import { formatMonth } from '../model/month.ts'
import type { Decision, FileSummary, Finding, Question } from '../model/finding.ts'
import type { DrivenLeg } from '../model/distance.ts'
import { parseDrivenLeg } from '../model/distance.ts'
import type { RegisterMonth } from '../model/observation.ts'
import type { Place } from '../model/place.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Answers } from './answers.ts'
import { bookOf } from './book-of-file.ts'
import { type CodeIndex, codeIndex } from './code-index.ts'
import { assumedProducts } from './default-products.ts'
import { demandReader } from './demand.ts'
import { demandForm } from './demand-form.ts'
import { directoryReader } from './directory.ts'
import { districtReader } from './district-reader.ts'
import { evidence } from './evidence.ts'
import { type Ledger, ledger, type ReadRow } from './ledger.ts'
import { logisticsReader } from './logistics.ts'
import { RECORDS } from './logistics-tables.ts'
import { observationList } from './observation-list.ts'
import { borrowedPlaces, placesOfDirectory } from './places.ts'
import { positionCheck } from './position-check.ts'
import { povertyReader } from './poverty.ts'
import { progress } from './progress.ts'
import { readRows } from './read-rows.ts'
import { decideReading, type Reading } from './reading.ts'
import { checkReferences } from './references.ts'
import { sinpadReader } from './sinpad.ts'
import { type Codecs, type Source, UnreadableBytes } from './source.ts'
import { refusal, type Survey, survey } from './survey.ts'
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

/** A recognised file on its way through the second reading. */
interface FileInHand {
  readonly survey: Survey
  readonly reading: Reading
  readonly book: Ledger
}

/**
 * Reads every source twice: first to decide how it is to be read, then to convert it. Same sources in any order, same result.
 * Where a question is open, its first choice is taken meanwhile, so that the rest can be judged; the tables are not for use then.
 */
export async function ingest(input: IngestInput): Promise<Ingested> {
  const { answers, gazetteer, codecs } = input
  const findings: Finding[] = []
  const decisions: Decision[] = []
  const questions: Question[] = []
  const refused: Refusal[] = []
  const cancelled = input.cancelled ?? (() => false)
  const decide = (
    file: string,
    subject: string,
    column: string,
    choice: string,
    pairs: Record<string, string | number>,
  ) => decisions.push({ file, subject, column, choice, evidence: evidence(pairs) })

  const sorted = [...input.sources].sort((a, b) => byText(a.name, b.name))
  const sources = sorted.filter(({ name }) => !answers.skip.includes(name))
  for (const { name } of sorted) if (answers.skip.includes(name)) decide(name, 'skip', '', 'skipped', { by: 'person' })
  const going = progress(sources, input.onProgress, cancelled)

  const files: FileInHand[] = []
  const repeats: FileSummary[] = []
  const byHash = new Map<string, string>()
  for (const source of sources) {
    if (cancelled()) break
    const seen = await survey(source, codecs, answers, going.watch(source))
    going.done(source)
    if (!seen.ok) {
      refused.push(seen.refusal)
      continue
    }
    const first = byHash.get(seen.survey.sha256)
    if (first !== undefined) {
      decide(source.name, 'repeated-file', '', 'left-out', { same: first, rows: seen.survey.rows })
      repeats.push(repeatedFile(seen.survey))
      continue
    }
    byHash.set(seen.survey.sha256, source.name)
    const reading = decideReading(seen.survey, answers)
    decisions.push(...reading.decisions)
    questions.push(...reading.questions)
    files.push({ survey: seen.survey, reading, book: ledger(seen.survey, reading, findings) })
  }

  const lost = new Set<string>()
  const convert = async (file: FileInHand, onRow: (row: ReadRow) => void): Promise<void> => {
    const { source } = file.survey
    if (!cancelled()) {
      try {
        await readRows(file.survey, file.book, codecs, going.watch(source), onRow)
      } catch (error) {
        if (!(error instanceof UnreadableBytes)) throw error
        refused.push(refusal(source.name, error.code, error.detail))
        lost.add(source.name)
      }
    }
    going.done(source)
  }
  const of = (...tables: readonly string[]): FileInHand[] =>
    files.filter((file) => tables.includes(file.survey.mapping.table.id))

  const directory = directoryReader()
  for (const file of of('inei_directory')) await convert(file, (row) => directory.take(row, file.book))
  const districts = directory.districts()
  const index = (reniec: ReadonlyMap<string, string>): CodeIndex =>
    codeIndex(gazetteer, districts, reniec, input.reniecDepartments, input.successors)

  const poverty = povertyReader()
  const inei = districtReader(index(new Map()), 'inei')
  for (const file of of('poverty'))
    await convert(file, (row) => poverty.take(row, inei(row.cells['ubigeo'] ?? '', namesOf(row)), file.book))
  const indicators = poverty.end()
  const codes = index(
    new Map([...indicators.values()].flatMap((i) => (i.reniec === null ? [] : [[i.reniec, i.code] as const]))),
  )

  const districtOf = (file: FileInHand) => {
    const { book, decision, question, refused: noEquivalence } = bookOf(file.survey, codes, answers)
    if (decision !== undefined) decisions.push(decision)
    if (question !== undefined) questions.push(question)
    if (noEquivalence !== undefined) {
      refused.push(noEquivalence)
      lost.add(file.book.file)
    }
    return districtReader(codes, book)
  }

  const borrowed = new Map<string, string>()
  const onPlace = (code: string, name: string): void => {
    if (!codes.directory && !code.endsWith('00') && !borrowed.get(code)) borrowed.set(code, name)
  }

  const logistics = logisticsReader()
  for (const file of of('logistics_data', ...RECORDS)) {
    const district = districtOf(file)
    const own = file.survey.mapping.table.id
    await convert(file, (row) =>
      logistics.take(own === 'logistics_data' ? (row.cells['record'] ?? '') : own, row, file.book, district),
    )
  }
  const positions = new Map<string, { lat: number; lon: number }>([
    ...gazetteer.map((place): [string, Place] => [place.ubigeo, place]),
    ...districts.map((d): [string, { lat: number; lon: number }] => [d.code, d]),
  ])
  const checked = checkReferences(
    logistics.held,
    assumedProducts.map((assumed) => assumed.product),
    codes,
    positionCheck(gazetteer),
    (code) => positions.get(code),
  )
  if (logistics.held.product.length === 0)
    for (const { product, source } of assumedProducts)
      decide('', 'assumed-product', product.id, product.name, {
        kg: product.massG / 1000,
        m3: product.volumeMl / 1_000_000,
        persons: product.persons,
        days: product.days,
        source,
      })
  for (const { ubigeo } of [...checked.depots, ...checked.points]) onPlace(ubigeo, '')

  const legs: DrivenLeg[] = []
  for (const file of of('delivery_routes'))
    await convert(file, (row) => {
      const parsed = parseDrivenLeg(row)
      const load = Number(row.cells['load_kg'] || 0)
      if (parsed.ok) {
        legs.push(parsed.value)
        file.book.accept(load)
      } else file.book.reject(row, parsed.faults, load)
    })

  const list = observationList()
  for (const file of of('social_aid_demand')) {
    const of = demandForm(file.survey, file.reading, checked.products, answers)
    decisions.push(...of.decisions)
    questions.push(...of.questions)
    const demand = demandReader(list, of.form, file.book, districtOf(file), onPlace)
    await convert(file, (row) => demand.take(row))
    if (demand.summed > 0) decide(file.book.file, 'summed', '', 'added-up', { rows: demand.summed })
  }
  const sinpad = sinpadReader(list, input.setAside, onPlace)
  for (const file of of('sinpad')) {
    const district = districtOf(file)
    await convert(file, (row) => sinpad.take(row, file.book, district))
    for (const [group, rows] of sinpad.setAside.get(file.book.file) ?? [])
      decide(file.book.file, 'set-aside', '', group, { rows })
  }
  const registers = sinpad.end()
  for (const month of registers) sayMonth(month, decide)

  const { places, filled } = codes.directory
    ? placesOfDirectory(districts, indicators, gazetteer)
    : { places: borrowedPlaces(gazetteer, borrowed, indicators), filled: [] }
  for (const { district, column, value } of filled)
    directory.ledgerOf(district)?.repair(district.row, 'province-mean', column, value.toFixed(4))
  for (const column of ['poverty', 'vulnerability'] as const) {
    const count = filled.filter((f) => f.column === column).length
    if (count > 0) decide('', 'province-mean', column, 'mean-by-population', { districts: count, of: districts.length })
  }
  if (codes.directory) decide('', 'networks-of-province', '', 'province', { districts: districts.length })
  if (borrowed.size > 0) decide('', 'borrowed-places', '', 'province', { districts: borrowed.size })

  const kept = files.filter(({ book }) => !lost.has(book.file))
  const overLimit = kept.filter(({ book }) => book.overLimit).map(({ book }) => book.file)
  for (const file of overLimit)
    if (answers.accept.includes(file)) decide(file, 'accept', '', 'accepted', { by: 'person' })

  return {
    tables: {
      places,
      ...checked,
      legs,
      observations: list.done(),
      registers,
    },
    findings: findings.sort((a, b) => byText(a.file, b.file) || a.line - b.line),
    decisions: decisions.sort((a, b) => byText(a.file, b.file)),
    questions,
    refused: refused.sort((a, b) => byText(a.file, b.file)),
    files: [...kept.map(({ book }) => book.summary()), ...repeats].sort((a, b) => byText(a.file, b.file)),
    overLimit: overLimit.filter((file) => !answers.accept.includes(file)),
    cancelled: cancelled(),
  }
}

const namesOf = (row: ReadRow) => ({
  department: row.cells['department'] ?? '',
  province: row.cells['province'] ?? '',
  district: row.cells['district'] ?? '',
})

/** A file with the bytes of another: all of its rows are repeats. */
const repeatedFile = (seen: Survey): FileSummary => ({
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

type Decide = (
  file: string,
  subject: string,
  column: string,
  choice: string,
  pairs: Record<string, string | number>,
) => void

function sayMonth(month: RegisterMonth, decide: Decide): void {
  if (month.persons === 'observed') return
  decide(month.register, 'register-month', formatMonth(month.period), month.persons, {
    events: month.events,
    rows: month.rows,
    'days-in-holes': month.daysInHoles,
    days: month.days,
    'counted-share': month.countedShare.toFixed(3),
  })
}
