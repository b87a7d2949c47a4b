import type { Month } from './month.ts'

/** Values of {@link Observations.status} and of the demand panel. */
export const OBSERVED = 0
export const CENSORED = 1
export const MISSING = 2
export const STATUS_NAMES = ['observed', 'censored', 'missing'] as const

/** Types of emergency of an event register; each comes in a season of its own. */
export const HAZARD_TYPES = ['cold', 'landslide', 'drought', 'rain', 'wind', 'fire', 'quake', 'other'] as const
export type HazardType = (typeof HAZARD_TYPES)[number]

/**
 * Accepted facts, one per index, as columns; each with the file and the line it came from.
 * Measures: `demand:<product>` in the product's unit; from an event register `affected`, `homeless` (persons), the same with `_cold` for
 * frost, cold spells and snow, `houses_lost` (destroyed + uninhabitable), and `events:<type>` (1 per event; types: {@link HAZARD_TYPES}).
 */
export interface Observations {
  readonly length: number
  /** Day count of the first day of the period. */
  readonly period: Int32Array
  readonly frequency: readonly ('day' | 'month')[]
  readonly ubigeo: readonly string[]
  readonly measure: readonly string[]
  /** NaN where the cell was blank. */
  readonly value: Float64Array
  readonly status: Uint8Array
  /** Index into `files`. */
  readonly file: Uint16Array
  readonly files: readonly string[]
  readonly row: Int32Array
  /** Key of the event: id + ubigeo + date; null for demand files. */
  readonly event: readonly (string | null)[]
}

/** How complete an event register is in one month (DATA §4). */
export interface RegisterMonth {
  readonly register: string
  readonly period: Month
  readonly rows: number
  /** Days of the month inside a hole (more than three days without a row in the whole country, or outside the register's span). */
  readonly daysInHoles: number
  readonly days: number
  /** Share of rows with any count of persons or houses. */
  readonly countedShare: number
  /** Of counts of events, and of counts of persons and houses. */
  readonly events: 'observed' | 'censored' | 'missing'
  readonly persons: 'observed' | 'censored' | 'missing'
}
