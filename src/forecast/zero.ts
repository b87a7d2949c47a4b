import type { Member } from './member.ts'

/** Nothing will be needed. */
export const zero: Member = {
  name: 'zero',
  predict(_history, _row, _from, count, levels, out, means) {
    out.fill(0, 0, count * levels.length)
    means.fill(0, 0, count)
  },
}
