import { formatDay, firstDay, lastDay } from '../model/day.ts'
import type { Grant } from '../model/allocation.ts'
import type { Lot } from '../model/depot.ts'
import { formatMonth, type Month } from '../model/month.ts'
import type { Plan } from '../model/plan.ts'
import { type Book, key } from './book.ts'
import type { Report } from './violation.ts'

const grantAt = (g: Grant): string => `ubigeo ${g.ubigeo} ${g.product} ${formatMonth(g.period)} lot ${g.lot}`

/** A lot serves a month when it is in the depot from its first day on and may be used to its last. */
const serves = (lot: Lot, month: Month): boolean =>
  (lot.arrives === null || lot.arrives <= firstDay(month)) && (lot.expires === null || lot.expires >= lastDay(month))

const sum = (lots: readonly Lot[]): number => lots.reduce((packs, lot) => packs + lot.packs, 0)

/** Every grant comes from a lot that is there, may be used and is meant for the place; no depot gives more than it may. */
export function checkStock(plan: Plan, book: Book, report: Report): void {
  const lots = Map.groupBy(plan.lots, (lot) => key(lot.depot, lot.product, lot.lot))
  for (const grant of plan.allocation.grants) {
    const here = lots.get(key(grant.depot, grant.product, grant.lot))
    if (!here) {
      report('lot', grantAt(grant), `a lot of ${grant.product} in depot ${grant.depot}`, grant.lot)
      continue
    }
    if (!here.some((lot) => serves(lot, grant.period))) {
      const span = here.map((l) => [l.arrives, l.expires].map((d) => (d === null ? '…' : formatDay(d))).join(' – '))
      report('expiry', grantAt(grant), `usable all through ${formatMonth(grant.period)}`, span.join(', '))
    }
    const earmarks = [...here.map((lot) => lot.earmark), book.product(grant.product)?.earmark ?? null]
    const others = earmarks.find((prefix) => prefix !== null && !grant.ubigeo.startsWith(prefix))
    if (others !== undefined) report('earmark', grantAt(grant), `ubigeo ${others}…`, grant.ubigeo)
  }

  const ofLot = Map.groupBy(plan.allocation.grants, (g) => key(g.depot, g.product, g.lot))
  for (const [name, grants] of ofLot) {
    const here = lots.get(name)
    const granted = grants.reduce((packs, g) => packs + g.packs, 0)
    const [g] = grants
    if (g && here && granted > sum(here)) {
      report('stock', `depot ${g.depot} ${g.product} lot ${g.lot}`, `≤ ${sum(here)}`, granted)
    }
  }

  const inDepot = Map.groupBy(plan.lots, (lot) => key(lot.depot, lot.product))
  const fromDepot = Map.groupBy(plan.allocation.grants, (g) => key(g.depot, g.product))
  for (const [name, grants] of fromDepot) {
    const stock = sum(inDepot.get(name) ?? [])
    const left = stock - grants.reduce((packs, g) => packs + g.packs, 0)
    const [g] = grants
    const kept = Math.min(stock, (g && book.product(g.product)?.criticalPacks) ?? 0)
    // A depot that gives more than it has is told above.
    if (g && left >= 0 && left < kept) report('critical-level', `depot ${g.depot} ${g.product}`, `≥ ${kept}`, left)
  }
}
