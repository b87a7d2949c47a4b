import type { MethodName } from '../model/forecast.ts'
import type { Member } from './member.ts'
import { describe, gather } from './sample.ts'

/**
 * What happened is what may happen: the place's own observed values of the same calendar month and of those up to `width` months
 * beside it, each as likely as the other (6: of the whole year). Its mean is theirs.
 */
export function empirical(name: MethodName, width: number): Member {
  return {
    name,
    predict(history, row, from, count, levels, out, means) {
      const n = levels.length
      for (let j = 0; j < count; j++) {
        if (width >= 6 && j > 0) {
          out.copyWithin(j * n, 0, n)
          means[j] = means[0]
        } else means[j] = describe(history.scratch, gather(history, row, from + j, width), levels, out, j * n)
      }
    },
  }
}
