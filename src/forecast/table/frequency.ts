import { addDays, civil, day, type Day, firstDay, lastDay, monthOfDay } from '../../model/day.ts'
import { month } from '../../model/month.ts'
import { formatPeriod, type PeriodForm } from './period.ts'

/** Steps of a table: every `every`-th month, week or day. */
export interface Frequency {
  readonly unit: 'month' | 'week' | 'day'
  readonly every: number
  /** Steps in a year of months or weeks, in a week of days. */
  readonly cycle: number
  /** Count of a period as the table writes it → step, and back to its text. */
  readonly stepOf: (count: number) => number
  readonly textOf: (step: number) => string
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** Greatest step that all counts share, if it is one of `allowed`; 1 else, and for fewer than three different counts. */
function sharedStep(counts: readonly number[], allowed: readonly number[]): number {
  if (counts.length < 3) return 1
  const first = counts[0]
  const step = counts.reduce((g, c) => gcd(g, Math.abs(c - first)), 0)
  return allowed.includes(step) ? step : 1
}

const MONTHS = [1, 2, 3, 4, 6, 12]
const WEEKS = [1, 2, 4]

function months(
  counts: readonly number[],
  countOf: (count: number) => number,
  textOf: (month: number) => string,
): Frequency {
  const every = sharedStep(counts.map(countOf), MONTHS)
  const phase = counts.length > 0 ? countOf(counts[0]) % every : 0
  return {
    unit: 'month',
    every,
    cycle: 12 / every,
    stepOf: (count) => Math.floor((countOf(count) - phase) / every),
    textOf: (step) => textOf(step * every + phase),
  }
}

/** Dates that stand for months: all on one day of the month, or all on its last. */
function monthlyDates(counts: readonly number[]): Frequency | undefined {
  const days = counts.map(day)
  const monthOf = (count: number): number => monthOfDay(day(count))
  if (new Set(counts.map(monthOf)).size < Math.max(2, counts.length)) return undefined
  if (days.every((d) => d === lastDay(monthOfDay(d))))
    return months(counts, monthOf, (m) => formatPeriod({ form: 'date', count: lastDay(month(m)) }))
  const [of] = days.map((d) => civil(d).day)
  if (!days.every((d) => civil(d).day === of) || of > 28) return undefined
  const on = (m: number): Day => addDays(firstDay(month(m)), of - 1)
  return months(counts, monthOf, (m) => formatPeriod({ form: 'date', count: on(m) }))
}

/**
 * How far apart the periods of a table are. Dates on one day of the month are months; dates whole weeks apart are weeks; others are days.
 * @param counts different periods of all series, ascending
 */
export function frequencyOf(form: PeriodForm, counts: readonly number[]): Frequency {
  if (form === 'month')
    return months(
      counts,
      (count) => count,
      (m) => formatPeriod({ form, count: m }),
    )
  const steps = (unit: 'week' | 'day', size: number, every: number, cycle: number): Frequency => {
    const apart = size * every
    const phase = counts.length > 0 ? ((counts[0] % apart) + apart) % apart : 0
    return {
      unit,
      every,
      cycle,
      stepOf: (count) => Math.floor((count - phase) / apart),
      textOf: (step) => formatPeriod({ form, count: step * apart + phase }),
    }
  }
  if (form === 'week') {
    const every = sharedStep(counts, WEEKS)
    return steps('week', 1, every, 52 / every)
  }
  const monthly = monthlyDates(counts)
  if (monthly) return monthly
  const apart = sharedStep(
    counts,
    WEEKS.map((w) => 7 * w),
  )
  return apart === 1 ? steps('day', 1, 1, 7) : steps('week', 7, apart / 7, 52 / (apart / 7))
}
