import { formatMonth, type Month } from '../model/month.ts'
import type { Plan } from '../model/plan.ts'
import { type Book, key } from './book.ts'
import type { Report } from './violation.ts'

interface Entry {
  readonly ubigeo: string
  readonly product: string
  readonly period: Month
  readonly packs: number
}

const at = (e: Entry): string => `ubigeo ${e.ubigeo} ${e.product} ${formatMonth(e.period)}`
const cell = (e: Entry): string => key(e.ubigeo, e.product, e.period)
const whole = (packs: number, least: number): boolean => Number.isSafeInteger(packs) && packs >= least

/** Sums of many doubles differ in the last digits with their order; a half that is off by less may go either way. */
const SLACK = 1e-6

/** Packs are whole; need follows from its quantity; what is granted and what is missing make up the need. */
export function checkPacks(plan: Plan, book: Book, report: Report): void {
  const { grants, shortfalls } = plan.allocation
  const { from, months } = plan.window
  const met = new Map<string, number>()
  for (const entry of [...grants, ...shortfalls]) {
    if (!whole(entry.packs, 1)) report('packs', at(entry), 'a whole number > 0', entry.packs)
    met.set(cell(entry), (met.get(cell(entry)) ?? 0) + entry.packs)
  }

  const needed = new Set<string>()
  for (const need of plan.needs) {
    if (!whole(need.packs, 0)) report('need', at(need), 'a whole number ≥ 0', need.packs)
    if (need.period < from || need.period >= from + months) {
      report('need', at(need), `${formatMonth(from)} and ${months} months`, formatMonth(need.period))
    }
    if (needed.has(cell(need))) report('need', at(need), 'one need', 'several')
    else if ((met.get(cell(need)) ?? 0) !== need.packs) report('packs', at(need), need.packs, met.get(cell(need)) ?? 0)
    needed.add(cell(need))
  }
  for (const entry of [...grants, ...shortfalls]) {
    if (!needed.has(cell(entry))) report('packs', at(entry), 'a need', `none for ${entry.packs} packs`)
  }

  for (const needs of Map.groupBy(plan.needs, (n) => key(n.ubigeo, n.product)).values()) {
    const [first] = needs
    if (!first) continue
    const product = book.product(first.product)
    if (!product) {
      report('need', at(first), 'a product of the plan', first.product)
      continue
    }
    const exact = needs.reduce((quantity, n) => quantity + n.quantity, 0) / product.pack
    const found = needs.reduce((packs, n) => packs + n.packs, 0)
    const rounded = Math.floor(exact + 0.5)
    const slack = SLACK * Math.max(1, Math.abs(exact))
    if (found !== rounded && !(Math.abs(Math.abs(found - exact) - 0.5) <= slack)) {
      report('need', `ubigeo ${first.ubigeo} ${first.product}`, rounded, found)
    }
  }
}
