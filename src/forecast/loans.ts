import { levelOf, liesIn, parentOf, type Ubigeo } from '../model/ubigeo.ts'
import type { Group } from './history.ts'
import { knownMonths, standing } from './standing.ts'

/** A place that does not stand by itself, and the places whose draws it takes. */
export interface Loan {
  readonly row: number
  /** Months known of it. */
  readonly months: number
  /** The node in which its lenders lie: the narrowest around it with enough of them. */
  readonly from: Ubigeo
  /** Rows of places of its own level that stand by themselves. */
  readonly lenders: readonly number[]
}

/** Fewer lenders lend their own luck. On the register five in the department are better than two or three in the province. */
const ENOUGH = 5

/**
 * Who borrows from whom before a column. A place with nobody of its level to borrow from has no loan.
 * @param codes places of the rows
 */
export function loansOf(codes: readonly Ubigeo[], group: Group, before: number): readonly Loan[] {
  const able = standing(group, before)
  const known = knownMonths(group, before)
  const lending = new Set(able)
  return codes.flatMap((code, row): readonly Loan[] => {
    if (lending.has(row)) return []
    const peers = able.filter((lender) => levelOf(codes[lender]) === levelOf(code))
    let found: Loan | undefined
    for (let from = parentOf(code); from !== undefined; from = parentOf(from)) {
      if (found !== undefined && found.lenders.length >= ENOUGH) break
      const node = from
      const lenders = peers.filter((lender) => liesIn(codes[lender], node))
      if (lenders.length > (found?.lenders.length ?? 0)) found = { row, months: known[row], from, lenders }
    }
    return found === undefined ? [] : [found]
  })
}
