import { NINE } from './score.ts'

/**
 * How often what came lay at or below each of the nine quantiles. Of counts a whole stretch of levels may be the number that came: u is uniform between
 * P(Y < y) and P(Y ≤ y) (Czado, Gneiting and Held 2009), taken in expectation instead of by dice; between two levels either lies halfway, and nothing is below 0.
 * @param cells what came, with its nine quantiles, ascending
 * @returns share of cells per level; of a calibrated forecast the level itself
 */
export function reached(
  cells: Iterable<{ readonly actual: number; readonly quantiles: ArrayLike<number> }>,
): readonly number[] {
  const sums = NINE.map(() => 0)
  let n = 0
  for (const { actual, quantiles } of cells) {
    const [below, upTo] = probabilities(actual, quantiles)
    NINE.forEach((level, k) => {
      sums[k] = (sums[k] ?? 0) + Math.min(1, Math.max(0, (level - below) / (upTo - below)))
    })
    n++
  }
  return sums.map((sum) => sum / n)
}

/** P(Y < y) and P(Y ≤ y). Where no quantile is y itself, both levels that y lies between: it is above the one and below the other. */
function probabilities(y: number, quantiles: ArrayLike<number>): readonly [number, number] {
  const level = (k: number): number => (k < 0 ? 0 : (NINE[k] ?? 1))
  let [first, after] = [0, 0]
  while (first < NINE.length && (quantiles[first] ?? 0) < y) first++
  while (after < NINE.length && (quantiles[after] ?? 0) <= y) after++
  if (first === after) return [level(first - 1), level(first)]
  const below = first === 0 && y === 0 ? 0 : (level(first - 1) + level(first)) / 2
  return [below, (level(after - 1) + level(after)) / 2]
}
