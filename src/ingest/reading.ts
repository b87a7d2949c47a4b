import type { Decision, Question } from '../model/finding.ts'
import { type Answers, answerTo } from './answers.ts'
import { canonicalDate, type DateCount, type DayOrder, type DayOrders, decideOrder, monthNumber } from './date-cell.ts'
import { evidence } from './evidence.ts'
import { fold } from './fold.ts'
import type { KnownColumn } from './known-table.ts'
import { canonicalNumber, type DecimalMark, decideDecimal, isBlank, type NumberCount } from './number-cell.ts'
import { personalKind } from './personal-column.ts'
import type { Survey } from './survey.ts'
import { wordIn } from './words.ts'

/** How one file is read: what was decided, what is open, and the way from a cell as written to a canonical cell. */
export interface Reading {
  readonly decisions: readonly Decision[]
  readonly questions: readonly Question[]
  /** Per mapped column: position, header in the file, and the canonical form of a trimmed cell. */
  readonly columns: ReadonlyMap<string, ReadColumn>
}

interface ReadColumn {
  readonly at: number
  readonly header: string
  /** Whether cells repeat so often, and cost so much to read, that they are worth remembering. */
  readonly remember: boolean
  readonly canonical: (cell: string) => string
}

const SEPARATOR_NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** Decides from a survey; where the evidence does not suffice, asks, and meanwhile takes the first choice. */
export function decideReading(survey: Survey, answers: Answers): Reading {
  const file = survey.source.name
  const decisions: Decision[] = []
  const questions: Question[] = []
  const { columns, table, open } = survey.mapping
  const headerOf = (name: string): string => survey.headers[columns.get(name) as number] ?? name

  const say = (
    subject: string,
    column: string,
    choice: string,
    pairs: Readonly<Record<string, string | number>>,
  ): void => {
    decisions.push({ file, subject, column, choice, evidence: evidence(pairs) })
  }
  /** The answer of a person if it is one of the choices, else an open question with the first choice for now. */
  const ask = <T extends string>(
    subject: string,
    column: string,
    choices: readonly T[],
    pairs: Readonly<Record<string, string | number>>,
  ): T => {
    const answer = answerTo(answers, file, subject, column)
    const chosen = choices.find((choice) => choice === answer)
    if (chosen !== undefined) {
      say(subject, column, chosen, { by: 'person', ...pairs })
      return chosen
    }
    if (!questions.some((q) => q.subject === subject && q.column === column))
      questions.push({ file, subject, column, choices, evidence: evidence(pairs) })
    return choices[0] as T
  }

  say('source', '', table.id, {
    by: answerTo(answers, file, 'source') === undefined ? 'headers' : 'person',
    headers: columns.size,
    of: survey.headers.length,
  })
  sayForm(survey, say)
  for (const [name, at] of columns) {
    const header = survey.headers[at] ?? ''
    if (answerTo(answers, file, 'column', name) !== undefined) say('column', name, header, { by: 'person' })
    else if (fold(header) !== fold(name) && !open.some((o) => o.column === name))
      say('column', name, header, { by: 'headers' })
  }
  for (const { column, choices } of open) ask('column', column, choices, { headers: choices.join(', ') })
  sayUnread(survey, say)

  const read = new Map<string, ReadColumn>()
  for (const column of table.columns) {
    const at = columns.get(column.name)
    if (at === undefined) continue
    const header = headerOf(column.name)
    const remember = column.kind === 'date' || column.kind === 'word' || column.kind === 'month'
    read.set(column.name, { at, header, remember, canonical: canonicalOf(column, survey, header, say, ask) })
  }
  return { decisions, questions, columns: read }
}

type Say = (subject: string, column: string, choice: string, pairs: Readonly<Record<string, string | number>>) => void
type Ask = <T extends string>(
  subject: string,
  column: string,
  choices: readonly T[],
  pairs: Readonly<Record<string, string | number>>,
) => T

