import type { ForecastResponse } from '../../../src/api/forecast.ts'
import type { Month } from '../../../src/model/month.ts'
import { monthFrom, type Range } from './shown-forecast.ts'

/** A month that was forecast from so many months before, and what came. */
export interface PastCheck {
  readonly at: Month
  readonly eighty: Range
  readonly median: number
  /** `undefined`: not observed. */
  readonly actual: number | undefined
  /** `undefined` where nothing was observed. */
  readonly inside: boolean | undefined
}

/** How many months ahead a forecast can be looked at, 1 for the first month that was not known. */
export const leadsOf = ({ past }: ForecastResponse): readonly number[] =>
  [...new Set(past.map((p) => monthFrom(p.month) - monthFrom(p.origin) + 1))].sort((a, b) => a - b)

/** Months of known outcome, and those of them that fell inside the interval. */
export function tally(checks: readonly PastCheck[]): { readonly inside: number; readonly known: number } {
  const known = checks.filter((check) => check.inside !== undefined)
  return { inside: known.filter((check) => check.inside).length, known: known.length }
}

/** All months forecast `ahead` months before, in order. Both ends of the interval belong to it, as in the backtest's scores. */
export function pastChecks({ past, pastLevels }: ForecastResponse, ahead: number): readonly PastCheck[] {
  return past
    .filter((p) => monthFrom(p.month) - monthFrom(p.origin) + 1 === ahead)
    .map(({ month, quantiles, actual }) => {
      const at = (level: number): number => quantiles[pastLevels.indexOf(level)] ?? 0
      const [low, high] = [at(0.1), at(0.9)]
      return {
        at: monthFrom(month),
        eighty: [low, high] as const,
        median: at(0.5),
        actual: actual ?? undefined,
        inside: actual === null ? undefined : actual >= low && actual <= high,
      }
    })
    .toSorted((a, b) => a.at - b.at)
}
