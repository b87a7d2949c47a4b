import { type Day, dayOfInstant, instant } from '../model/day.ts'

/** Peru has no summer time. */
export const today = (): Day => dayOfInstant(instant(Math.floor(Date.now() / 1000) - 5 * 3600))
