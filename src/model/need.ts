import type { Month } from './month.ts'
import type { Packs } from './units.ts'
import type { Ubigeo } from './ubigeo.ts'

/** The number to cover in one month (DATA §4); of a department, its region's reserve. */
export interface Need {
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly period: Month
  /** In the product's unit. */
  readonly quantity: number
  readonly packs: Packs
}
