import type { Month } from './month.ts'
import type { HazardType } from './observation.ts'
import type { Ubigeo } from './ubigeo.ts'

/** Known before it happens (holidays, planned campaigns), or only once it has (events, the state of the sea). */
export const COVARIATE_KINDS = ['known-ahead', 'past-only'] as const
export type CovariateKind = (typeof COVARIATE_KINDS)[number]

/** Name of the emergencies of a type in a month. */
export const eventsOf = (type: HazardType): string => `events_${type}`

export interface CovariateKey {
  readonly covariate: string
  readonly kind: CovariateKind
  /** Of a province, a department or the nation it holds for all places in it. */
  readonly ubigeo: Ubigeo
}

/** A number that a file gives, as it stands there. */
export interface CovariateFact extends CovariateKey {
  readonly period: Month
  /** NaN where the cell was blank. */
  readonly value: number
}

/** What is known of places beside their demand. */
export interface CovariatePanel {
  /** Sorted by covariate, then ubigeo. */
  readonly series: readonly CovariateKey[]
  readonly first: Month
  readonly months: number
  /** series × months, row-major; NaN where not known. */
  readonly values: Float64Array
}

export const NO_COVARIATES: CovariatePanel = { series: [], first: 0 as Month, months: 0, values: new Float64Array() }
