import { pinball } from '../kernel/quantile.ts'
import { LEVELS } from '../model/forecast.ts'
import { historyAt } from './history.ts'
import type { Member } from './member.ts'

/** A seasonal method needs a year before its first origin. */
const TRAINING = 12
/** A year of origins meets every season once. */
const ORIGINS = 12
const ENOUGH_ORIGINS = 3

/** What one member did over all origins of one product. */
export interface Tally {
  readonly member: Member
  /** Sum of pinball losses per level. */
  readonly loss: Float64Array
  /** Sums of the means forecast, and of what came. */
  forecast: number
  actual: number
  /** Cells scored, and those that came between the 0.1 and the 0.9 quantile. */
  cells: number
  inside: number
}

export interface Schedule {
  /** Latest first. */
  readonly origins: readonly number[]
  readonly horizon: number
}

/**
 * Origins a month apart, the last one a horizon before the end; the horizon is cut to a year, and further where history is too short for
 * three origins after a first year.
 * @param start first observed column
 * @param end column after the last observed one
 */
export function schedule(start: number, end: number, horizon: number): Schedule {
  const length = end - start
  const scored = Math.max(1, Math.min(horizon, 12, length - TRAINING - ENOUGH_ORIGINS + 1))
  const origins: number[] = []
  for (let o = end - scored; o >= start + TRAINING && origins.length < ORIGINS; o--) origins.push(o)
  return { origins, horizon: scored }
}

export const fewOrigins = (s: Schedule): boolean => s.origins.length < ENOUGH_ORIGINS

/** Column of each row's first positive value; `months` where it has none. Before it every member says 0. */
export function firstPositive(values: Float64Array, rows: number, months: number): Int32Array {
  const found = new Int32Array(rows).fill(months)
  for (let i = 0; i < rows; i++) for (let t = months - 1; t >= 0; t--) if (values[i * months + t] > 0) found[i] = t
  return found
}

function score(tally: Tally, actual: number, quantiles: Float64Array, at: number, mean: number): void {
  for (let q = 0; q < LEVELS.length; q++) tally.loss[q] += pinball(actual, quantiles[at + q], LEVELS[q])
  tally.forecast += mean
  tally.actual += actual
  tally.cells++
  if (actual >= quantiles[at + LOW] && actual <= quantiles[at + HIGH]) tally.inside++
}
const LOW = LEVELS.indexOf(0.1)
const HIGH = LEVELS.indexOf(0.9)

/**
 * Rolling origins: each member forecasts from what was observed before the origin and is scored on what came.
 * @param afterOrigin called after each origin; `false` ends the comparison
 */
export function backtest(
  values: Float64Array,
  rows: number,
  months: number,
  plan: Schedule,
  members: readonly Member[],
  afterOrigin: () => boolean,
): { readonly tallies: readonly Tally[]; readonly origins: number } {
  const { horizon } = plan
  const width = LEVELS.length
  const tallies = members.map(
    (member): Tally => ({ member, loss: new Float64Array(width), forecast: 0, actual: 0, cells: 0, inside: 0 }),
  )
  const positive = firstPositive(values, rows, months)
  const scratch = new Float64Array(months)
  const out = new Float64Array(horizon * width)
  const zeros = new Float64Array(width)
  const means = new Float64Array(horizon)
  let done = 0
  for (const origin of plan.origins) {
    const history = historyAt(values, rows, months, origin, scratch)
    for (let row = 0; row < rows; row++) {
      for (const tally of tallies) {
        const silent = positive[row] >= origin
        if (!silent) tally.member.predict(history, row, origin, horizon, LEVELS, out, means)
        for (let j = 0; j < horizon; j++) {
          const actual = values[row * months + origin + j]
          if (Number.isNaN(actual)) continue
          if (silent) score(tally, actual, zeros, 0, 0)
          else score(tally, actual, out, j * width, means[j])
        }
      }
    }
    done++
    if (!afterOrigin()) break
  }
  return { tallies, origins: done }
}

/** Sum of losses over the sum of what came; over 1 where nothing came. */
export function lossOf(tally: Tally): number {
  let sum = 0
  for (const loss of tally.loss) sum += loss
  return sum / (tally.actual > 0 ? tally.actual : 1)
}
