import { backtest, type Tally } from './backtest.ts'
import { bestOf } from './best-member.ts'
import { fitCalibration } from './calibration.ts'
import { blendMean, blendRecord, fitBlend } from './combination.ts'
import { type Group, historyAt } from './history.ts'
import { isCount } from './counts.ts'
import type { Levels } from './levels.ts'
import type { Member } from './member.ts'
import { FALLBACK, YARDSTICK } from './members.ts'
import { type Method, memberOf } from './method.ts'
import { cellsWhere, memberRecord } from './record.ts'
import { emptyMeans, type PastMeans, pastMeans } from './reconcile/past-means.ts'
import { pastMethods } from './past-methods.ts'
import type { Schedule } from './schedule.ts'
import { type Coverage, emptyCoverage, nestedTrial } from './trial.ts'

/** The method of a group, and how it was found. */
export interface Fitted {
  readonly method: Method
  /** The method as it would have been at each origin that was done, latest first. */
  readonly past: readonly Member[]
  /** Of every member and of the combination, over the same origins, so that one can be held against the other. */
  readonly tallies: readonly Tally[]
  /** Origins of the tallies, the latest: those that the combination has not been fitted on. */
  readonly scoredOrigins: number
  /** Origins that were done; 0 where nothing could be scored. */
  readonly origins: number
  /** Of the method, over the origins of the trial. */
  readonly coverage: Coverage
  /** What the method, as it is now, would have forecast at the origins that were done. */
  readonly means: PastMeans
}

/** Fewer origins leave nothing to hold a combination against. */
const ENOUGH_FOR_TRIAL = 3

/**
 * The method of a group: whatever members are given take part, networks as well as statistics.
 *
 * Scores every member over the origins, and the combination of them over the latest third. The method is the combination where combining would have
 * been better there than taking the best member, else the best member over all origins. It is put right by what the whole
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
  const names = members.map((member) => member.name)
  const alone = (member: Member): Method => ({ members: names, member: members.indexOf(member) })
  const nothing = { method: alone(FALLBACK), past: [], tallies: [], origins: 0, scoredOrigins: 0, coverage, means }
  if (plan.origins.length === 0) return nothing
  const { record, tallies, origins } = backtest(group, plan, members, levels, afterOrigin)
  const scored = tallies.filter((tally) => tally.cells > 0)
  if (scored.length === 0) return { ...nothing, origins }
  const best = bestOf(scored.filter((tally) => tally.member !== YARDSTICK))

  if (origins < ENOUGH_FOR_TRIAL) {
    const past = Array.from({ length: origins }, () => best.member)
    const only = members.indexOf(best.member)
    const told = pastMeans(record, group.rows, plan.horizon, origins, (c) => record.means[c * members.length + only])
    return {
      ...nothing,
      method: alone(best.member),
      past,
      tallies: scored,
      scoredOrigins: origins,
      origins,
      means: told,
    }
  }

  const usable = members.flatMap((member, m) => (member === YARDSTICK ? [] : [m]))
  const counts = isCount(group, end)
  const { floor } = historyAt(group, end, new Float64Array(group.steps))
  const every = cellsWhere(record, () => true)
  const blend = fitBlend(record, levels, every, usable)
  const input = { record, members, rows: group.rows, plan, done: origins, levels, usable, counts, floor }
  const trial = nestedTrial(input)
  const way = trial.best
  const one = members.indexOf(best.member)
  const raw = way.combined ? blendRecord(record, blend) : memberRecord(record, one)
  const together = trial.candidates.find((c) => c.combined && c.calibrated === way.calibrated)
  // Of the latest origins nothing may have come.
  const told = together !== undefined && together.tally.cells > 0
  return {
    method: {
      ...alone(best.member),
      ...(way.combined ? { blend } : {}),
      ...(way.calibrated ? { calibration: fitCalibration(record, levels, raw, every, counts) } : {}),
    },
    past: pastMethods(input, { ...way, member: one }).map((method) => memberOf(method, members)),
    tallies: told ? [...trial.alone, together.tally] : scored,
    scoredOrigins: told ? trial.origins : origins,
    origins,
    coverage: way.coverage,
    means: pastMeans(record, group.rows, plan.horizon, origins, (c) =>
      way.combined ? blendMean(record, blend, c) : record.means[c * members.length + one],
    ),
  }
}
