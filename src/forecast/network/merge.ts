import type { EpochLoss, TrainedNetwork } from './train.ts'
import type { Layer, Weight } from '../../kernel/network/topology.ts'

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/**
 * Networks side by side over the same inputs, their outputs one after the other: one network, one file. Layers get the prefix `net<k>_`. Losses are
 * means over the networks that reached the epoch, `best` is the median of theirs. One that was stopped before its first epoch is left out: it
 * would pull the others towards the baseline.
 */
export function merge(trained: readonly TrainedNetwork[]): TrainedNetwork {
  const finished = trained.filter((network) => network.best > 0)
  const networks = finished.length > 0 ? finished : trained.slice(0, 1)
  const [first] = networks
  if (networks.length === 1) return first
  const shared = new Set(first.topology.layers.flatMap((l) => (l.kind === 'InputLayer' ? [l.name] : [])))
  const named = (k: number, name: string): string => (shared.has(name) ? name : `net${k + 1}_${name}`)
  const layers = networks.flatMap(({ topology }, k) =>
    topology.layers
      .filter((layer) => !shared.has(layer.name))
      .map((layer): Layer => ({ ...layer, name: named(k, layer.name), from: layer.from.map((f) => named(k, f)) })),
  )
  const inputs = first.topology.layers.filter((layer) => shared.has(layer.name))
  const from = networks.map(({ topology }, k) => named(k, topology.output))
  const epochs = Math.max(...networks.map((n) => n.losses.length))
  return {
    topology: {
      name: first.topology.name,
      layers: [...inputs, ...layers, { kind: 'Concatenate', name: 'heads', from }],
      output: 'heads',
    },
    weights: networks.flatMap(({ weights }, k) => weights.map((w) => ({ ...w, name: named(k, w.name) }))),
    losses: Array.from({ length: epochs }, (_, e): EpochLoss => {
      const there = networks.flatMap((n) => n.losses.slice(e, e + 1))
      return {
        epoch: e + 1,
        training: mean(there.map((l) => l.training)),
        validation: mean(there.map((l) => l.validation)),
      }
    }),
    best: networks.map((n) => n.best).toSorted((a, b) => a - b)[networks.length >> 1],
  }
}

/** Weights of each network that was merged, under its own names. */
export function unmerge({
  topology,
  weights,
}: Pick<TrainedNetwork, 'topology' | 'weights'>): readonly (readonly Weight[])[] {
  const last = topology.layers.find((layer) => layer.name === topology.output)
  if (last?.kind !== 'Concatenate') return [weights]
  return last.from.map((_, k) => {
    const prefix = `net${k + 1}_`
    return weights.flatMap((w) => (w.name.startsWith(prefix) ? [{ ...w, name: w.name.slice(prefix.length) }] : []))
  })
}
