import type { BacktestScore } from '../model/forecast.ts'
import { byText } from '../kernel/order.ts'
import type { StoredModel } from './demand-model.ts'

/** Names of products are free text; those of files are not. */
const fileName = (product: string): string =>
  encodeURIComponent(product).replaceAll(/[^\w%-]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** Numbers by product as DVCLive writes `metrics.json`, products in order. */
const metricsText = (metrics: readonly (readonly [string, Readonly<Record<string, number>>])[]): string =>
  `${JSON.stringify(Object.fromEntries(metrics.toSorted(([a], [b]) => byText(a, b))), null, 4)}\n`

/** A curve as DVCLive writes one: tab-separated, with its step. */
const curveText = (name: string, values: readonly (readonly [number, number])[]): string =>
  [['step', name], ...values].map((row) => `${row.join('\t')}\n`).join('')

/** What training tells DVC: the curves of each product, and its losses at the epoch whose weights are kept. By name of the output. */
export function trainingFiles(stored: readonly StoredModel[]): readonly (readonly [string, string])[] {
  const trained = stored.flatMap(({ model: { product, vintages } }) =>
    vintages[0] === undefined ? [] : [{ product, ...vintages[0].network }],
  )
  const curves = trained.flatMap(({ product, losses }) =>
    (['training', 'validation'] as const).map((curve): readonly [string, string] => [
      `plots/metrics/${fileName(product)}/${curve}.tsv`,
      curveText(
        curve,
        losses.map((l) => [l.epoch, l[curve]]),
      ),
    ]),
  )
  const metrics = trained.flatMap(({ product, losses, best }) => {
    const kept = losses.find(({ epoch }) => epoch === best)
    return kept === undefined
      ? []
      : [[product, { training: kept.training, validation: kept.validation, epoch: best }] as const]
  })
  return [...curves, ['metrics.json', metricsText(metrics)]]
}

/** What the backtest tells DVC of each product: the method in use, and beside it the networks, which experiments vary. */
export function backtestMetrics(scores: readonly BacktestScore[]): string {
  const products = Map.groupBy(scores, (score) => score.product)
  return metricsText(
    [...products].map(([product, own]) => {
      const used = own.find((score) => score.chosen)
      const network = own.find((score) => score.method.startsWith('network-'))
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
