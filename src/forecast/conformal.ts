import { quantileSorted } from '../kernel/quantile.ts'

/** Corrections of quantiles, in widths of the forecast's 80 % interval: steps ahead × levels. */
export interface Correction {
  readonly levels: ArrayLike<number>
  readonly shift: ArrayLike<number>
  readonly steps: number
}

/** As in the recalibration of counts. */
const DOUBT = 200

/**
 * Split conformal per step ahead: at each level, that quantile of (y − forecast) ÷ width over the forecasts held out (Romano, Patterson and Candès
 * 2019, one side at a time), shrunk to none by n ÷ (n + 200).
 * @param cells for each step ahead, indexes into `actual`
 * @param quantiles cells × levels, indexed as `actual`
 */
export function fitCorrection(
  actual: ArrayLike<number>,
  quantiles: ArrayLike<number>,
  levels: Float64Array,
  low: number,
  high: number,
  cells: readonly (readonly number[])[],
): Correction {
  const width = levels.length
  const shift = new Float64Array(cells.length * width)
  cells.forEach((own, step) => {
    const used = own.filter((c) => quantiles[c * width + high] > quantiles[c * width + low])
    if (used.length === 0) return
    const trust = (0.5 * used.length) / (used.length + DOUBT)
    for (let q = 0; q < width; q++) {
      const scores = Float64Array.from(used, (c) => {
        const at = c * width
        return (actual[c] - quantiles[at + q]) / (quantiles[at + high] - quantiles[at + low])
      }).sort()
      shift[step * width + q] = trust * quantileSorted(scores, levels[q])
    }
  })
  return { levels, shift, steps: cells.length }
}

/** The correction at any level, linear between the fitted ones, the last ones beyond them; beyond the last step, that of it. */
export function correctionAt({ levels, shift, steps }: Correction, step: number, level: number): number {
  const width = levels.length
  const base = Math.min(step, steps - 1) * width
  if (level <= levels[0]) return shift[base]
  for (let q = 1; q < width; q++) {
    if (level > levels[q]) continue
    const part = (level - levels[q - 1]) / (levels[q] - levels[q - 1])
    return shift[base + q - 1] + part * (shift[base + q] - shift[base + q - 1])
  }
  return shift[base + width - 1]
}
