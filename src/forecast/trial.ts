import { emptyTally, lossOf, score, type Tally } from './backtest.ts'
import { bestOf } from './best-member.ts'
import { calibrateRecord, fitCalibration } from './calibration.ts'
import { blendMean, blendRecord, combination, fitBlend } from './combination.ts'
import type { Levels } from './levels.ts'
import type { Member } from './member.ts'
import { cellsWhere, type ForecastRecord, memberRecord } from './record.ts'
import type { Schedule } from './schedule.ts'

/** How often what came lay between the 0.1 and the 0.9 quantile, by row of the group. */
export interface Coverage {
  readonly cells: Int32Array
  readonly inside: Int32Array
}

/** One way to make a method of the members, and how it did. */
interface Candidate {
  /** The combination, not the best member. */
  readonly combined: boolean
  readonly calibrated: boolean
  readonly tally: Tally
  readonly coverage: Coverage
}

export interface Trial {
  /** All four ways, on the same cells. */
  readonly candidates: readonly Candidate[]
  /** Every member by itself, as it is, on those cells too. */
  readonly alone: readonly Tally[]
  /** Of least loss, the first of equals; calibrated where that costs little. */
  readonly best: Candidate
  readonly origins: number
}

/** What a trial is made of. */
export interface TrialInput {
  readonly record: ForecastRecord
  /** In the order of the record. */
  readonly members: readonly Member[]
  readonly rows: number
  readonly plan: Schedule
  /** Origins of the plan that were done. */
  readonly done: number
  readonly levels: Levels
  /** Indexes of members that may be chosen. */
  readonly usable: readonly number[]
  readonly counts: boolean
  readonly floor: number
}

/** Intervals that hold what they promise may cost up to a twentieth of the loss. */
const PROMISE = 1.05

export const emptyCoverage = (rows: number): Coverage => ({ cells: new Int32Array(rows), inside: new Int32Array(rows) })

/**
 * Which is better, to take the best member or to combine them, and to calibrate or not? All is fitted on the earlier origins, and there only on what
 * had come before the first origin it is scored on; it is scored on the latest third. Calibrated where that is better or costs little.
 */
export function nestedTrial(input: TrialInput): Trial {
  const { record, members, rows, plan, done, levels, usable, counts, floor } = input
  const later = Math.ceil(done / 3)
  const first = plan.origins[later - 1]
  const earlier = cellsWhere(record, (c) => record.origin[c] >= later && record.target[c] < first)
  const blend = fitBlend(record, levels, earlier, usable)
  const one = bestMember(record, members, levels, earlier, usable)
  const { means } = record
  const ways = [
    { combined: false, raw: memberRecord(record, one), mean: (c: number) => means[c * members.length + one] },
    { combined: true, raw: blendRecord(record, blend), mean: (c: number) => blendMean(record, blend, c) },
  ]
  const candidates = ways.flatMap(({ combined, raw, mean }) =>
    [true, false].map((calibrated): Candidate => {
      const repair = fitCalibration(record, levels, raw, earlier, counts)
      const quantiles = calibrated ? calibrateRecord(record, levels, raw, repair, floor) : raw
      const tally = emptyTally(combined ? combination(members, blend) : members[one], levels)
      return { combined, calibrated, tally, coverage: scoreLatest(record, rows, later, levels, quantiles, mean, tally) }
    }),
  )
  const least = candidates.reduce((a, b) => (lossOf(b.tally) < lossOf(a.tally) ? b : a))
  const kept = candidates.find(({ combined, calibrated }) => calibrated && combined === least.combined)
  const best = kept && lossOf(kept.tally) <= PROMISE * lossOf(least.tally) ? kept : least
  return {
    candidates,
    alone: aloneOn(
      record,
      members,
      levels,
      cellsWhere(record, (c) => record.origin[c] < later),
    ),
    best,
    origins: later,
  }
}

function scoreLatest(
  record: ForecastRecord,
  rows: number,
  later: number,
  levels: Levels,
  quantiles: Float32Array,
  meanOf: (cell: number) => number,
  tally: Tally,
): Coverage {
  const coverage = emptyCoverage(rows)
  for (let c = 0; c < record.size; c++) {
    if (record.origin[c] >= later) continue
    const before = tally.inside
    score(tally, levels, record.actual[c], quantiles, c * record.width, meanOf(c))
    coverage.cells[record.row[c]]++
    coverage.inside[record.row[c]] += tally.inside - before
  }
  return coverage
}

/** Index of the best member over some cells. */
function bestMember(
  record: ForecastRecord,
  members: readonly Member[],
  levels: Levels,
  cells: Int32Array,
  usable: readonly number[],
): number {
  const tallies = aloneOn(record, members, levels, cells)
  return members.indexOf(bestOf(usable.map((m) => tallies[m])).member)
}

/** What each member did on some cells. */
function aloneOn(
  record: ForecastRecord,
  members: readonly Member[],
  levels: Levels,
  cells: Int32Array,
): readonly Tally[] {
  const { width, actual, quantiles, means } = record
  return members.map((member, m) => {
    const tally = emptyTally(member, levels)
    for (const c of cells) {
      const at = c * members.length + m
      score(tally, levels, actual[c], quantiles, at * width, means[at])
    }
    return tally
  })
}
