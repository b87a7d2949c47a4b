import { type BacktestScore, isNetwork } from '../model/forecast.ts'
import { byText } from '../kernel/order.ts'

/** Names of products are free text; those of files are not. */
export const fileName = (product: string): string =>
  encodeURIComponent(product).replaceAll(/[^\w%-]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** Numbers by product as DVCLive writes `metrics.json`, products in order. */
export const metricsText = (metrics: readonly (readonly [string, Readonly<Record<string, number>>])[]): string =>
  `${JSON.stringify(Object.fromEntries(metrics.toSorted(([a], [b]) => byText(a, b))), null, 4)}\n`

/** A curve as DVCLive writes one: tab-separated, with its step. */
export const curveText = (name: string, values: readonly (readonly [number, number])[]): string =>
  [['step', name], ...values].map((row) => `${row.join('\t')}\n`).join('')

/** What the backtest tells DVC of each product: the method in use, and beside it the networks, which experiments vary. */
export function backtestMetrics(scores: readonly BacktestScore[]): string {
  const products = Map.groupBy(scores, (score) => score.product)
  return metricsText(
    [...products].map(([product, own]) => {
      const used = own.find((score) => score.chosen)
      const network = own.find((score) => isNetwork(score.method))
      return [
        product,
        {
          ...(used && { loss: used.loss, bias: used.bias, coverage80: used.coverage80 }),
          ...(network && { network_loss: network.loss, network_coverage80: network.coverage80 }),
        },
      ]
    }),
  )
}
