import type { History } from './history.ts'

/** One row from its first observed step to the origin, over its mean size, so that no method sees the unit. */
export interface Series {
  /** NaN where not observed. */
  readonly y: Float64Array
  /** Observed numbers. */
  readonly known: number
  readonly scale: number
  readonly positive: boolean
  readonly cycle: number
}

export function seriesOf({ values, steps, cycle, origin }: History, row: number): Series {
  const base = row * steps
  let first = 0
  while (first < origin && Number.isNaN(values[base + first])) first++
  const y = values.slice(base + first, base + origin)
  let known = 0
  let size = 0
  let positive = true
  for (const value of y) {
    if (Number.isNaN(value)) continue
    known++
    size += Math.abs(value)
    positive &&= value > 0
  }
  const scale = size > 0 ? size / known : 1
  for (let t = 0; t < y.length; t++) y[t] /= scale
  return { y, known, scale, positive, cycle }
}
