import type { Group } from '../history.ts'
import { meanOver, type Sums } from './sums.ts'

const LAGS = 12
/** Seasons back that are looked at. */
const PAST = 3
export const FEATURES = 12 + 3 * PAST + LAGS + 5

/** Mean size of the last season, in which everything of a row is measured; 0 where there was nothing. */
export function scaleAt({ cycle, steps }: Group, { known, size }: Sums, row: number, origin: number): number {
  const base = row * (steps + 1)
  const whole = known[base + origin]
  if (whole === 0) return 0
  const from = Math.max(0, origin - Math.max(cycle, LAGS))
  const n = known[base + origin] - known[base + from]
  const recent = n > 0 ? (size[base + origin] - size[base + from]) / n : 0
  return Math.max(recent, (0.01 * size[base + origin]) / whole)
}

/**
 * What is known of a row at an origin about the step `ahead` (0 the first), over its scale, into `out` from `at` on. NaN is missing.
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
  const own = row * steps
  const base = row * (steps + 1)
  const target = origin + ahead
  const y = (t: number): number => (t >= 0 && t < origin ? values[own + t] / scale : Number.NaN)
  const mean = (n: number): number => meanOver(sums, base, Math.max(0, origin - n), origin) / scale
  let k = at
  out[k++] = ahead
  out[k++] = target % cycle
  out[k++] = origin
  out[k++] = Math.log(scale)
  const from = base + Math.max(0, origin - cycle)
  const known = sums.known[base + origin] - sums.known[from]
  out[k++] = known > 0 ? (sums.zeros[base + origin] - sums.zeros[from]) / known : Number.NaN
  out[k++] = sums.known[base + origin]
  const year = Math.ceil((ahead + 1) / cycle) * cycle
  const near = Math.max(1, Math.round(cycle / 12))
  const level = mean(near)
  let [growth, shared, seasons] = [0, 0, 0]
  let sharedSeasons = 0
  for (let s = 0; s < PAST; s++) {
    const same = target - year - s * cycle
    out[k++] = y(same)
    out[k++] = s === 0 ? y(same - 1) : y(same - near)
    out[k++] = s === 0 ? y(same + 1) : same + near < origin ? y(same + near) : Number.NaN
    // What the step was over the weeks before the origin, a season earlier: times those weeks now.
    const then = origin - year - s * cycle
    if (then >= near) {
      const past = meanOver(sums, base, then - near, then) / scale
      const came = same + 2 <= origin ? meanOver(sums, base, Math.max(0, same - 1), same + 2) / scale : y(same)
      if (past > 0 && !Number.isNaN(came)) {
        growth += Math.min(5, came / past)
        seasons++
      }
      const [before, after] = [wholeOver(sums, then - near, then), wholeOver(sums, same, same + 1)]
      if (before > 0 && !Number.isNaN(after)) {
        shared += after / before
        sharedSeasons++
      }
    }
  }
  out[k++] = seasons > 0 ? (growth / seasons) * level : Number.NaN
  out[k++] = sharedSeasons > 0 ? (shared / sharedSeasons) * level : Number.NaN
  for (let lag = 1; lag <= LAGS; lag++) out[k++] = y(origin - lag)
  for (const n of [3, 6, 12, 2 * cycle]) out[k++] = mean(n)
  out[k++] = mean(cycle)
  // The group's last weeks over the same a season before.
  const now = wholeOver(sums, origin - near, origin)
  out[k++] = origin >= cycle + near ? now / wholeOver(sums, origin - near - cycle, origin - cycle) : Number.NaN
  out[k++] = origin >= 2 * near ? now / wholeOver(sums, origin - 2 * near, origin - near) : Number.NaN
  out[k++] = level
  out[k++] = origin >= cycle + near ? meanOver(sums, base, origin - near - cycle, origin - cycle) / scale : Number.NaN
}

function wholeOver({ whole }: Sums, from: number, to: number): number {
  let [sum, n] = [0, 0]
  for (let t = Math.max(0, from); t < to; t++) {
    if (Number.isNaN(whole[t])) continue
    sum += whole[t]
    n++
  }
  return n > 0 ? sum / n : Number.NaN
}
