/**
 * Quantile of a sorted sample by linear interpolation (type 7 of Hyndman and Fan 1996).
 * @param sorted ascending, at least one number
 * @param level in [0, 1]
 */
export function quantileSorted(sorted: ArrayLike<number>, level: number): number {
  const at = (sorted.length - 1) * level
  const low = Math.floor(at)
  const a = sorted[low]
  return low + 1 < sorted.length ? a + (at - low) * (sorted[low + 1] - a) : a
}

/** Pinball (quantile) loss of a forecast quantile against what came, in the unit of both; no factor two. */
export function pinball(actual: number, forecast: number, level: number): number {
  return actual >= forecast ? level * (actual - forecast) : (1 - level) * (forecast - actual)
}

/**
 * Quantiles of a sample taken as the whole distribution: the smallest x with F(x) ≥ level (type 1 of Hyndman and Fan 1996).
 * @param sorted n ascending numbers, n ≥ 1, in the first places
 * @param levels ascending, in (0, 1)
 * @param out receives them from index `at` on
 */
export function stepQuantiles(
  sorted: ArrayLike<number>,
  n: number,
  levels: ArrayLike<number>,
  out: Float64Array,
  at: number,
): void {
  for (let i = 0; i < levels.length; i++) {
    // 0.1 × 10 must be the first of ten, whatever the last bit of the product.
    const k = Math.ceil(levels[i] * n - 1e-9)
    out[at + i] = sorted[Math.min(n, Math.max(1, k)) - 1]!
  }
}
