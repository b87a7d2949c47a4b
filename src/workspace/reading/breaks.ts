import { quantileSorted } from '../../kernel/quantile.ts'

/** Five lower bounds: of class 1 (always 1; class 0 is exactly zero) to class 5. */
export type Breaks = readonly [number, number, number, number, number]

/** A long tail gets narrow classes: the darkest colour is for one place in twenty. */
const SHARES = [0.35, 0.65, 0.85, 0.95] as const
const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8] as const

/** The largest round number that is not above the value. */
function roundedDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const mantissa = ROUND.findLast((m) => m * power <= value * (1 + 1e-9)) ?? 1
  return mantissa * power
}

const nextRound = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value))
  const mantissa = ROUND.find((m) => m * power > value * (1 + 1e-9)) ?? 10
  return mantissa * power
}

/**
 * Round class bounds for need, from the positive needs of all places and months together, so that one colour means
 * the same number in every month.
 * @param needs persons
 */
export function needBreaks(needs: readonly number[]): Breaks {
  const sorted = Float64Array.from(needs.filter((n) => n >= 1)).sort()
  const bounds = [1]
  for (const share of SHARES) {
    const least = nextRound(Math.max(2, bounds.at(-1) ?? 1))
    const wanted = sorted.length === 0 ? 0 : quantileSorted(sorted, share)
    bounds.push(wanted > least ? roundedDown(wanted) : least)
  }
  return bounds as unknown as Breaks
}
