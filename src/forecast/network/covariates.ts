import type { CovariateKind } from '../../model/covariate.ts'

declare const sealed: unique symbol
/** Numbers that the reader of their own kind alone can open, so that no window sees what was not yet known. */
interface Sealed<Kind extends CovariateKind> {
  readonly [sealed]: Kind
}

/** What is known of each row of a group beside its own values, standardised, 0 where it is not known. */
export interface Covariates<Kind extends CovariateKind> {
  readonly kind: Kind
  readonly names: readonly string[]
  /** Columns; those known ahead have more of them than what is forecast. */
  readonly steps: number
  /** rows × names × steps. */
  readonly numbers: Sealed<Kind>
}
export type KnownAhead = Covariates<'known-ahead'>
export type PastOnly = Covariates<'past-only'>

/** Months before the origin at which what is known of the past alone is seen. */
export const PAST_LAGS = 6

export const covariates = <Kind extends CovariateKind>(
  kind: Kind,
  names: readonly string[],
  steps: number,
  numbers: Float32Array,
): Covariates<Kind> => ({ kind, names, steps, numbers: numbers as unknown as Sealed<Kind> })

const opened = <Kind extends CovariateKind>({ numbers }: Covariates<Kind>): Float32Array =>
  numbers as unknown as Float32Array

/** Of each name the months before the origin, the last one first. */
export function writePast(past: PastOnly, row: number, origin: number, out: Float32Array, at: number): void {
  const { names, steps } = past
  const from = opened(past)
  for (let c = 0; c < names.length; c++)
    for (let lag = 1; lag <= PAST_LAGS; lag++) {
      const t = origin - lag
      out[at + c * PAST_LAGS + lag - 1] = t < 0 || t >= steps ? 0 : from[(row * names.length + c) * steps + t]
    }
}

/** Of each name the steps ahead of the origin. */
export function writeAhead(
  ahead: KnownAhead,
  row: number,
  origin: number,
  horizon: number,
  out: Float32Array,
  at: number,
): void {
  const { names, steps } = ahead
  const from = opened(ahead)
  for (let c = 0; c < names.length; c++)
    for (let j = 0; j < horizon; j++) {
      const t = origin + j
      out[at + c * horizon + j] = t >= steps ? 0 : from[(row * names.length + c) * steps + t]
    }
}

/** Bytes of the numbers, by which the same covariates are known again. */
export const bytesOf = <Kind extends CovariateKind>(of: Covariates<Kind>): Uint8Array => {
  const { buffer, byteOffset, byteLength } = opened(of)
  return new Uint8Array(buffer, byteOffset, byteLength)
}
