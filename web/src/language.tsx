import { useLocalStorage } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react'
import type { Language } from '../../src/messages/format.ts'
import { pageMessages } from '../../src/messages/page.ts'
import type { Messages } from '../../src/messages/page-es.ts'
import { ProblemError } from './results.ts'

interface Spoken {
  readonly language: Language
  readonly t: Messages
  readonly speak: (language: Language) => void
}

const served: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'es'
const Context = createContext<Spoken>({ language: served, t: pageMessages[served], speak: () => {} })

/** The language a person chose, or the one the server was started in. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, speak] = useLocalStorage<Language>({
    key: 'chasqui.language',
    defaultValue: served,
    getInitialValueInEffect: false,
  })
  const client = useQueryClient()
  // Before any effect that asks the server, which answers in the page's language; what it refused is asked again.
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'es' ? 'es-PE' : 'en'
    void client.invalidateQueries({ predicate: (query) => query.state.error instanceof ProblemError })
  }, [language, client])
  const spoken = useMemo(() => ({ language, t: pageMessages[language], speak }), [language, speak])
  return <Context value={spoken}>{children}</Context>
}

export const useLanguage = (): Spoken => useContext(Context)
