import { pinball } from '../kernel/quantile.ts'
import { classAt, SILENT } from './demand-class.ts'
import { type Group, historyAt } from './history.ts'
import type { Levels } from './levels.ts'
import type { Member } from './member.ts'
import { emptyRecord, type ForecastRecord } from './record.ts'
import type { Schedule } from './schedule.ts'

/** What one method did over all origins of one group. */
export interface Tally {
  readonly member: Member
  /** Sum of pinball losses per level asked for. */
  readonly loss: Float64Array
  /** Sums of the means forecast, and of the size of what came. */
  forecast: number
  actual: number
  /** Cells scored, and those that came between the 0.1 and the 0.9 quantile. */
  cells: number
  inside: number
}

export interface Backtest {
  readonly tallies: readonly Tally[]
  /** How many were done. */
  readonly origins: number
  readonly record: ForecastRecord
}

export const emptyTally = (member: Member, levels: Levels): Tally => ({
  member,
  loss: new Float64Array(levels.asked.length),
  forecast: 0,
  actual: 0,
  cells: 0,
  inside: 0,
})

/** Column of each row's first value that is not 0; `steps` where it has none. Before it every member says 0. */
export function firstDemand({ values, rows, steps }: Group): Int32Array {
  const found = new Int32Array(rows).fill(steps)
  for (let i = 0; i < rows; i++)
    for (let t = steps - 1; t >= 0; t--) {
      const value = values[i * steps + t]
      if (value !== 0 && !Number.isNaN(value)) found[i] = t
    }
  return found
}

/** @param at where the cell's quantiles at `levels.all` begin */
export function score(
  tally: Tally,
  levels: Levels,
  actual: number,
  quantiles: ArrayLike<number>,
  at: number,
  mean: number,
): void {
  const { asked, all } = levels
  for (let q = 0; q < asked.length; q++) tally.loss[q] += pinball(actual, quantiles[at + asked[q]], all[asked[q]])
  tally.forecast += mean
  tally.actual += Math.abs(actual)
  tally.cells++
  if (actual >= quantiles[at + levels.low] && actual <= quantiles[at + levels.high]) tally.inside++
}

/**
 * Rolling origins: each member forecasts from what was observed before the origin and is scored on what came.
 * @param afterOrigin called after each origin; `false` ends the comparison
 */
export function backtest(
  group: Group,
  plan: Schedule,
  members: readonly Member[],
  levels: Levels,
  afterOrigin: () => boolean,
): Backtest {
  const { values, rows, steps } = group
  const { horizon } = plan
  const width = levels.all.length
  const tallies = members.map((member) => emptyTally(member, levels))
  const record = emptyRecord(rows * horizon * plan.origins.length, members.length, width)
  const first = firstDemand(group)
  const scratch = new Float64Array(steps)
  const out = members.map(() => new Float64Array(horizon * width))
  const means = members.map(() => new Float64Array(horizon))
  let done = 0
  for (const origin of plan.origins) {
    const history = historyAt(group, origin, scratch)
    for (let row = 0; row < rows; row++) {
      const kind = first[row] >= origin ? SILENT : classAt(group, row, origin)
      members.forEach((member, m) => {
        if (kind === SILENT) {
          out[m].fill(0)
          means[m].fill(0)
        } else member.predict(history, row, origin, horizon, levels.all, out[m], means[m])
      })
      for (let j = 0; j < horizon; j++) {
        const actual = values[row * steps + origin + j]
        if (Number.isNaN(actual)) continue
        tallies.forEach((tally, m) => score(tally, levels, actual, out[m], j * width, means[m][j]))
        record.add(row, done, j, origin + j, kind, actual, out, means)
      }
    }
    done++
    if (!afterOrigin()) break
  }
  return { tallies, origins: done, record }
}

/** Sum of losses over the sum of what came; over 1 where nothing came. */
export function lossOf(tally: Tally): number {
  let sum = 0
  for (const loss of tally.loss) sum += loss
  return sum / (tally.actual > 0 ? tally.actual : 1)
}
