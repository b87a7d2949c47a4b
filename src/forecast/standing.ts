import type { Group } from './history.ts'

/** Months known of each row before a column. */
export function knownMonths({ values, rows, steps }: Group, before: number): Int32Array {
  const known = new Int32Array(rows)
  for (let i = 0; i < rows; i++) for (let t = 0; t < before; t++) if (!Number.isNaN(values[i * steps + t])) known[i]++
  return known
}

/**
 * Rows that stand by themselves: known for a season or more or, where no row is, for as long as any. The others have too little history for a forecast
 * of their own, and for sums in which they would be missing most of the time.
 */
export function standing(group: Group, before: number): readonly number[] {
  const known = knownMonths(group, before)
  const least = Math.min(
    group.cycle,
    known.reduce((most, n) => Math.max(most, n), 0),
  )
  return least === 0 ? [] : Array.from(known.keys()).filter((row) => known[row] >= least)
}
