import { formatMonth, month } from '../model/month.ts'
import type { Cells } from './csv.ts'
import type { Disasters } from './disasters.ts'
import { PRODUCTS, type ProductId } from './products.ts'

/** Persons that one ration or kit serves. */
const FAMILY = 5

/** What a province asked for in a month, in units of the product (DATA §4), and for how many persons. */
export function asked(events: Disasters, product: ProductId, cell: number): { quantity: number; persons: number } {
  const { affected, cold, houses, homeless } = events
  const persons = (of: Float64Array): { quantity: number; persons: number } => {
    const n = of[cell] as number
    return { quantity: Math.round(n / FAMILY), persons: n }
  }
  if (product === 'alimentos') return persons(affected)
  if (product === 'abrigo') return persons(cold)
  if (product === 'higiene') return persons(homeless)
  return { quantity: houses[cell] as number, persons: (houses[cell] as number) * FAMILY }
}

/** One row for each month with demand; zeros are written only in the first and last month, so that the file tells its span. */
export function demandRows(events: Disasters): readonly Cells[] {
  const rows: Cells[] = []
  const { provinces, first, months } = events
  for (let t = 0; t < months; t++) {
    for (const [p, province] of provinces.entries()) {
      for (const { id } of PRODUCTS) {
        const { quantity, persons } = asked(events, id, p * months + t)
        if (quantity === 0 && t > 0 && t < months - 1) continue
        const period = formatMonth(month(first + t))
        rows.push({ period, ubigeo: province.ubigeo, product: id, quantity, persons })
      }
    }
  }
  return rows
}
