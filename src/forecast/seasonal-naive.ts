import type { History } from './history.ts'
import type { Member } from './member.ts'
import { describe, gather } from './sample.ts'

/**
 * Into the scratch: the last observed value of the calendar month of column `to`, plus each past error of that rule in the
 * same calendar month, not below 0; that value alone where it has no past error. @returns how many
 */
function gatherErrors(history: History, row: number, to: number): number {
  const { values, months, origin, scratch } = history
  const base = row * months
  let n = 0
  let last = Number.NaN
  for (let t = to % 12; t < origin; t += 12) {
    const value = values[base + t]
    if (Number.isNaN(value)) continue
    if (!Number.isNaN(last)) scratch[n++] = value - last
    last = value
  }
  if (Number.isNaN(last)) return gather(history, row, to, 6)
  for (let i = 0; i < n; i++) scratch[i] = Math.max(0, last + scratch[i])
  if (n === 0) scratch[n++] = last
  return n
}

/** As in the same month of the last year that has it, with the errors this rule made before. */
export const seasonalNaive: Member = {
  name: 'seasonal-naive',
  predict(history, row, from, count, levels, out, means) {
    const n = levels.length
    for (let j = 0; j < count; j++)
      means[j] = describe(history.scratch, gatherErrors(history, row, from + j), levels, out, j * n)
  },
}
