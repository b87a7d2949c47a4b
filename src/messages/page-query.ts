import type { Language } from './format.ts'

/** A part of an address that is not as it must be. */
export interface QueryFault {
  readonly name: string
  /** The words it may be; none where it has a form instead. */
  readonly allowed: readonly string[]
}

/** How the parts look that are not one of some words. */
const FORMS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: {
    month: 'AAAA-MM',
    ubigeo: 'seis cifras',
    table: 'el nombre de una tabla',
    product: 'el código de un producto',
    limit: 'un número entero de 1 a 10,000',
    offset: 'un número entero desde 0',
  },
  en: {
    month: 'YYYY-MM',
    ubigeo: 'six digits',
    table: 'the name of a table',
    product: 'the id of a product',
    limit: 'a whole number from 1 to 10,000',
    offset: 'a whole number from 0',
  },
}

function listed(words: readonly string[], or: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`
}

/** Which part of an address is wrong, and what it may be. */
export function queryFaultSentence({ name, allowed }: QueryFault, language: Language): string {
  const wanted = allowed.length > 0 ? listed(allowed, language === 'es' ? 'o' : 'or') : FORMS[language][name]
  if (language === 'es') return wanted === undefined ? `«${name}» no vale.` : `«${name}» debe ser ${wanted}.`
  return wanted === undefined ? `“${name}” is not valid.` : `“${name}” must be ${wanted}.`
}
