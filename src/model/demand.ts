import type { Month } from './month.ts'
import type { Ubigeo } from './ubigeo.ts'

export interface SeriesKey {
  readonly ubigeo: Ubigeo
  readonly product: string
}

/** Of the places of a node, the share that must be observed in a month for their sum to be told as the node's: below it the sum is too small. */
export const WHOLE = 0.95

/** What was needed, per place, product and month. */
export interface DemandPanel {
  /** Sorted by ubigeo, then product. */
  readonly series: readonly SeriesKey[]
  readonly first: Month
  readonly months: number
  /** series × months, row-major, in the product's unit; NaN where missing. */
  readonly quantity: Float64Array
  /** series × months: OBSERVED, CENSORED (a number that will still grow) or MISSING. */
  readonly status: Uint8Array
}
