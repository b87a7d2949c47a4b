import type { ForecastMonth, ForecastResponse } from '../../../src/api/forecast.ts'
import type { RecordedMonth } from '../../../src/api/panorama.ts'
import { calendarMonth, type Month, parseMonth } from '../../../src/model/month.ts'

export interface Recorded extends Omit<RecordedMonth, 'month'> {
  readonly at: Month
}

/** Lower and upper end. */
export type Range = readonly [low: number, high: number]

export interface Predicted {
  readonly at: Month
  readonly mean: number
  readonly median: number
  readonly half: Range
  readonly eighty: Range
  readonly most: Range
  readonly positive: number
  readonly supply: ForecastMonth['supply']
}

/** A forecast as the charts need it: months as numbers, the quantiles by name. */
export interface ShownForecast {
  readonly past: readonly Recorded[]
  readonly future: readonly Predicted[]
}

/** A month that the server sent. */
export const monthFrom = (text: string): Month => parseMonth(text) ?? (0 as Month)

export function shownForecast({ history, months, levels }: ForecastResponse): ShownForecast {
  return {
    past: history.map(({ month, ...rest }) => ({ at: monthFrom(month), ...rest })),
    future: months.map(({ month, quantiles, ...rest }): Predicted => {
      const at = (level: number): number => quantiles[levels.indexOf(level)] ?? 0
      return {
        ...rest,
        at: monthFrom(month),
        median: at(0.5),
        half: [at(0.25), at(0.75)],
        eighty: [at(0.1), at(0.9)],
        most: [at(0.025), at(0.975)],
      }
    }),
  }
}

/** Whether the node has had any need: what no draw has may come all the same. */
export const hadNeed = ({ history }: ForecastResponse): boolean => history.some(({ persons }) => persons > 0)

/** Whether every draw is the one number that was observed: of the spread nothing is known. */
export const spreadUnknown = ({ history }: ForecastResponse, { most: [low, high] }: Predicted): boolean =>
  low === high && low > 0 && history.filter(({ status }) => status === 'observed').length <= 1

/** Recorded months of the same name as the given one, in earlier years. */
export const sameMonths = (past: readonly Recorded[], at: Month): readonly Recorded[] =>
  past.filter((recorded) => recorded.at < at && calendarMonth(recorded.at) === calendarMonth(at))
