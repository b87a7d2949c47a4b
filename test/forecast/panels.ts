import { negativeBinomial, seedFor, stream } from '../../src/kernel/random.ts'
import { byText } from '../../src/kernel/order.ts'
import type { DemandPanel } from '../../src/model/demand.ts'
import { monthOf } from '../../src/model/month.ts'
import { CENSORED, MISSING, OBSERVED } from '../../src/model/observation.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'

/** `null` is missing; `[value]` is censored. */
export type Cell = number | null | readonly [number]

/** A panel from January 2018 on; keys are `ubigeo product`, rows in any order. */
export function panelOf(rows: Readonly<Record<string, readonly Cell[]>>): DemandPanel {
  const keys = Object.keys(rows).sort(byText)
  const months = Math.max(0, ...keys.map((key) => rows[key]!.length))
  const cells = keys.flatMap((key) => Array.from({ length: months }, (_, t): Cell => rows[key]![t] ?? null))
  return {
    series: keys.map((key) => ({ ubigeo: ubigeo(key.split(' ')[0]!), product: key.split(' ')[1]! })),
    first: monthOf(2018, 1),
    months,
    quantity: Float64Array.from(cells, (c) => (c === null ? Number.NaN : typeof c === 'number' ? c : c[0])),
    status: Uint8Array.from(cells, (c) => (c === null ? MISSING : typeof c === 'number' ? OBSERVED : CENSORED)),
  }
}

export const code = (i: number): string => String(10_101 + 100 * i).padStart(6, '0')

/** Independent negative binomials, one mean per place. */
export function simulated(places: number, months: number, seed: number, mean = (i: number): number => 1 + i) {
  const rows: Record<string, number[]> = {}
  for (let i = 0; i < places; i++) {
    const random = stream(seedFor(seed, code(i)))
    rows[`${code(i)} p`] = Array.from({ length: months }, () => negativeBinomial(random, mean(i), 2))
  }
  return rows
}

/** The window that follows the panel. */
export const after = (panel: DemandPanel, months = 3) => ({ from: monthOf(2018, 1 + panel.months), months })
