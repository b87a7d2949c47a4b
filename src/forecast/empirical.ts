import type { MethodName } from '../model/forecast.ts'
import { neighbourhood } from './history.ts'
import type { Member } from './member.ts'
import { describe, gather } from './sample.ts'

/**
 * What happened is what may happen: the series' own observed values of the same month (week, day) of the season, of it and its neighbours,
 * or of any time, each as likely as the other. Its mean is theirs.
 */
export function empirical(name: MethodName, reach: 'same' | 'near' | 'all'): Member {
  return {
    name,
    predict(history, row, from, count, levels, out, means) {
      const { cycle } = history
      const width = reach === 'all' ? cycle : reach === 'near' ? neighbourhood(cycle) : 0
      const n = levels.length
      for (let j = 0; j < count; j++) {
        if (reach === 'all' && j > 0) {
          out.copyWithin(j * n, 0, n)
          means[j] = means[0]
        } else means[j] = describe(history.scratch, gather(history, row, from + j, width), levels, out, j * n)
      }
    },
  }
}
