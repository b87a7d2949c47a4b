import { classAt } from './demand-class.ts'
import type { History } from './history.ts'
import type { Member } from './member.ts'

/** Steps added up: 2, 3, 4, 6, 12 of months; those of a season that divide it. */
const widths = (cycle: number): number[] =>
  Array.from({ length: cycle }, (_, i) => i + 1).filter((k) => k > 1 && cycle % k === 0)

/** The history in sums of k steps, the last of which ends at the origin; what is left over at the beginning is dropped. */
function addedUp({ values, steps, origin, cycle, ...rest }: History, row: number, k: number): History {
  const columns = Math.floor(origin / k)
  const sums = new Float64Array(columns)
  for (let c = 0; c < columns; c++)
    for (let i = 0; i < k; i++) sums[c] += values[row * steps + origin - (columns - c) * k + i]
  return { ...rest, rows: 1, steps: columns, cycle: cycle / k, values: sums, origin: columns }
}

/** Fewer sums tell no level. */
const LEAST_SUMS = 4
/** Classes of demand from here on have zeros between. */
const RARE = 2

/**
 * A member in coarser and coarser time, averaged (multiple aggregation: Kourentzes, Petropoulos and Trapero 2014): what it forecasts for sums of 2, 3 …
 * 12 months stretches its months, so that the level is taken where noise has averaged out, and the season where it can be seen. Demand with zeros between is left as
 * the member says: months of nearly nothing would be stretched without measure.
 */
export function aggregated(name: Member['name'], member: Member): Member {
  return {
    name,
    predict(history, row, from, count, levels, out, means) {
      const { cycle, origin } = history
      const lead = from - origin
      const rare = classAt(history, row, origin) >= RARE
      const used = rare ? [] : widths(cycle).filter((k) => Math.floor(origin / k) >= LEAST_SUMS)
      const length = cycle * Math.ceil((lead + count) / cycle)
      const fine = new Float64Array(length * levels.length)
      const months = new Float64Array(length)
      member.predict(history, row, origin, length, levels, fine, months)
      const factors = new Float64Array(length).fill(1)
      for (const k of used) {
        const buckets = length / k
        const coarse = new Float64Array(buckets)
        member.predict(
          addedUp(history, row, k),
          0,
          Math.floor(origin / k),
          buckets,
          [0.5],
          new Float64Array(buckets),
          coarse,
        )
        for (let b = 0; b < buckets; b++) {
          let sum = 0
          for (let i = b * k; i < (b + 1) * k; i++) sum += months[i]
          const factor = sum > 0 && !Number.isNaN(coarse[b]) ? Math.max(0, coarse[b]) / sum : 1
          for (let i = b * k; i < (b + 1) * k; i++) factors[i] += factor
        }
      }
      for (let j = 0; j < count; j++) {
        const factor = factors[lead + j] / (used.length + 1)
        means[j] = factor * months[lead + j]
        for (let q = 0; q < levels.length; q++)
          out[j * levels.length + q] = factor * fine[(lead + j) * levels.length + q]
      }
    },
  }
}
