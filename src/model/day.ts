import { type Month, monthOf } from './month.ts'
import { type Seconds, seconds } from './units.ts'

declare const brand: unique symbol

/** A calendar day in Peru as a count of days since 1 January 1970. */
export type Day = number & { readonly [brand]: 'Day' }

/** A moment in Peru's local time (UTC−5, no summer time): seconds since 1 January 1970, 00:00 local. */
export type Instant = number & { readonly [brand]: 'Instant' }

export const day = (count: number): Day => count as Day
export const instant = (s: number): Instant => s as Instant
export const addDays = (d: Day, n: number): Day => day(d + n)
export const startOfDay = (d: Day): Instant => instant(d * 86_400)
export const dayOfInstant = (t: Instant): Day => day(Math.floor(t / 86_400))
export const timeOfDay = (t: Instant): Seconds => seconds(t - Math.floor(t / 86_400) * 86_400)
/** 0 for Sunday … 6 for Saturday. */
export const weekday = (d: Day): number => (((d + 4) % 7) + 7) % 7

/** Days from the civil calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayOf(year: number, oneBasedMonth: number, dayOfMonth: number): Day {
  const y = oneBasedMonth <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (oneBasedMonth + (oneBasedMonth > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  return day(
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468,
  )
}

/** The inverse of {@link dayOf}. */
export function civil(d: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const z = d + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const m = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (m <= 2 ? 1 : 0)
  return { year, month: m, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 }
}

export function monthOfDay(d: Day): Month {
  const { year, month } = civil(d)
  return monthOf(year, month)
}

export const firstDay = (m: Month): Day => dayOf(Math.floor(m / 12), (m % 12) + 1, 1)
export const lastDay = (m: Month): Day => addDays(firstDay((m + 1) as Month), -1)

/** `YYYY-MM-DD`. */
export function formatDay(d: Day): string {
  const c = civil(d)
  return `${String(c.year).padStart(4, '0')}-${String(c.month).padStart(2, '0')}-${String(c.day).padStart(2, '0')}`
}

/** Reads `YYYY-MM-DD`; `undefined` for anything else, also for 31 April. */
export function parseDay(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const d = dayOf(Number(found[1]), Number(found[2]), Number(found[3]))
  return formatDay(d) === text.trim() ? d : undefined
}

/** `YYYY-MM-DDTHH:MM:SS`, local. */
export function formatInstant(t: Instant): string {
  return `${formatDay(dayOfInstant(t))}T${formatTime(timeOfDay(t))}`
}

/** Reads what {@link formatInstant} writes, also without seconds; a day alone is its midnight. `undefined` for anything else. */
export function parseInstant(text: string): Instant | undefined {
  const [date = '', time] = text.split('T')
  const d = parseDay(date)
  const s = time === undefined ? seconds(0) : parseTime(time)
  return d === undefined || s === undefined ? undefined : instant(startOfDay(d) + s)
}

/** `HH:MM:SS` of a time of day. */
export function formatTime(s: Seconds): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

/** Reads `H:MM`, `HH:MM` or `HH:MM:SS`, up to 24:00; `undefined` for anything else. */
export function parseTime(text: string): Seconds | undefined {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim())
  if (!found) return undefined
  const [h, m, s] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
  const total = h * 3600 + m * 60 + s
  return m < 60 && s < 60 && total <= 86_400 ? seconds(total) : undefined
}
