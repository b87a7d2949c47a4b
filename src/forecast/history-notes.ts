import type { DemandPanel } from '../model/demand.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import { loansOf } from './loans.ts'
import type { ProductHistory } from './product-history.ts'
import { knownMonths } from './standing.ts'

/** Who borrows from where, and who has nobody to borrow from. */
export function notesOfHistory(panel: DemandPanel, known: ProductHistory): readonly ForecastNote[] {
  const { product, rows, group, end } = known
  if (end === 0) return [{ code: 'product-without-history', product }]
  const codes = rows.map((s) => panel.series[s].ubigeo)
  const months = knownMonths(group, end)
  const loans = loansOf(codes, group, end)
  const borrowing = new Set(loans.map((loan) => loan.row))
  const alone = codes.filter((_, row) => months[row] === 0 && !borrowing.has(row))
  const notes: ForecastNote[] = alone.length === 0 ? [] : [{ code: 'places-without-history', product, ubigeos: alone }]
  for (const young of [false, true])
    for (const [from, like] of Map.groupBy(
      loans.filter((loan) => loan.months > 0 === young),
      (loan) => loan.from,
    )) {
      const code = young ? 'young-places-borrow' : 'new-places-borrow'
      notes.push({ code, product, from, lenders: like[0].lenders.length, ubigeos: like.map(({ row }) => codes[row]) })
    }
  return notes
}
