import { type KnownAhead, PAST_LAGS, type PastOnly, writeAhead, writePast } from './covariates.ts'

/** What a network is told of the rows beside their values. */
export interface Exogenous {
  /** rows × k, standardised, never missing. */
  readonly statics?: Float64Array
  readonly past?: PastOnly
  readonly ahead?: KnownAhead
}

/** How many things of each kind it is told. */
export interface Told {
  readonly statics: number
  readonly past: number
  readonly ahead: number
}

/** Of more that is known of a group, what a network is told. */
export const exogenousOf = ({ statics, past, ahead }: Exogenous): Exogenous => ({
  ...(statics && { statics }),
  ...(past && { past }),
  ...(ahead && { ahead }),
})

export const toldOf = ({ statics, past, ahead, rows }: Exogenous & { readonly rows: number }): Told => ({
  statics: statics === undefined ? 0 : statics.length / rows,
  past: past?.names.length ?? 0,
  ahead: ahead?.names.length ?? 0,
})

/** Numbers of each kind in a window: a place has one, the past some months of it, what is known ahead each step. */
export const widthsOf = ({ statics, past, ahead }: Told, horizon: number): Told => ({
  statics,
  past: past * PAST_LAGS,
  ahead: ahead * horizon,
})

/**
 * Statics, the past before the origin, the steps ahead of it.
 * @returns the index after the last number
 */
export function writeExogenous(
  source: Exogenous & { readonly rows: number; readonly horizon: number },
  row: number,
  origin: number,
  out: Float32Array,
  at: number,
): number {
  const { statics, past, ahead, horizon } = source
  const told = toldOf(source)
  const widths = widthsOf(told, horizon)
  for (let i = 0; i < told.statics; i++) out[at + i] = statics![row * told.statics + i]
  let next = at + widths.statics
  if (past) writePast(past, row, origin, out, next)
  next += widths.past
  if (ahead) writeAhead(ahead, row, origin, horizon, out, next)
  return next + widths.ahead
}
