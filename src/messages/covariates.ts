import { eventsOf } from '../model/covariate.ts'
import { HAZARD_TYPES, type HazardType } from '../model/observation.ts'
import type { Language } from './format.ts'

const WORDS: Readonly<
  Record<Language, { readonly holidays: string; readonly events: string } & Readonly<Record<HazardType, string>>>
> = {
  es: {
    holidays: 'los feriados',
    events: 'las emergencias',
    cold: 'frío',
    landslide: 'deslizamiento',
    drought: 'sequía',
    rain: 'lluvia',
    wind: 'viento',
    fire: 'incendio',
    quake: 'sismo',
    other: 'otras',
  },
  en: {
    holidays: 'holidays',
    events: 'emergencies',
    cold: 'cold',
    landslide: 'landslide',
    drought: 'drought',
    rain: 'rain',
    wind: 'wind',
    fire: 'fire',
    quake: 'quake',
    other: 'other',
  },
}

/** Covariates as a person calls them: those of files by their names, the calendar's and the register's by what they are. */
export function covariateNames(names: readonly string[], language: Language): string {
  const words = WORDS[language]
  const types = HAZARD_TYPES.filter((type) => names.includes(eventsOf(type)))
  const events =
    types.length === HAZARD_TYPES.length ? words.events : `${words.events} (${types.map((t) => words[t]).join(', ')})`
  const own = names
    .filter((name) => !types.some((type) => eventsOf(type) === name))
    .map((name) => (name === 'holidays' ? words.holidays : name))
  return [...own, ...(types.length > 0 ? [events] : [])].join(', ')
}
