import type { Group } from '../history.ts'
import { meanOver, type Sums, wholeOver } from './sums.ts'

/** Values before the origin that are features by themselves. */
const LAGS = 12
/** Seasons back that are features by themselves, and those that are averaged. */
const PAST = 3
const SEASONS = 6
/** A factor between two stretches of a season is no more than this. */
const MOST_GROWTH = 5
/** Share of the mean size of all its past that a row is measured in at least. */
const LEAST_SCALE = 0.01

/** Numbers that describe one step ahead. */
export const FEATURES = 6 + 3 * PAST + 4 + LAGS + 9 + 3

/** The mean size of a row's last season, which it is measured in; 0 where there was nothing. */
export function scaleAt({ cycle, steps }: Group, { known, size }: Sums, row: number, origin: number): number {
  const base = row * (steps + 1)
  const from = base + Math.max(0, origin - Math.max(cycle, LAGS))
  const n = known[base + origin] - known[from]
  const recent = n > 0 ? (size[base + origin] - size[from]) / n : 0
  return Math.max(recent, (LEAST_SCALE * size[base + origin]) / Math.max(1, known[base + origin]))
}

/** A mean of what is a number. */
interface Mean {
  sum: number
  n: number
}
const add = (mean: Mean, value: number): void => {
  if (!Number.isFinite(value)) return
  mean.sum += value
  mean.n++
}
const value = ({ sum, n }: Mean): number => (n > 0 ? sum / n : Number.NaN)

/**
 * What is known at an origin about one step ahead, over the row's scale: place in the season, the same steps of past seasons and what came between them and
 * the same origins, in the row and in the whole group; lags, means, and means without their season. Only columns before the origin are read.
 * @param ahead 0 for the first step
 * @param out receives {@link FEATURES} numbers from index `at` on; NaN is missing
 */
export function describeStep(
  group: Group,
  sums: Sums,
  row: number,
  origin: number,
  ahead: number,
  scale: number,
  out: Float64Array,
  at: number,
): void {
  const { values, steps, cycle } = group
  const base = row * (steps + 1)
  const target = origin + ahead
  const y = (t: number): number => (t >= 0 && t < origin ? values[row * steps + t] / scale : Number.NaN)
  const over = (from: number, to: number): number => {
    const [first, end] = [Math.max(0, from), Math.min(origin, to)]
    return end > first ? meanOver(sums, base, first, end) / scale : Number.NaN
  }
  const shared = (from: number, to: number): number => wholeOver(sums, Math.max(0, from), Math.min(origin, to))
  const last = (n: number): number => over(origin - n, origin)
  /** The latest column of the same part of the season. */
  const latest = target - Math.ceil((ahead + 1) / cycle) * cycle
  const near = Math.max(1, Math.round(cycle / 12))
  const wide = near >> 1
  const level = last(near)

  let k = at
  out[k++] = ahead
  out[k++] = target % cycle
  out[k++] = origin
  out[k++] = Math.log(scale)
  const season = base + Math.max(0, origin - cycle)
  out[k++] = (sums.zeros[base + origin] - sums.zeros[season]) / (sums.known[base + origin] - sums.known[season])
  out[k++] = sums.known[base + origin]

  const growth = { sum: 0, n: 0 }
  const sharedGrowth = { sum: 0, n: 0 }
  for (let s = 0, same = latest; s < PAST; s++, same -= cycle) {
    const apart = s === 0 ? 1 : near
    out[k++] = y(same)
    out[k++] = y(same - apart)
    out[k++] = y(same + apart)
    const then = same - ahead
    if (then < near) continue
    add(growth, Math.min(MOST_GROWTH, over(same - 1, same + 2) / over(then - near, then)))
    add(sharedGrowth, shared(same, same + 1) / shared(then - near, then))
  }
  const usual = { sum: 0, n: 0 }
  const sharedUsual = { sum: 0, n: 0 }
  for (let same = latest; same >= 0; same -= cycle) {
    add(usual, over(same - wide, same + wide + 1))
    const then = same - ahead
    if (then >= near) add(sharedUsual, shared(same - wide, same + wide + 1) / shared(then - near, then))
  }
  out[k++] = value(growth) * level
  out[k++] = value(sharedGrowth) * level
  out[k++] = value(usual)
  out[k++] = value(sharedUsual) * level

  for (let lag = 1; lag <= LAGS; lag++) out[k++] = y(origin - lag)
  for (const n of [near, 3, 6, 12, cycle, 2 * cycle]) out[k++] = last(n)
  out[k++] = over(origin - near - cycle, origin - cycle)
  out[k++] = shared(origin - near, origin) / shared(origin - near - cycle, origin - cycle)
  out[k++] = shared(origin - near, origin) / shared(origin - 2 * near, origin - near)

  /** What a column's part of the season was over the mean of the season around it, in past seasons. */
  const index = (from: number): number => {
    const mean = { sum: 0, n: 0 }
    for (let same = from; same >= 0 && mean.n < SEASONS; same -= cycle)
      add(mean, over(same - wide, same + wide + 1) / over(same - (cycle >> 1), same - (cycle >> 1) + cycle))
    return value(mean)
  }
  const factor = index(latest)
  let [top, bottom, lag] = [0, 0, 1]
  for (const months of [1, 3, 12]) {
    for (; lag <= months * near; lag++) {
      const own = index(origin - lag - cycle)
      if (Number.isNaN(own) || Number.isNaN(y(origin - lag))) continue
      top += y(origin - lag)
      bottom += own
    }
    out[k++] = bottom > 0 ? (top / bottom) * factor : Number.NaN
  }
}
