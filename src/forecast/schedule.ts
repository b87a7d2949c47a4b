import { type Group, neighbourhood } from './history.ts'

/** Twelve origins, spread over a season of at least twelve steps, meet every part of it once. */
const ORIGINS = 12
const ENOUGH_ORIGINS = 3
/** A seasonal method needs a season before its first origin; where there is none, this much is asked. */
const LEAST_TRAINING = 8
/** Forecasts ahead of one year, of months; of anything shorter, as many. */
const FARTHEST = 12
/** Most numbers to be forecast by each member [rows × steps ahead × origins]; beyond it, origins are fewer. */
const MOST_CELLS = 200_000

export interface Schedule {
  /** Latest first. */
  readonly origins: readonly number[]
  readonly horizon: number
}

/**
 * Origins a month apart (of weeks four, of days one), the last one a horizon before the end; the horizon is cut to a year, and further where
 * history is too short for three origins after a first season.
 * @param start first observed column
 * @param end column after the last observed one
 * @param most origins
 */
export function schedule(
  { rows, cycle }: Pick<Group, 'rows' | 'cycle'>,
  start: number,
  end: number,
  horizon: number,
  most = ORIGINS,
): Schedule {
  const training = Math.max(cycle, LEAST_TRAINING)
  const stride = Math.max(1, neighbourhood(cycle))
  const farthest = Math.min(horizon, Math.max(FARTHEST, cycle))
  const scored = Math.max(1, Math.min(farthest, end - start - training - stride * (ENOUGH_ORIGINS - 1)))
  const wanted = Math.max(ENOUGH_ORIGINS, Math.min(most, Math.floor(MOST_CELLS / (rows * scored))))
  const apart = stride * Math.max(1, Math.round(ORIGINS / wanted))
  const origins: number[] = []
  for (let o = end - scored; o >= start + training && origins.length < wanted; o -= apart) origins.push(o)
  return { origins, horizon: scored }
}

export const fewOrigins = (s: Schedule): boolean => s.origins.length < ENOUGH_ORIGINS
