import type { Decision, Question } from '../model/finding.ts'
import { type Answers, answerTo } from './answers.ts'
import { type Book, countBooks, decideBook } from './code-book.ts'
import type { CodeIndex } from './code-index.ts'
import { evidence } from './evidence.ts'
import type { Survey } from './survey.ts'

export interface BookOfFile {
  readonly book: Book
  readonly decision?: Decision
  readonly question?: Question
}

/** Whether every header is the contract's own word: then `ubigeo` is INEI's, as the contract says. */
const isTemplate = (survey: Survey): boolean =>
  [...survey.mapping.columns].every(([name, at]) => survey.headers[at]?.toLowerCase() === name)

/** From whose book the codes of a file are: by a person, by the names beside them, by which codes exist, by the contract. */
export function bookOf(survey: Survey, index: CodeIndex, answers: Answers): BookOfFile {
  const file = survey.source.name
  if (survey.codes.size === 0) return { book: 'inei' }
  const at = survey.mapping.columns.get('ubigeo')
  const column = at === undefined ? 'ubigeo' : (survey.headers[at] ?? 'ubigeo')
  const count = countBooks(survey.codes, index)
  const pairs = {
    'names-inei': count.namesInei,
    'names-reniec': count.namesReniec,
    'codes-inei': count.inInei,
    'codes-reniec': count.inReniec,
    of: count.codes,
  }
  const said = (book: Book, by: string): BookOfFile => ({
    book,
    decision: { file, subject: 'code-book', column, choice: book, evidence: evidence({ by, ...pairs }) },
  })
  const answer = answerTo(answers, file, 'code-book', column)
  if (answer === 'inei' || answer === 'reniec') return said(answer, 'person')
  const decided = decideBook(count)
  if (decided !== undefined) return said(decided, count.namesInei + count.namesReniec > 0 ? 'names' : 'codes')
  if (isTemplate(survey)) return said('inei', 'contract')
  return {
    book: 'inei',
    question: { file, subject: 'code-book', column, choices: ['inei', 'reniec'], evidence: evidence(pairs) },
  }
}
