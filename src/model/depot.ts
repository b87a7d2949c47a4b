import type { Grams, Millilitres, Packs, Seconds } from './units.ts'
import type { Day } from './day.ts'
import type { Ubigeo } from './ubigeo.ts'

export const DEPOT_LEVELS = ['national', 'regional', 'forward'] as const
export type DepotLevel = (typeof DEPOT_LEVELS)[number]

/** A warehouse. Its networks are those of the place it stands in. */
export interface Depot {
  readonly id: string
  readonly name: string
  readonly level: DepotLevel
  readonly ubigeo: Ubigeo
  readonly lat: number
  readonly lon: number
  /** Times of day between which vehicles are loaded. */
  readonly opens: Seconds
  readonly closes: Seconds
  /** Vehicles that can be loaded at once. */
  readonly docks: number
  /** Time to load one vehicle. */
  readonly loadS: Seconds
  readonly parent: string | null
  readonly capacityG: Grams | null
  readonly capacityMl: Millilitres | null
}

/** Packs of one product with one expiry, in one depot. */
export interface Lot {
  readonly depot: string
  readonly product: string
  readonly lot: string
  readonly packs: Packs
  /** Last day of use; null: does not spoil. */
  readonly expires: Day | null
  /** Day it is in the depot; null: it is there. */
  readonly arrives: Day | null
  /** Prefix of the ubigeos it is reserved for. */
  readonly earmark: string | null
}
