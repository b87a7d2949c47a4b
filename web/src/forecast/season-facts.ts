import { addMonths, calendarMonth, type Month, yearOfMonth } from '../../../src/model/month.ts'
import { type Recorded, sameMonths } from './shown-forecast.ts'

/** What the past tells of a calendar month and its two neighbours. */
export interface SeasonFacts {
  /** Observed months of that season, and those with any need. */
  readonly months: number
  readonly some: number
  readonly since: number
  readonly greatest: Recorded | undefined
  /** First and last month of the season, of some year. */
  readonly from: Month
  readonly to: Month
}

export function seasonFacts(past: readonly Recorded[], at: Month): SeasonFacts {
  const season = past.filter((month) => {
    const apart = Math.abs(calendarMonth(month.at) - calendarMonth(at))
    return month.status === 'observed' && Math.min(apart, 12 - apart) <= 1
  })
  const some = season.filter((month) => month.persons > 0)
  return {
    months: season.length,
    some: some.length,
    since: yearOfMonth(season[0]?.at ?? at),
    greatest: some.toSorted((a, b) => b.persons - a.persons || a.at - b.at)[0],
    from: addMonths(at, -1),
    to: addMonths(at, 1),
  }
}

const mean = (months: readonly Recorded[]): number | undefined =>
  months.length === 0 ? undefined : months.reduce((sum, month) => sum + month.persons, 0) / months.length

/** Numbers of the past beside which a predicted mean can be seen; `undefined` without an observed month. */
export interface Comparison {
  readonly lastYear: { readonly months: number; readonly mean: number | undefined }
  readonly sameMean: number | undefined
  readonly sameMost: number | undefined
}

export function comparison(past: readonly Recorded[], at: Month): Comparison {
  const observed = past.filter((month) => month.status === 'observed')
  const latest = observed.slice(-12)
  const same = sameMonths(observed, at)
  return {
    lastYear: { months: latest.length, mean: mean(latest) },
    sameMean: mean(same),
    sameMost: same.length === 0 ? undefined : Math.max(...same.map((month) => month.persons)),
  }
}
