import type { InputCode } from '../model/input-error.ts'
import type { Question } from '../model/finding.ts'
import type { Refusal } from '../model/refusal.ts'
import type { SettingFault } from '../model/keys.ts'
import { questionSentence } from './decisions.ts'
import { type OverLimit, overLimitSentence } from './doubts.ts'
import { refusalSentence } from './refusals.ts'
import type { Language } from './format.ts'
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
      return overLimitSentence(item as OverLimit, language)
    case 'settings':
    case 'params':
    case 'decisions':
    case 'overrides':
      return faultSentence(item, language)
    default:
      return JSON.stringify(item)
  }
}

function faultSentence({ key = '', value, expected }: Partial<SettingFault>, language: Language): string {
  if (key.startsWith(':'))
    return language === 'es'
      ? `línea ${key.slice(1)}: «${value?.trim()}» — no se entiende como YAML (una clave dos veces, un corchete o una comilla sin cerrar)`
      : `line ${key.slice(1)}: “${value?.trim()}” — no YAML that can be understood (a key twice, a bracket or a quote left open)`
  const wanted = language === 'es' ? 'se espera' : 'expected'
  return [
    [key, value].filter((part) => part !== '' && part !== undefined).join(': '),
    expected === undefined ? '' : `${wanted} ${expected}`,
  ]
    .filter((part) => part !== '')
    .join(' — ')
}
