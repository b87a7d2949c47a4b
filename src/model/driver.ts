import type { Ubigeo } from './ubigeo.ts'

/**
 * What a forecast of a network is explained by: the last months, how much and how often, the same months of past years, the time of the year, the place,
 * what was observed beside demand (events, indices), what is known ahead (holidays, campaigns).
 */
export const DRIVERS = ['recent', 'level', 'season', 'calendar', 'place', 'signals', 'plans'] as const
export type Driver = (typeof DRIVERS)[number]

/** By how much the network's forecast of the window is higher because of what it knows of one thing, in the product's unit. */
export interface DriverEffect {
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly driver: Driver
  readonly effect: number
}
