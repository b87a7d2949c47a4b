import type { Centimos, Packs } from './units.ts'
import type { Month } from './month.ts'
import type { Ubigeo } from './ubigeo.ts'

export const RULES = ['least-cost', 'proportional'] as const
export type RuleName = (typeof RULES)[number]

/** Why a place gets less than its need. */
export const SHORTFALL_REASONS = [
  /** Nothing of the product in any depot. */
  'no-stock',
  /** Stock was shared out before it met the need of all. */
  'not-enough-stock',
  /** What is left is kept back as critical level, spoils too early, arrives too late or is earmarked for others. */
  'stock-not-usable',
  /** What is left lies in depots that do not serve the region. */
  'stock-elsewhere',
  /** No depot has a vehicle. */
  'no-vehicle',
  /** A pack is heavier or larger than any vehicle that reaches the place. */
  'too-heavy',
  /** No network of the place is shared with a depot that has a vehicle for it. */
  'not-reached',
] as const
export type ShortfallReason = (typeof SHORTFALL_REASONS)[number]

/** Packs of one lot for one place and month. */
export interface Grant {
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly period: Month
  readonly depot: string
  readonly lot: string
  readonly packs: Packs
}

export interface Shortfall {
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly period: Month
  readonly packs: Packs
  readonly reason: ShortfallReason
}

/** Who gets what under one rule. Grants of a place plus its shortfall are its need. */
export interface Allocation {
  readonly rule: RuleName
  readonly grants: readonly Grant[]
  readonly shortfalls: readonly Shortfall[]
  /** Of carrying the grants by the cheapest allowed leg. */
  readonly cost: Centimos
}
