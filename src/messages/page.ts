import type { Language } from './format.ts'
import { en } from './page-en.ts'
import { es, type Messages } from './page-es.ts'

/** Every text of the page. */
export const pageMessages: Readonly<Record<Language, Messages>> = { es, en }
