import type { Language } from '../../../src/messages/format.ts'
import { forecastMessages } from '../../../src/messages/page-forecast.ts'
import type { ForecastMessages } from '../../../src/messages/page-forecast-es.ts'
import { useLanguage } from '../language.tsx'

/** The texts of this page in the language on screen. */
export function useForecastLanguage(): { readonly language: Language; readonly f: ForecastMessages } {
  const { language } = useLanguage()
  return { language, f: forecastMessages[language] }
}
