import { emptyTally, lossOf, score, type Tally } from './backtest.ts'
import { calibrateRecord, fitCalibration } from './calibration.ts'
import { blendMean, blendRecord, combination, fitBlend } from './combination.ts'
import type { Levels } from './levels.ts'
import { MEMBERS } from './members.ts'
import { cellsWhere, type ForecastRecord } from './record.ts'
import type { Schedule } from './schedule.ts'

/** How often what came lay between the 0.1 and the 0.9 quantile, by row of the group. */
export interface Coverage {
  readonly cells: Int32Array
  readonly inside: Int32Array
}

/** Both ways of choosing, on the same cells. */
export interface Trial {
  readonly together: Tally
  readonly alone: Tally
  readonly coverage: { readonly together: Coverage; readonly alone: Coverage }
  readonly origins: number
}

export const emptyCoverage = (rows: number): Coverage => ({ cells: new Int32Array(rows), inside: new Int32Array(rows) })

/**
 * Which is better, to take the best member or to combine them? Both are fitted on the earlier origins, and there only on what had come before
 * the first origin they are scored on; both are scored on the latest third.
 */
export function nestedTrial(
  record: ForecastRecord,
  rows: number,
  plan: Schedule,
  done: number,
  levels: Levels,
  usable: readonly number[],
  counts: boolean,
  floor: number,
): Trial {
  const later = Math.ceil(done / 3)
  const first = plan.origins[later - 1]
  const earlier = cellsWhere(record, (c) => record.origin[c] >= later && record.target[c] < first)
  const blend = fitBlend(record, levels, earlier, usable)
  const raw = blendRecord(record, blend)
  const calibration = fitCalibration(record, levels, raw, earlier, counts)
  const quantiles = calibrateRecord(record, levels, raw, calibration, floor)
  const best = bestMember(record, levels, earlier, usable)
  const together = emptyTally(combination(MEMBERS, blend), levels)
  const alone = emptyTally(MEMBERS[best], levels)
  const coverage = { together: emptyCoverage(rows), alone: emptyCoverage(rows) }
  const { members, width, actual } = record
  const add = (
    tally: Tally,
    { cells, inside }: Coverage,
    c: number,
    q: Float32Array,
    at: number,
    mean: number,
  ): void => {
    const before = tally.inside
    score(tally, levels, actual[c], q, at, mean)
    cells[record.row[c]]++
    inside[record.row[c]] += tally.inside - before
  }
  for (let c = 0; c < record.size; c++) {
    if (record.origin[c] >= later) continue
    const at = c * members + best
    add(together, coverage.together, c, quantiles, c * width, blendMean(record, blend, c))
    add(alone, coverage.alone, c, record.quantiles, at * width, record.means[at])
  }
  return { together, alone, coverage, origins: later }
}

/** The member of least loss over some cells, the first of equals. */
function bestMember(record: ForecastRecord, levels: Levels, cells: Int32Array, usable: readonly number[]): number {
  const { members, width, actual, quantiles } = record
  const tallies = usable.map((m) => {
    const tally = emptyTally(MEMBERS[m], levels)
    for (const c of cells) score(tally, levels, actual[c], quantiles, (c * members + m) * width, 0)
    return tally
  })
  return usable[tallies.reduce((best, tally, i) => (lossOf(tally) < lossOf(tallies[best]) ? i : best), 0)]
}
