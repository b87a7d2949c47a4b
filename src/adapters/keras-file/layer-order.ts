import type { Layer, Topology } from '../../kernel/network/topology.ts'

/**
 * Layers in the order in which Keras numbers them, whatever their order in the config: the furthest from the output first, equals as a walk from the
 * output meets them, each before its inputs (`map_graph` in keras/src/ops/function.py; Keras 2 likewise). Weights are loaded in this order, not by name.
 */
export function kerasOrder({ layers, output }: Topology): readonly Layer[] {
  const byName = new Map(layers.map((layer) => [layer.name, layer]))
  const met = new Map<string, number>()
  const walk = (name: string): void => {
    if (met.has(name)) return
    met.set(name, met.size)
    for (const from of byName.get(name)?.from ?? []) walk(from)
  }
  walk(output)
  const used = layers.filter((layer) => met.has(layer.name))
  const depth = new Map([[output, 0]])
  // Readers come after what they read: from the back, a layer's depth is final before it is handed on.
  for (const { name, from } of used.toReversed())
    for (const source of from) depth.set(source, Math.max(depth.get(source) ?? 0, (depth.get(name) ?? 0) + 1))
  const at = (of: ReadonlyMap<string, number>, layer: Layer): number => of.get(layer.name) ?? 0
  return used.toSorted((a, b) => at(depth, b) - at(depth, a) || at(met, a) - at(met, b))
}
