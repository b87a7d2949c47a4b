import { byText } from '../kernel/order.ts'
import type { DemandPanel } from '../model/demand.ts'
import { type Group, observedValues } from './history.ts'
import { neighboursOf } from './neighbours.ts'
import { standing } from './standing.ts'

/** The rows of one product, and what was observed of them before the window. */
export interface ProductHistory {
  readonly product: string
  /** Indexes into the panel's series. */
  readonly rows: readonly number[]
  /** The same rows × the panel's months. */
  readonly group: Group
  /** First observed column, and the one after the last, before the window; equal where there is none. */
  readonly start: number
  readonly end: number
  /** Rows of the group that {@link standing stand by themselves} before the window: sums are made of them. */
  readonly standing: readonly number[]
}

/** @param before column at which the window begins; nothing from there on is looked at */
export function productHistories(panel: DemandPanel, before: number): readonly ProductHistory[] {
  const byProduct = new Map<string, number[]>()
  panel.series.forEach(({ product }, s) => {
    const rows = byProduct.get(product)
    if (rows) rows.push(s)
    else byProduct.set(product, [s])
  })
  return [...byProduct.keys()].sort(byText).map((product) => {
    const rows = byProduct.get(product)!
    const values = observedValues(panel, rows)
    let start = before
    let end = 0
    for (let i = 0; i < rows.length; i++)
      for (let t = 0; t < before; t++)
        if (!Number.isNaN(values[i * panel.months + t])) {
          start = Math.min(start, t)
          end = Math.max(end, t + 1)
        }
    const neighbours = neighboursOf(rows.map((s) => panel.series[s].ubigeo))
    const group = { rows: rows.length, steps: panel.months, cycle: 12, values, neighbours }
    return { product, rows, group, start: Math.min(start, end), end, standing: standing(group, end) }
  })
}
