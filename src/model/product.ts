import type { Grams, Millilitres, Packs } from './units.ts'

/** A kind of aid, stored and carried in whole packs. Demand is counted in its unit. */
export interface Product {
  readonly id: string
  readonly name: string
  /** What demand counts: ration, kit, set. */
  readonly unit: string
  /** Units in one pack. */
  readonly pack: number
  /** Mass and volume of one pack. */
  readonly massG: Grams
  readonly volumeMl: Millilitres
  readonly shelfLifeDays: number | null
  /** People that one unit serves. */
  readonly persons: number
  /** Days for which it serves them. */
  readonly days: number
  /** Packs that a depot keeps back. */
  readonly criticalPacks: Packs
  /** Prefix of the ubigeos it is reserved for. */
  readonly earmark: string | null
}
