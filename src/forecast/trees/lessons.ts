import { type Random } from '../../kernel/random.ts'
import { classAt } from '../demand-class.ts'
import type { Group } from '../history.ts'
import { describeStep, FEATURES, scaleAt } from './features.ts'
import type { Sums } from './sums.ts'

/** Classes of demand from here on have zeros between. */
export const RARE = 2
/** Rows × origins × steps ahead that are learnt from; twice as many were no better. */
const MOST = 14_000
/** A row is not looked at before it has so many observed values. */
const LEAST_KNOWN = 4

/** Past forecasts that could have been made, described, and what came. */
export interface PastSteps {
  /** lessons × {@link FEATURES}. */
  readonly x: Float64Array
  /** What came, over the scale. */
  readonly target: Float64Array
  /** The scale over the mean one, so that losses are those of the unit. */
  readonly weight: Float64Array
  readonly origin: Int32Array
}

/**
 * Steps of rows of which demand is not rare, at origins of which all that came was before `end`: every one, or one drawn of each stretch of equally many.
 * @param reach steps ahead at most
 */
export function pastSteps(group: Group, sums: Sums, end: number, reach: number, random: Random): PastSteps {
  const { rows, steps, values } = group
  const spans: { readonly row: number; readonly first: number; readonly until: number }[] = []
  let all = 0
  for (let row = 0; row < rows; row++) {
    const base = row * (steps + 1)
    let first = 0
    while (first < end && sums.known[base + first] < LEAST_KNOWN) first++
    if (first === end || classAt(group, row, end) >= RARE) continue
    all += (end - first) * reach
    spans.push({ row, first, until: all })
  }
  const apart = Math.max(1, all / MOST)
  const [x, target, scales, origins]: [number[], number[], number[], number[]] = [[], [], [], []]
  const features = new Float64Array(FEATURES)
  for (let i = 0, s = 0; i * apart < all; i++) {
    const at = Math.min(all - 1, Math.floor((i + random()) * apart))
    while (at >= spans[s].until) s++
    const { row, first, until } = spans[s]
    const before = at - (until - (end - first) * reach)
    const origin = first + Math.floor(before / reach)
    const ahead = before % reach
    const came = origin + ahead < end ? values[row * steps + origin + ahead] : Number.NaN
    const scale = scaleAt(group, sums, row, origin)
    if (Number.isNaN(came) || !(scale > 0)) continue
    describeStep(group, sums, row, origin, ahead, scale, features, 0)
    for (const value of features) x.push(value)
    target.push(came / scale)
    scales.push(scale)
    origins.push(origin)
  }
  const mean = scales.reduce((a, b) => a + b, 0) / Math.max(1, scales.length)
  return {
    x: Float64Array.from(x),
    target: Float64Array.from(target),
    weight: Float64Array.from(scales, (scale) => scale / mean),
    origin: Int32Array.from(origins),
  }
}
