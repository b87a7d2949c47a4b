import { saveCsv } from '../save-csv.ts'
import type { ShownPlace } from './need.ts'

interface TablePart {
  readonly product: string
  readonly month: string
  readonly columns: readonly string[]
}

/** The rows on screen, unrounded. */
export function saveTable(rows: readonly ShownPlace[], { product, month, columns }: TablePart): void {
  saveCsv(
    `panorama-${product}-${month}.csv`,
    columns,
    rows.map((p) => [
      p.ubigeo,
      p.name,
      p.province,
      p.department,
      product,
      month,
      p.need?.mean ?? null,
      p.need?.median ?? null,
      p.need?.low ?? null,
      p.need?.high ?? null,
      p.population,
    ]),
  )
}
