import { seedFor } from '../kernel/random.ts'
import { quantileSorted } from '../kernel/quantile.ts'
import type { DemandPanel } from '../model/demand.ts'
import { DRAWS, type Forecast, LEVELS } from '../model/forecast.ts'
import { addMonths, type Month } from '../model/month.ts'
import { firstDemand } from './backtest.ts'
import { historyAt } from './history.ts'
import type { Member } from './member.ts'
import type { ProductHistory } from './product-history.ts'
import { shuffleScratch, shuffleSeries } from './schaake.ts'

/** Middles of 400 equal slices of probability. */
const SLICES = Float64Array.from({ length: DRAWS }, (_, i) => (i + 0.5) / DRAWS)

export function emptyForecast(panel: DemandPanel, from: Month, horizon: number): Forecast {
  const cells = panel.series.length * horizon
  return {
    series: panel.series,
    periods: Array.from({ length: horizon }, (_, j) => addMonths(from, j)),
    draws: new Float64Array(cells * DRAWS),
    mean: new Float64Array(cells),
    quantiles: new Float64Array(cells * LEVELS.length),
  }
}

/** Writes mean and quantiles of a cell (series × periods). @param sorted its draws, ascending */
export function describe(out: Forecast, cell: number, sorted: Float64Array): void {
  let sum = 0
  for (let i = 0; i < DRAWS; i++) sum += sorted[i]
  out.mean[cell] = sum / DRAWS
  for (let q = 0; q < LEVELS.length; q++) out.quantiles[cell * LEVELS.length + q] = quantileSorted(sorted, LEVELS[q])
}

/**
 * Writes draws, means and quantiles of one product's rows.
 * @param from column of the window's first month; it may lie beyond the panel
 * @param source horizon × DRAWS, see {@link shuffleSeries}
 */
export function drawProduct(
  panel: DemandPanel,
  known: ProductHistory,
  member: Member,
  from: number,
  source: Int32Array,
  seed: number,
  out: Forecast,
  onRows: (count: number) => void,
): void {
  const { rows, group, end } = known
  const { months } = panel
  const horizon = out.periods.length
  const scratch = shuffleScratch(months)
  const history = historyAt(group, end, new Float64Array(months))
  const positive = firstDemand(group)
  const sorted = new Float64Array(horizon * DRAWS)
  const means = new Float64Array(horizon)
  rows.forEach((s, row) => {
    if (row % 256 === 255) onRows(256)
    // Nothing but zeros before the window: so are the draws, which are 0 already.
    if (positive[row] >= end) return
    member.predict(history, row, from, horizon, SLICES, sorted, means)
    const own = group.values.subarray(row * months, (row + 1) * months)
    const key = panel.series[s]
    const at = s * horizon
    shuffleSeries(
      own,
      source,
      sorted,
      horizon,
      seedFor(seed, `${key.ubigeo} ${key.product}`),
      scratch,
      out.draws,
      at * DRAWS,
    )
    for (let j = 0; j < horizon; j++) describe(out, at + j, sorted.subarray(j * DRAWS, (j + 1) * DRAWS))
  })
  onRows(rows.length % 256)
}
