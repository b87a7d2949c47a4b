import { firstDay, monthOfDay } from '../../model/day.ts'
import type { Allocation, Grant, RuleName, Shortfall, ShortfallReason } from '../../model/allocation.ts'
import type { Month } from '../../model/month.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { centimos, packs } from '../../model/units.ts'
import { date, real, type Table, text, whole } from './table.ts'

/** A grant, or (depot and lot null) the reason why a place is short; a short row counts 0 packs, so that packs can be summed. */
export interface AllocationRow {
  readonly rule: string
  readonly ubigeo: string
  readonly product: string
  readonly period: Month
  readonly depot: string | null
  readonly lot: string | null
  readonly packs: number
  readonly reason: string | null
  readonly short: number
}

export const ALLOCATIONS: Table<AllocationRow> = {
  name: 'allocation',
  columns: [
    text('rule', 'rule of fairness', (a) => a.rule),
    text('ubigeo', 'place; a department stands for its region’s reserve', (a) => a.ubigeo),
    text('product', 'product', (a) => a.product),
    date('period', 'month', (a) => firstDay(a.period)),
    text('depot', 'depot the packs come from', (a) => a.depot),
    text('lot', 'lot the packs come from', (a) => a.lot),
    whole('packs', 'packs granted', (a) => a.packs),
    text('reason', 'why the place is short', (a) => a.reason),
    whole('short', 'packs short', (a) => a.short),
  ],
  read: (row) => ({
    rule: row.text('rule'),
    ubigeo: row.text('ubigeo'),
    product: row.text('product'),
    period: monthOfDay(row.day('period')),
    depot: row.textOrNull('depot'),
    lot: row.textOrNull('lot'),
    packs: row.number('packs'),
    reason: row.textOrNull('reason'),
    short: row.number('short'),
  }),
}

export interface RuleCost {
  readonly rule: RuleName
  readonly cost: number
}

export const RULE_COSTS: Table<RuleCost> = {
  name: 'rules',
  columns: [
    text('rule', 'rule of fairness', (r) => r.rule),
    real('cost', 'of carrying the grants by the cheapest allowed leg [S/]', (r) => r.cost / 100),
  ],
  read: (row) => ({ rule: row.text('rule') as RuleName, cost: Math.round(row.number('cost') * 100) }),
}

export function allocationRows(allocation: Allocation): readonly AllocationRow[] {
  const { rule } = allocation
  return [
    ...allocation.grants.map((g) => ({ ...g, rule, reason: null, short: 0 })),
    ...allocation.shortfalls.map((s) => ({ ...s, rule, depot: null, lot: null, packs: 0, short: s.packs })),
  ]
}

export function allocationOf(rule: RuleName, rows: readonly AllocationRow[], costs: readonly RuleCost[]): Allocation {
  const grants: Grant[] = []
  const shortfalls: Shortfall[] = []
  for (const row of rows) {
    if (row.rule !== rule) continue
    const at = { ubigeo: ubigeo(row.ubigeo), product: row.product, period: row.period }
    if (row.reason !== null) shortfalls.push({ ...at, packs: packs(row.short), reason: row.reason as ShortfallReason })
    else grants.push({ ...at, depot: row.depot ?? '', lot: row.lot ?? '', packs: packs(row.packs) })
  }
  return { rule, grants, shortfalls, cost: centimos(costs.find((c) => c.rule === rule)?.cost ?? 0) }
}
