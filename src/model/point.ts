import type { Network } from './access.ts'
import type { Seconds } from './units.ts'
import type { Ubigeo } from './ubigeo.ts'

/** Where aid is handed over. */
export interface Point {
  readonly id: string
  readonly name: string
  readonly ubigeo: Ubigeo
  readonly lat: number
  readonly lon: number
  readonly persons: number
  /** Times of day between which a service may begin; null: any time of a shift. */
  readonly opens: Seconds | null
  readonly closes: Seconds | null
  readonly serviceS: Seconds
  /** Its own networks; null: those of its place. */
  readonly access: readonly Network[] | null
  /** A vehicle must have this skill; null: any vehicle may serve it. */
  readonly kind: string | null
}
