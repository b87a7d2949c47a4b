import { backtest, lossOf, type Tally } from './backtest.ts'
import { calibrated, fitCalibration } from './calibration.ts'
import { type Blend, blendMean, blendRecord, combination, fitBlend } from './combination.ts'
import { type Group, historyAt } from './history.ts'
import type { Levels } from './levels.ts'
import type { Member } from './member.ts'
import { FALLBACK, YARDSTICK } from './members.ts'
import { cellsWhere, memberRecord } from './record.ts'
import { emptyMeans, type PastMeans, pastMeans } from './reconcile/past-means.ts'
import { pastMethods } from './past-methods.ts'
import type { Schedule } from './schedule.ts'
import { type Coverage, emptyCoverage, nestedTrial } from './trial.ts'

/** The method of a group, and how it was found. */
export interface Fitted {
  readonly member: Member
  /** The method as it would have been at each origin that was done, latest first. */
  readonly past: readonly Member[]
  readonly tallies: readonly Tally[]
  /** Origins that were done; 0 where nothing could be scored. */
  readonly origins: number
  /** Origins on which the combination was scored. */
  readonly combinationOrigins: number
  /** Weights by class of demand, where the combination is the method. */
  readonly blend?: Blend
  /** Of the method, over the origins of the trial. */
  readonly coverage: Coverage
  /** What the method, as it is now, would have forecast at the origins that were done. */
  readonly means: PastMeans
}

/** Fewer origins leave nothing to hold a combination against. */
const ENOUGH_FOR_TRIAL = 3

/** Counts whose usual size is below this jump from quantile to quantile. */
const SMALL_COUNT = 50

/** Whether all values are whole multiples of their quantum, and usually of few. */
function isCount(group: Group, end: number): boolean {
  const { quantum } = historyAt(group, end, new Float64Array(group.steps))
  const positive: number[] = []
  for (let i = 0; i < group.rows; i++)
    for (let t = 0; t < end; t++) {
      const value = group.values[i * group.steps + t] / quantum
      if (Number.isNaN(value)) continue
      if (Math.abs(value - Math.round(value)) > 1e-6 * Math.max(1, value)) return false
      if (value > 0) positive.push(value)
    }
  return positive.length === 0 || positive.sort((a, b) => a - b)[positive.length >> 1] < SMALL_COUNT
}

/**
 * The method of a group: whatever members are given take part, networks as well as statistics.
 *
 * Scores every member over the origins, and the combination of them over the latest third. The method is the combination where combining would have
 * been better there than taking the best member, else the member of least loss over all origins, the first of equals. It is put right by what the whole
 * record shows where that would have been better there.
 */
export function fitGroup(
  group: Group,
  plan: Schedule,
  end: number,
  levels: Levels,
  members: readonly Member[],
  afterOrigin: () => boolean,
): Fitted {
  const coverage = emptyCoverage(group.rows)
  const means = emptyMeans(group.rows, plan.horizon, 0)
  const nothing = { member: FALLBACK, past: [], tallies: [], origins: 0, combinationOrigins: 0, coverage, means }
  if (plan.origins.length === 0) return nothing
  const { record, tallies, origins } = backtest(group, plan, members, levels, afterOrigin)
  const scored = tallies.filter((tally) => tally.cells > 0)
  if (scored.length === 0) return { ...nothing, origins }
  let best = scored[0]
  for (const tally of scored) if (tally.member !== YARDSTICK && lossOf(tally) < lossOf(best)) best = tally

  if (origins < ENOUGH_FOR_TRIAL) {
    const past = Array.from({ length: origins }, () => best.member)
    const one = members.indexOf(best.member)
    const told = pastMeans(record, group.rows, plan.horizon, origins, (c) => record.means[c * members.length + one])
    return { ...nothing, member: best.member, past, tallies: scored, origins, means: told }
  }

  const usable = members.flatMap((member, m) => (member === YARDSTICK ? [] : [m]))
  const counts = isCount(group, end)
  const { floor } = historyAt(group, end, new Float64Array(group.steps))
  const every = cellsWhere(record, () => true)
  const blend = fitBlend(record, levels, every, usable)
  const whole = combination(members, blend)
  const input = { record, members, rows: group.rows, plan, done: origins, levels, usable, counts, floor }
  const trial = nestedTrial(input)
  const way = trial.best
  const chosen = way.combined ? whole : best.member
  const raw = way.combined ? blendRecord(record, blend) : memberRecord(record, members.indexOf(chosen))
  const repair = fitCalibration(record, levels, raw, every, counts)
  const together = trial.candidates.find((c) => c.combined && c.calibrated === way.calibrated)
  return {
    member: way.calibrated ? calibrated(chosen, repair) : chosen,
    past: pastMethods(input, { ...way, member: members.indexOf(best.member) }),
    tallies: together ? [...scored, together.tally] : scored,
    origins,
    combinationOrigins: trial.origins,
    coverage: way.coverage,
    means: pastMeans(record, group.rows, plan.horizon, origins, (c) =>
      way.combined ? blendMean(record, blend, c) : record.means[c * members.length + members.indexOf(chosen)],
    ),
    ...(way.combined ? { blend } : {}),
  }
}
