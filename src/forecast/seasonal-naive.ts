import type { History } from './history.ts'
import type { Member } from './member.ts'
import { describe, gather } from './sample.ts'

/**
 * Into the scratch: the last observed value of the step of the season of column `to`, plus each past error of that rule in the
 * same step, not below the floor; that value alone where it has no past error. @returns how many
 */
function gatherErrors(history: History, row: number, to: number): number {
  const { values, steps, cycle, origin, floor, scratch } = history
  const base = row * steps
  let n = 0
  let last = Number.NaN
  for (let t = to % cycle; t < origin; t += cycle) {
    const value = values[base + t]
    if (Number.isNaN(value)) continue
    if (!Number.isNaN(last)) scratch[n++] = value - last
    last = value
  }
  if (Number.isNaN(last)) return gather(history, row, to, cycle)
  for (let i = 0; i < n; i++) scratch[i] = Math.max(floor, last + scratch[i])
  if (n === 0) scratch[n++] = last
  return n
}

/** As in the same month (week, day) of the last season that has it, with the errors this rule made before. */
export const seasonalNaive: Member = {
  name: 'seasonal-naive',
  predict(history, row, from, count, levels, out, means) {
    const n = levels.length
    for (let j = 0; j < count; j++)
      means[j] = describe(history.scratch, gatherErrors(history, row, from + j), levels, out, j * n)
  },
}
