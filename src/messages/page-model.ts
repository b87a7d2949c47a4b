import type { Language } from './format.ts'
import { modelEn } from './page-model-en.ts'
import { modelEs, type ModelMessages } from './page-model-es.ts'

/** Every text of the page Modelo, apart from `page.ts` so that it is loaded with that page only. */
export const modelMessages: Readonly<Record<Language, ModelMessages>> = { es: modelEs, en: modelEn }
