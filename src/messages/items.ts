import type { InputCode } from '../model/input-error.ts'
import type { FileSummary, Question } from '../model/finding.ts'
import type { Refusal } from '../model/refusal.ts'
import type { SettingFault } from '../model/settings.ts'
import { questionSentence } from './decisions.ts'
import { refusalSentence } from './refusals.ts'
import { count, type Language, percent } from './format.ts'
import { violationSentence } from './violations.ts'

/** What an input error is about, item by item, as a sentence. */
export function itemSentence(code: InputCode, item: object, language: Language): string {
  switch (code) {
    case 'refused-files':
      return refusalSentence(item as Refusal, language)
    case 'open-questions':
      return questionSentence(item as Question, language)
    case 'verification-failed':
      return violationSentence(item as Parameters<typeof violationSentence>[0], language)
    case 'too-many-rejected':
      return overLimitSentence(item as FileSummary, language)
    case 'settings':
    case 'decisions':
      return faultSentence(item, language)
    default:
      return JSON.stringify(item)
  }
}

function overLimitSentence(file: FileSummary, language: Language): string {
  const rows = percent(file.rejected / Math.max(1, file.rows))
  const quantity = percent(file.quantityRejected / (file.quantity || 1))
  return language === 'es'
    ? `${file.file}: ${count(file.rejected)} de ${count(file.rows)} filas (${rows}), ${quantity} de la cantidad`
    : `${file.file}: ${count(file.rejected)} of ${count(file.rows)} rows (${rows}), ${quantity} of the quantity`
}

function faultSentence({ key = '', value, expected }: Partial<SettingFault>, language: Language): string {
  const wanted = language === 'es' ? 'se espera' : 'expected'
  return [`${key}${value === undefined ? '' : `: ${value}`}`, expected === undefined ? '' : `${wanted} ${expected}`]
    .filter((part) => part !== '')
    .join(' — ')
}
