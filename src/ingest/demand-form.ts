import type { Decision, Question } from '../model/finding.ts'
import type { Product } from '../model/product.ts'
import { type Answers, answerTo } from './answers.ts'
import type { DemandForm } from './demand.ts'
import { evidence } from './evidence.ts'
import type { Reading } from './reading.ts'
import { productFinder } from './references.ts'
import type { Survey } from './survey.ts'

export interface FormOfFile {
  readonly form: DemandForm
  readonly decisions: readonly Decision[]
  readonly questions: readonly Question[]
}

/** Which product the rows of a demand table are about, and what they count: by its columns, by a person, by there being one product only. */
export function demandForm(
  survey: Survey,
  reading: Reading,
  products: readonly Product[],
  answers: Answers,
): FormOfFile {
  const file = survey.source.name
  const { columns } = survey.mapping
  const find = productFinder(products)
  const decisions: Decision[] = []
  const questions: Question[] = []
  const say = (subject: string, column: string, choice: string, by: string): void => {
    decisions.push({ file, subject, column, choice, evidence: by === '' ? '' : evidence({ by }) })
  }

  const hasQuantity = columns.has('quantity')
  if (!hasQuantity) say('quantity-from-persons', reading.columns.get('persons')?.header ?? '', 'persons', '')
  if (columns.has('product')) {
    const answered = (text: string): Product | undefined => find(answerTo(answers, file, 'product', text) ?? '')
    const form = { hasProduct: true, hasQuantity, product: (text: string) => answered(text) ?? find(text) }
    return { form, decisions, questions }
  }
  const chosen = find(answerTo(answers, file, 'product') ?? '')
  const only = products.length === 1 ? products[0] : undefined
  if (chosen !== undefined) say('product', '', chosen.id, 'person')
  else if (only !== undefined) say('product', '', only.id, 'only-product')
  else questions.push({ file, subject: 'product', column: '', choices: products.map((p) => p.id), evidence: '' })
  const product = chosen ?? only ?? products[0]
  return { form: { hasProduct: false, hasQuantity, product: () => product }, decisions, questions }
}
