import type { Network } from './access.ts'
import type { Ubigeo } from './ubigeo.ts'

export type Region = 'coast' | 'highlands' | 'jungle'

/** A district of the directory that the user brings, or a province or department of the built-in gazetteer. */
export interface Place {
  readonly ubigeo: Ubigeo
  /** Code of the same place in RENIEC's book, where known. */
  readonly reniec: string | null
  readonly name: string
  /** Name of its province; of a department, null. */
  readonly province: string | null
  readonly department: string
  readonly level: 'department' | 'province' | 'district'
  /** Position of the capital, degrees. */
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number | null
  readonly population: number
  /** Share of people in poverty, 0–1. */
  readonly poverty: number | null
  /** Index of vulnerability, 0–1. */
  readonly vulnerability: number | null
  readonly region: Region | null
  readonly access: readonly Network[]
  /** File, or `gazetteer`. */
  readonly source: string
}
