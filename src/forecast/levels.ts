import { LEVELS } from '../model/forecast.ts'

/** Levels at which members are compared. */
export interface Levels {
  /** Ascending. */
  readonly all: Float64Array
  /** Indexes of those the losses are made of. */
  readonly asked: Int32Array
  /** Indexes of 0.1 and 0.9. */
  readonly low: number
  readonly high: number
}

/** Points at which a distribution is compared with what came: 0.05, 0.1 … 0.95. */
export const POINTS = Array.from({ length: 19 }, (_, i) => (i + 1) / 20)

export function levelsFor(asked: readonly number[]): Levels {
  const all = Float64Array.from(new Set([...asked, ...POINTS])).sort()
  const index = (level: number): number => all.indexOf(level)
  return { all, asked: Int32Array.from(asked, index), low: index(0.1), high: index(0.9) }
}

/** Those of the plan. */
export const PLAN_LEVELS = levelsFor(LEVELS)
