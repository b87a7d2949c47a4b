import { type Day, firstDay, monthOfDay, parseDay } from '../model/day.ts'
import { parseMonth, yearOfMonth } from '../model/month.ts'

/** A year that a person can mean: one slip of the hand must not make millennia of months. */
export const isYear = (year: number): boolean => year >= 1900 && year <= 2200

/** Reads a day, or a month as its first day; `undefined` for anything else, and for a year that nobody means. */
export function parsePeriod(text: string): { readonly day: Day; readonly frequency: 'day' | 'month' } | undefined {
  const written = parseDay(text.slice(0, 10))
  const month = written === undefined ? parseMonth(text) : monthOfDay(written)
  if (month === undefined || !isYear(yearOfMonth(month))) return undefined
  return written === undefined ? { day: firstDay(month), frequency: 'month' } : { day: written, frequency: 'day' }
}
