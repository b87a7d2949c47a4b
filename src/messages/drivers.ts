import type { Driver } from '../model/driver.ts'
import { estimate, type Language, NBSP } from './format.ts'

/** What a forecast is explained by, as a person would say it. */
export const DRIVER_NAMES: Readonly<Record<Language, Readonly<Record<Driver, string>>>> = {
  es: {
    recent: 'lo ocurrido en los últimos meses',
    level: 'cuánto y cada cuánto suele pedirse aquí',
    season: 'los mismos meses de otros años',
    calendar: 'la época del año',
    place: 'el lugar (población, pobreza, altitud, región)',
    signals: 'las emergencias y los índices recientes',
    plans: 'lo sabido de antemano (feriados, campañas)',
  },
  en: {
    recent: 'what happened in the last months',
    level: 'how much and how often is asked for here',
    season: 'the same months of other years',
    calendar: 'the time of the year',
    place: 'the place (people, poverty, altitude, region)',
    signals: 'recent emergencies and indices',
    plans: 'what is known ahead (holidays, campaigns)',
  },
}

/** A change of a forecast: `+7,600`, `−12`; one that rounds to nothing but is not is `< 1` or `> −1`. */
export function change(effect: number): string {
  if (effect === 0) return '0'
  if (Math.abs(effect) < 0.5) return effect > 0 ? estimate(effect) : `>${NBSP}−1`
  return `${effect > 0 ? '+' : '−'}${estimate(Math.abs(effect))}`
}

interface Effect {
  readonly driver: Driver
  readonly effect: number
}

const joined = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`

/** What raises the forecast and what lowers it; what moves it by less than a tenth of the greatest is left out. */
export function driverSentence(effects: readonly Effect[], language: Language): string {
  const names = DRIVER_NAMES[language]
  const greatest = Math.max(0, ...effects.map((e) => Math.abs(e.effect)))
  const told = effects
    .filter((e) => greatest > 0 && Math.abs(e.effect) >= greatest / 10)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
  const side = (up: boolean): string =>
    joined(
      told.filter((e) => e.effect > 0 === up).map((e) => `${names[e.driver]} (${change(e.effect)})`),
      language === 'es' ? 'y' : 'and',
    )
  const [raised, lowered] = [side(true), side(false)]
  if (raised === '' && lowered === '') return language === 'es' ? 'Nada lo mueve.' : 'Nothing moves it.'
  const parts =
    language === 'es'
      ? [raised && `sube por ${raised}`, lowered && `baja por ${lowered}`]
      : [raised && `raised by ${raised}`, lowered && `lowered by ${lowered}`]
  const text = parts.filter((part) => part !== '').join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
