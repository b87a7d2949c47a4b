/**
 * Quantile of a sorted sample by linear interpolation (type 7 of Hyndman and Fan 1996).
 * @param sorted ascending, at least one number
 * @param level in [0, 1]
 */
export function quantileSorted(sorted: ArrayLike<number>, level: number): number {
  const at = (sorted.length - 1) * level
  const low = Math.floor(at)
  const a = sorted[low]!
  return low + 1 < sorted.length ? a + (at - low) * (sorted[low + 1]! - a) : a
}

/** Pinball (quantile) loss of a forecast quantile against what came, in the unit of both; no factor two. */
export function pinball(actual: number, forecast: number, level: number): number {
  return actual >= forecast ? level * (actual - forecast) : (1 - level) * (forecast - actual)
}
