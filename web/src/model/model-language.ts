import type { Language } from '../../../src/messages/format.ts'
import { modelMessages } from '../../../src/messages/page-model.ts'
import type { ModelMessages } from '../../../src/messages/page-model-es.ts'
import { useLanguage } from '../language.tsx'

/** The texts of this page in the language on screen. */
export function useModelLanguage(): { readonly language: Language; readonly m: ModelMessages } {
  const { language } = useLanguage()
  return { language, m: modelMessages[language] }
}
