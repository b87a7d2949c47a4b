import { calendarMonth, type Month, yearOfMonth } from '../model/month.ts'
import type { Settings } from '../model/settings.ts'

export type Language = Settings['language']

/** No-break space: between a number and its unit. */
export const NBSP = '\u00a0'
/** The true minus of the Unicode block of operators, as wide as a digit. */
const MINUS = '\u2212'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  es: 'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  es: 'ene feb mar abr may jun jul ago set oct nov dic'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** A number with a fixed count of decimals: `12,067`, `9.3`, `−72`. Peru and English write them alike. */
export function decimal(value: number, digits: number): string {
  const [whole = '0', rest] = Math.abs(value).toFixed(digits).split('.')
  const shown = rest === undefined ? grouped(whole) : `${grouped(whole)}.${rest}`
  return value < 0 && Number(`${whole}.${rest ?? 0}`) !== 0 ? MINUS + shown : shown
}

/** A number that was counted: whole, grouped, exact. */
export const count = (value: number): string => decimal(value, 0)

/** `1 kit`, `12,067 kits`. */
export const counted = (value: number, single: string, several: string): string =>
  `${count(value)} ${value === 1 ? single : several}`

/** A number that was forecast: two significant figures, whole; what rounds to nothing but is not is `< 1`. */
export function estimate(value: number): string {
  if (value <= 0) return '0'
  if (value < 0.5) return `<${NBSP}1`
  if (value < 10) return count(value)
  const step = 10 ** (Math.floor(Math.log10(value)) - 1)
  return count(Math.round(value / step) * step)
}

/** A share in 0–1 as whole per cent: `65 %`. */
export const percent = (share: number): string => `${count(share * 100)}${NBSP}%`

/** A chance that was counted in draws, in 0–1: all of them are not certainty, nor none of them impossibility.
 * @param possible it has happened, so none of the draws is told as `< 1 %` */
export function chance(share: number, possible: boolean): string {
  if (share >= 0.995) return `>${NBSP}99${NBSP}%`
  return share < 0.005 && (share > 0 || possible) ? `<${NBSP}1${NBSP}%` : percent(share)
}

/** An amount of money in whole soles, `S/ 8,144`. @param centimos hundredths of a sol */
export const soles = (centimos: number): string => `S/${NBSP}${count(centimos / 100)}`

/** `1 – 2,200`, of two texts already formatted. */
export const range = (low: string, high: string): string => `${low} – ${high}`

/** `×4`. */
export const times = (factor: number): string => `×${decimal(factor, Number.isInteger(factor) ? 0 : 1)}`

export const monthName = (month: Month, language: Language): string => MONTHS[language][calendarMonth(month) - 1] ?? ''
export const shortMonthName = (month: Month, language: Language): string =>
  SHORT_MONTHS[language][calendarMonth(month) - 1] ?? ''

/** `febrero de 2023`, `February 2023`. */
export const longMonth = (month: Month, language: Language): string =>
  `${monthName(month, language)}${language === 'es' ? ' de ' : ' '}${yearOfMonth(month)}`

/** `feb. de 2023`, `Feb 2023`. */
export const shortMonth = (month: Month, language: Language): string =>
  `${shortMonthName(month, language)}${language === 'es' ? '. de ' : ' '}${yearOfMonth(month)}`

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const dayMonth = (iso: string, language: Language): string =>
  `${Number(iso.slice(8, 10))} ${SHORT_MONTHS[language][Number(iso.slice(5, 7)) - 1] ?? ''}`

/** `8 set 2025`, `8 Sep 2025`. @param iso `YYYY-MM-DD` */
export const shortDay = (iso: string, language: Language): string => `${dayMonth(iso, language)} ${iso.slice(0, 4)}`

/** `2 dic, 08:14`. @param iso local time as `YYYY-MM-DDTHH:MM…` */
export function moment(iso: string, language: Language): string {
  return `${dayMonth(iso, language)}, ${iso.slice(11, 16)}`
}

/** `2 min 10 s`, `45 s`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
