import { byText } from '../kernel/order.ts'
import type { DemandPanel, SeriesKey } from '../model/demand.ts'
import type { Month } from '../model/month.ts'
import { CENSORED, MISSING, OBSERVED } from '../model/observation.ts'

/** The months of the panel. */
export interface Axis {
  readonly first: Month
  readonly months: number
}

/** What is known of each series × month (row-major): the sum, and how many facts speak for it. */
export interface Cells {
  readonly series: readonly SeriesKey[]
  readonly sum: Float64Array
  readonly known: Uint32Array
  /** Facts without a number: with them the sum is only a lower bound. */
  readonly unknown: Uint32Array
  readonly censored: Uint8Array
}

export function emptyCells(series: readonly SeriesKey[], months: number): Cells {
  const n = series.length * months
  return {
    series,
    sum: new Float64Array(n),
    known: new Uint32Array(n),
    unknown: new Uint32Array(n),
    censored: new Uint8Array(n),
  }
}

/** Adds one fact: a weighted number, or one that is not known (NaN or MISSING). */
export function addFact(cells: Cells, at: number, value: number, weight: number, status: number): void {
  if (Number.isNaN(value) || status === MISSING) cells.unknown[at]! += 1
  else {
    cells.sum[at]! += weight * value
    cells.known[at]! += 1
    if (status === CENSORED) cells.censored[at] = 1
  }
}

/** One panel of cells that share no series, sorted by ubigeo and product. A cell of which nothing is known is missing. */
export function panelOf(parts: readonly Cells[], axis: Axis): DemandPanel {
  const { first, months } = axis
  const rows = parts.flatMap((part) => part.series.map((key, row) => ({ key, part, row })))
  rows.sort((a, b) => byText(a.key.ubigeo, b.key.ubigeo) || byText(a.key.product, b.key.product))
  const quantity = new Float64Array(rows.length * months)
  const status = new Uint8Array(rows.length * months)
  rows.forEach(({ part, row }, s) => {
    for (let t = 0; t < months; t++) {
      const from = row * months + t
      const to = s * months + t
      const known = part.known[from]! > 0
      quantity[to] = known ? part.sum[from]! : Number.NaN
      status[to] = !known ? MISSING : part.unknown[from]! > 0 || part.censored[from] ? CENSORED : OBSERVED
    }
  })
  return { series: rows.map((r) => r.key), first, months, quantity, status }
}
