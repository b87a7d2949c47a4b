import type { Plan } from '../model/plan.ts'
import { bookOf } from './book.ts'
import { checkCapacity } from './capacity.ts'
import { checkHandover } from './handover.ts'
import { checkHashes } from './hashes.ts'
import { checkLoading } from './loading.ts'
import { checkPacks } from './packs.ts'
import { checkStock } from './stock.ts'
import { checkTimetable } from './timetable.ts'
import { checkTotals } from './totals.ts'
import { checkTourSums } from './tour-sums.ts'
import type { Violation } from './violation.ts'
import { checkWays } from './ways.ts'

/**
 * Verifies a plan from the nouns alone, with nothing of the code that made it.
 * Each figure is compared with the ones it follows from as the plan states them, so that one mistake is told once.
 * @param hashes SHA-256 found now, by path; `undefined` where the file is gone. Inputs that are not named are not compared.
 * @returns what is wrong, always in the same order; empty when the plan holds
 */
export function checkPlan(plan: Plan, hashes: ReadonlyMap<string, string | undefined>): readonly Violation[] {
  const found: Violation[] = []
  const book = bookOf(plan)
  const report = (kind: Violation['kind'], where: string, expected: string | number, is: string | number) =>
    void found.push({ kind, where, expected: String(expected), found: String(is) })
  checkStock(plan, book, report)
  checkPacks(plan, book, report)
  checkHandover(plan, book, report)
  checkCapacity(plan, book, report)
  checkLoading(plan, book, report)
  checkTimetable(plan, book, report)
  checkWays(plan, book, report)
  checkTourSums(plan, book, report)
  checkTotals(plan, report)
  checkHashes(plan, hashes, report)
  return found
}