function sayForm(survey: Survey, say: Say): void {
  const { form, mark, wide, wrong, separator } = survey
  const ascii = form.encoding === 'utf-8' && !mark && wide + wrong === 0
  say(
    'encoding',
    '',
    form.encoding,
    ascii ? { ascii: 'yes' } : { mark: mark ? 'yes' : '', 'utf-8': wide, 'not-utf-8': wrong },
  )
  say('separator', '', SEPARATOR_NAMES[separator.separator] ?? separator.separator, {
    columns: separator.columns,
    alike: separator.alike,
    of: separator.records,
  })
  const name = survey.source.name.toLowerCase()
  const gz = name.endsWith('.gz')
  if (gz !== survey.form.gzip || !/\.csv(\.gz)?$/.test(name))
    say('extension', '', survey.form.gzip ? 'gzip' : 'text', { name: name.slice(name.lastIndexOf('/') + 1) })
  if (survey.headerLine > 1) say('header-line', '', String(survey.headerLine), { lines: survey.headerLine - 1 })
}

/** Columns that nothing reads: persons' data by name, so that it is seen that they go no further; the others together. */
function sayUnread(survey: Survey, say: Say): void {
  const read = new Set(survey.mapping.columns.values())
  const ignored: string[] = []
  for (const [at, header] of survey.headers.entries()) {
    if (read.has(at) || header === '') continue
    const kind = personalKind(header)
    if (kind === undefined) ignored.push(header)
    else say('dropped-column', header, 'dropped', { holds: kind })
  }
  if (ignored.length > 0) say('ignored-columns', '', String(ignored.length), { headers: ignored.join(', ') })
}

function canonicalOf(
  column: KnownColumn,
  survey: Survey,
  header: string,
  say: Say,
  ask: Ask,
): (cell: string) => string {
  switch (column.kind) {
    case 'number':
    case 'latitude':
    case 'longitude': {
      const mark = decimalOf(column.name, survey, header, say, ask)
      return (cell) => canonicalNumber(cell, mark)
    }
    case 'date': {
      const orders = ordersOf(column.name, survey, header, say, ask)
      return (cell) => canonicalDate(cell, orders)
    }
    case 'month':
      return (cell) => {
        const number = monthNumber(cell)
        return number === undefined ? canonicalDate(cell, 'dmy') : String(number)
      }
    case 'word':
      return (cell) => (isBlank(cell) ? '' : wordIn(column.name, cell))
    case 'time':
      return (cell) => (isBlank(cell) ? '' : cell.replace(/^(\d{1,2})[.h](\d{2})$/, '$1:$2'))
    case 'text':
    case 'ubigeo':
    case 'prefix':
    case 'end':
      return (cell) => (cell === '\\N' ? '' : cell)
  }
}

function decimalOf(name: string, survey: Survey, header: string, say: Say, ask: Ask): DecimalMark {
  const own = survey.numbers.get(name) as NumberCount
  const others = { point: 0, comma: 0 }
  for (const [other, count] of survey.numbers)
    if (other !== name) {
      others.point += count.point
      others.comma += count.comma
    }
  const counts = {
    point: own.point,
    comma: own.comma,
    'either-point': own.eitherPoint,
    'either-comma': own.eitherComma,
    plain: own.plain,
  }
  const decided = decideDecimal(own, others)
  if (!decided.decided) {
    // The first choice is the one by which the doubtful cells are thousands.
    const choices: readonly DecimalMark[] = own.eitherComma >= own.eitherPoint ? ['.', ','] : [',', '.']
    return ask('decimal', header, choices, { ...counts, 'file-point': others.point, 'file-comma': others.comma })
  }
  if (decided.by === 'file')
    say('decimal', header, decided.mark, { ...counts, 'file-point': others.point, 'file-comma': others.comma })
  else if (decided.by === 'column') say('decimal', header, decided.mark, counts)
  return decided.mark
}

function ordersOf(name: string, survey: Survey, header: string, say: Say, ask: Ask): DayOrders {
  const count = survey.dates.get(name) as DateCount
  const order = (kind: 'long' | 'short'): DayOrder => {
    const { dmy, mdy, either } = count[kind]
    if (dmy + mdy + either === 0) return 'dmy'
    const pairs = { dmy, mdy, either, clear: count.clear, year: kind === 'short' ? 'two-digits' : '' }
    const decided = decideOrder(count[kind])
    if (decided === undefined) return ask('date-order', header, ['dmy', 'mdy'], pairs)
    say('date-order', header, decided, pairs)
    return decided
  }
  return { long: order('long'), short: order('short') }
}
