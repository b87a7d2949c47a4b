import type { Group } from '../history.ts'
import type { TableSeries } from './table.ts'

/** Series of one kind as a group, each with the column after its last one. */
export interface Aligned {
  readonly group: Group
  readonly ends: Int32Array
  /** First column that holds anything, and the one after the last. */
  readonly start: number
  readonly end: number
}

/**
 * Lays series side by side so that all end within the last season: each is moved by whole seasons, so that a column is the same part of the season
 * for all of them. What they share is learnt from where they are in their own lives, not from the calendar's year.
 */
export function sideBySide(series: readonly TableSeries[], cycle: number): Aligned {
  const longest = series.reduce((most, s) => Math.max(most, s.values.length), 0)
  const steps = (Math.ceil(longest / cycle) + 1) * cycle
  const ends = Int32Array.from(series, (s) => {
    const after = (((s.first + s.values.length) % cycle) + cycle) % cycle
    return steps - ((steps - after) % cycle)
  })
  const last = ends.reduce((most, end) => Math.max(most, end), 0)
  // Nothing but NaN behind the last end.
  const columns = last
  const values = new Float64Array(series.length * columns).fill(Number.NaN)
  let start = columns
  series.forEach((s, i) => {
    values.set(s.values, i * columns + ends[i] - s.values.length)
    start = Math.min(start, ends[i] - s.values.length)
  })
  return { group: { rows: series.length, steps: columns, cycle, values }, ends, start, end: last }
}

/** Every n-th row, so that there are at most `most`. */
export function thinned(group: Group, most: number): Group {
  const apart = Math.ceil(group.rows / most)
  if (apart <= 1) return group
  const rows = Math.ceil(group.rows / apart)
  const values = new Float64Array(rows * group.steps)
  for (let i = 0; i < rows; i++)
    values.set(group.values.subarray(i * apart * group.steps, (i * apart + 1) * group.steps), i * group.steps)
  return { ...group, rows, values }
}
