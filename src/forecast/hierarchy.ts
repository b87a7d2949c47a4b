import { quantileSorted } from '../kernel/quantile.ts'
import { byText } from '../kernel/order.ts'
import { DRAWS, type Forecast, LEVELS } from '../model/forecast.ts'
import type { Month } from '../model/month.ts'
import { parentOf, type Ubigeo } from '../model/ubigeo.ts'

export interface NodeForecast {
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly period: Month
  readonly mean: number
  /** At {@link LEVELS}. */
  readonly quantiles: Float64Array
}

/** Series that lie in each node × product, the node's own among them. */
function membersOfNodes(forecast: Forecast): readonly { ubigeo: Ubigeo; product: string; series: number[] }[] {
  const nodes = new Map<string, { ubigeo: Ubigeo; product: string; series: number[] }>()
  forecast.series.forEach(({ ubigeo, product }, s) => {
    for (let node: Ubigeo | undefined = ubigeo; node !== undefined; node = parentOf(node)) {
      const key = `${node} ${product}`
      const found = nodes.get(key)
      if (found) found.series.push(s)
      else nodes.set(key, { ubigeo: node, product, series: [s] })
    }
  })
  return [...nodes.values()].sort((a, b) => byText(a.ubigeo, b.ubigeo) || byText(a.product, b.product))
}

/**
 * Every node of nation, departments, provinces and districts that has a series below it, by ubigeo, product, period. Means add up;
 * the quantiles of a sum are those of the sums of the draws, world by world.
 */
export function nodeForecasts(forecast: Forecast): readonly NodeForecast[] {
  const { periods, draws } = forecast
  const sum = new Float64Array(DRAWS)
  const levels = LEVELS.length
  return membersOfNodes(forecast).flatMap(({ ubigeo, product, series }) =>
    periods.map((period, j) => {
      const only = series[0] * periods.length + j
      if (series.length === 1) {
        const quantiles = forecast.quantiles.slice(only * levels, (only + 1) * levels)
        return { ubigeo, product, period, mean: forecast.mean[only], quantiles }
      }
      sum.fill(0)
      let mean = 0
      for (const s of series) {
        const cell = s * periods.length + j
        // All its draws are 0: half of the places of a register most of the time.
        if (forecast.mean[cell] === 0) continue
        mean += forecast.mean[cell]
        for (let w = 0; w < DRAWS; w++) sum[w] += draws[cell * DRAWS + w]
      }
      const sorted = sum.sort()
      return { ubigeo, product, period, mean, quantiles: Float64Array.from(LEVELS, (q) => quantileSorted(sorted, q)) }
    }),
  )
}
