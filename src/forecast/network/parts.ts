import type { Layer } from '../../kernel/network/topology.ts'
import type { TrainedNetwork } from './train.ts'

type Network = Pick<TrainedNetwork, 'topology' | 'weights'>

export interface Part {
  /** Its layers and weights get it before their names, so that many parts lie in one file. */
  readonly prefix: string
  readonly network: Network
}

const renamed = (layer: Layer, name: (of: string) => string): Layer => ({
  ...layer,
  name: name(layer.name),
  from: layer.from.map(name),
})

/** Networks of different inputs in one, their outputs one after the other. A single part has its own output. */
export function joined(name: string, parts: readonly Part[]): Network {
  const layers = parts.flatMap(({ prefix, network }) =>
    network.topology.layers.map((l) => renamed(l, (n) => prefix + n)),
  )
  const outputs = parts.map(({ prefix, network }) => prefix + network.topology.output)
  const together: Layer = { kind: 'Concatenate', name: 'all_parts', from: outputs }
  const [only, second] = outputs
  return {
    topology:
      second === undefined && only !== undefined
        ? { name, layers, output: only }
        : { name, layers: [...layers, together], output: together.name },
    weights: parts.flatMap(({ prefix, network }) => network.weights.map((w) => ({ ...w, name: prefix + w.name }))),
  }
}

/**
 * One part of a network that was joined.
 * @param output its last layer, without the prefix
 * @returns `undefined` where no layer has the prefix, or none is the output
 */
export function partOf({ topology, weights }: Network, prefix: string, output: string): Network | undefined {
  const own = topology.layers.filter((layer) => layer.name.startsWith(prefix))
  const bare = (name: string): string => name.slice(prefix.length)
  if (!own.some((layer) => layer.name === prefix + output)) return undefined
  return {
    topology: { name: topology.name, layers: own.map((layer) => renamed(layer, bare)), output },
    weights: weights.filter((w) => w.name.startsWith(prefix)).map((w) => ({ ...w, name: bare(w.name) })),
  }
}
