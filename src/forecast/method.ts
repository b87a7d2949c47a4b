import type { MethodName } from '../model/forecast.ts'
import { type Calibration, calibrated } from './calibration.ts'
import { type Blend, combination } from './combination.ts'
import type { Member } from './member.ts'
import type { Agreement } from './reconcile/agreement.ts'

/** How a product is forecast, as plain data: what the backtest found and the forecast follows. */
export interface Method {
  /** Names of the members that took part, in the order of the weights. */
  readonly members: readonly MethodName[]
  /** The member that is taken where none are combined: an index into `members`. */
  readonly member: number
  /** Weights by class of demand, where members are combined. */
  readonly blend?: Blend
  readonly calibration?: Calibration
  /** How places and their sums are made to agree, where that could be tested. */
  readonly agreement?: Agreement
}

export const nameOf = ({ blend, members, member }: Method): MethodName => (blend ? 'combination' : members[member])

/** Whether all members that a method names are there: networks may be gone since. */
export const isComplete = (method: Method, members: readonly Member[]): boolean =>
  method.members.every((name) => members.some((member) => member.name === name))

/** The method at work. @param members those it names, in its order; others may stand among them */
export function memberOf(method: Method, members: readonly Member[]): Member {
  const own = method.members.map((name) => {
    const found = members.find((member) => member.name === name)
    if (found === undefined) throw new Error(`the method needs the member ${name}`)
    return found
  })
  const raw = method.blend ? combination(own, method.blend) : own[method.member]
  return method.calibration ? calibrated(raw, method.calibration) : raw
}
