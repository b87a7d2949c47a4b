import type { Language } from './format.ts'
import { forecastEn } from './page-forecast-en.ts'
import { forecastEs, type ForecastMessages } from './page-forecast-es.ts'

/** Every text of the page Pronóstico, apart from `page.ts` so that it is loaded with that page only. */
export const forecastMessages: Readonly<Record<Language, ForecastMessages>> = { es: forecastEs, en: forecastEn }
