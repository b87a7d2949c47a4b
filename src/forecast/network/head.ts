import type { Loss } from '../../kernel/network/tensor.ts'

interface HeadReading {
  /** The network's outputs, from index `at` on. */
  readonly output: Float32Array
  readonly at: number
  readonly horizon: number
  readonly scale: number
  readonly quantum: number
  /** No quantile lies below; the count head's is 0 by itself. */
  readonly floor: number
  /** Seasonal naive of each step. */
  readonly naive: Float64Array
  /** Ascending, in (0, 1). */
  readonly levels: ArrayLike<number>
  /** Receives horizon × levels, ascending and not below the floor. */
  readonly quantiles: Float64Array
  readonly quantilesAt: number
  readonly means: Float64Array
  readonly meansAt: number
}

/**
 * `count`: negative binomial. `hurdle`: whether anything, and how much, log-normal. `quantile`: tonnes and large numbers.
 */
export type HeadName = 'count' | 'hurdle' | 'quantile'

/** What the network's outputs mean. */
export interface Head {
  readonly outputs: (horizon: number) => number
  readonly loss: Loss
  /** An observed value as the loss reads it. */
  readonly target: (value: number, naive: number, scale: number, quantum: number) => number
  /** How much a window counts. @param typical mean scale of all windows */
  readonly weight: (scale: number, typical: number) => number
  readonly read: (reading: HeadReading) => void
}
