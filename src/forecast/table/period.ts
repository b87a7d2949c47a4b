import { dayOf, civil, day, formatDay, parseDay } from '../../model/day.ts'
import { formatMonth, month, parseMonth } from '../../model/month.ts'

/** How a table writes its periods: `2024-03`, `2024-W09` (ISO 8601 weeks, 53 in some years) or `2024-03-01`. */
export type PeriodForm = 'month' | 'week' | 'date'

/** A period as a count: months since year 0, weeks or days since 1970. */
export interface Period {
  readonly form: PeriodForm
  readonly count: number
}

/** Weeks begin on Monday; week 0 holds 1 January 1970, a Thursday. */
const weekOf = (d: number): number => Math.floor((d + 3) / 7)
/** The first week of a year is the one with 4 January. */
const firstWeek = (year: number): number => weekOf(dayOf(year, 1, 4))

/** Reads a period in any of the three forms; `undefined` for anything else, also for week 53 of a year of 52. */
export function parsePeriod(text: string): Period | undefined {
  const trimmed = text.trim()
  const found = /^(\d{4})-W(\d{2})$/.exec(trimmed)
  if (found) {
    const year = Number(found[1])
    const count = firstWeek(year) + Number(found[2]) - 1
    return found[2] !== '00' && count < firstWeek(year + 1) ? { form: 'week', count } : undefined
  }
  const m = parseMonth(trimmed)
  if (m !== undefined) return { form: 'month', count: m }
  const d = parseDay(trimmed)
  return d === undefined ? undefined : { form: 'date', count: d }
}

export function formatPeriod({ form, count }: Period): string {
  if (form === 'month') return formatMonth(month(count))
  if (form === 'date') return formatDay(day(count))
  // A week belongs to the year of its Thursday.
  const { year } = civil(day(count * 7))
  return `${String(year).padStart(4, '0')}-W${String(count - firstWeek(year) + 1).padStart(2, '0')}`
}
