import { fitCalibration } from './calibration.ts'
import { blendRecord, fitBlend } from './combination.ts'
import type { Method } from './method.ts'
import { cellsWhere, memberRecord } from './record.ts'
import type { TrialInput } from './trial.ts'

/** How a method is made of the members. */
export interface Way {
  readonly combined: boolean
  readonly calibrated: boolean
  /** Index of the member that is taken where none are combined. */
  readonly member: number
}

/** Origins that share weights and calibration; they are those of the earliest of them. */
const SHARED = 4

/**
 * The method in use as it would have been at each origin that was done, latest first: weights and calibration are fitted on what had come before
 * the origin. Of today are only the way itself and whether demand comes in small counts. Where nothing had come yet, all members weigh the same and
 * nothing is put right.
 */
export function pastMethods({ record, members, plan, done, levels, usable, counts }: PastInput, way: Way): Method[] {
  const alone: Method = { members: members.map((member) => member.name), member: way.member }
  if (!way.combined && !way.calibrated) return Array.from({ length: done }, () => alone)
  const past: Method[] = []
  for (let k = 0; k < done; k += SHARED) {
    const next = Math.min(k + SHARED, done)
    const first = plan.origins[next - 1]
    const known = cellsWhere(record, (c) => record.target[c] < first)
    const blend = way.combined ? fitBlend(record, levels, known, usable) : undefined
    const told = (): Float32Array => (blend ? blendRecord(record, blend) : memberRecord(record, way.member))
    const method: Method = {
      ...alone,
      ...(blend ? { blend } : {}),
      ...(way.calibrated ? { calibration: fitCalibration(record, levels, told(), known, counts) } : {}),
    }
    for (let i = k; i < next; i++) past.push(method)
  }
  return past
}

type PastInput = Omit<TrialInput, 'rows' | 'floor'>
