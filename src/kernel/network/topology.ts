/** Activation functions that TensorFlow.js and every Keras compute alike. */
export const ACTIVATIONS = ['linear', 'relu', 'elu', 'softplus', 'tanh', 'sigmoid'] as const
export type Activation = (typeof ACTIVATIONS)[number]

interface Placed {
  readonly name: string
  /** Names of the layers it reads, in order; they come before it in the topology. */
  readonly from: readonly string[]
}

/** A stock Keras layer, called once. Shapes are those of one window, without the batch. */
export type Layer =
  | (Placed & { readonly kind: 'InputLayer'; readonly shape: readonly number[] })
  | (Placed & {
      readonly kind: 'Dense'
      readonly units: number
      readonly activation: Activation
      /** How its kernel begins; biases begin at zero. */
      readonly start: 'glorot' | 'zeros'
    })
  | (Placed & { readonly kind: 'Reshape'; readonly shape: readonly number[] })
  | (Placed & { readonly kind: 'Flatten' })
  /** Means of runs of `size` steps of a steps × channels input; an incomplete last run is left out. */
  | (Placed & { readonly kind: 'AveragePooling1D'; readonly size: number })
  /** Along the last axis. */
  | (Placed & { readonly kind: 'Concatenate' })
  | (Placed & { readonly kind: 'Add' })
  | (Placed & { readonly kind: 'Dropout'; readonly rate: number })
  /** Over the last axis. */
  | (Placed & { readonly kind: 'LayerNormalization'; readonly epsilon: number })

/** A network as data: what is trained, predicted with, and written to a Keras file. */
export interface Topology {
  readonly name: string
  readonly layers: readonly Layer[]
  /** Name of the layer that is the output. */
  readonly output: string
}

/** A trained array. Dense has kernel (in × units) and bias, LayerNormalization gamma and beta, row-major, in this order. */
export interface Weight {
  /** `<layer>/<weight>`. */
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** Arrays of a layer, in the order of Keras, given the shape of its first input. */
export function weightsOf(layer: Layer, input: readonly number[]): readonly Omit<Weight, 'values'>[] {
  const width = input.at(-1) ?? 0
  const named = (name: string, ...shape: readonly number[]) => ({ name: `${layer.name}/${name}`, shape })
  if (layer.kind === 'Dense') return [named('kernel', width, layer.units), named('bias', layer.units)]
  if (layer.kind === 'LayerNormalization') return [named('gamma', width), named('beta', width)]
  return []
}

/** Arrays of the whole network in the order of its layers. */
export function weightShapes(topology: Topology): readonly Omit<Weight, 'values'>[] {
  const shapes = shapesOf(topology)
  if ('fault' in shapes) throw new Error(shapes.fault)
  return topology.layers.flatMap((layer) => weightsOf(layer, shapes.of.get(layer.from[0] ?? '') ?? []))
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1)

/** The shape that comes out of every layer, or the first thing that is wrong with the network. */
export function shapesOf(
  topology: Topology,
): { readonly of: ReadonlyMap<string, readonly number[]> } | { readonly fault: string } {
  const of = new Map<string, readonly number[]>()
  for (const layer of topology.layers) {
    if (of.has(layer.name)) return { fault: `two layers are named ${layer.name}` }
    const inputs: (readonly number[])[] = []
    for (const name of layer.from) {
      const shape = of.get(name)
      if (shape === undefined) return { fault: `${layer.name} reads ${name}, which does not come before it` }
      inputs.push(shape)
    }
    const out = shapeOf(layer, inputs)
    if (out === undefined || !out.every((n) => Number.isSafeInteger(n) && n > 0))
      return { fault: `${layer.name} (${layer.kind}) does not fit ${JSON.stringify(inputs)}` }
    of.set(layer.name, out)
  }
  return of.has(topology.output) ? { of } : { fault: `the output ${topology.output} is no layer` }
}

function shapeOf(layer: Layer, inputs: readonly (readonly number[])[]): readonly number[] | undefined {
  const [first] = inputs
  if (layer.kind === 'InputLayer') return inputs.length === 0 && layer.shape.length > 0 ? layer.shape : undefined
  if (first === undefined) return undefined
  const lead = first.slice(0, -1)
  const alike = (other: readonly number[], ends: number): boolean =>
    other.length === first.length && other.slice(0, ends).every((n, i) => n === first[i])
  if (layer.kind === 'Concatenate')
    return inputs.every((x) => alike(x, lead.length))
      ? [...lead, inputs.reduce((sum, x) => sum + x[lead.length], 0)]
      : undefined
  if (layer.kind === 'Add') return inputs.every((x) => alike(x, first.length)) ? first : undefined
  if (inputs.length !== 1) return undefined
  switch (layer.kind) {
    case 'Dense':
      return first.length === 1 ? [layer.units] : undefined
    case 'Reshape':
      return sizeOf(layer.shape) === sizeOf(first) ? layer.shape : undefined
    case 'Flatten':
      return [sizeOf(first)]
    case 'AveragePooling1D':
      return first.length === 2 ? [Math.floor(first[0] / layer.size), first[1]] : undefined
    case 'Dropout':
      return layer.rate >= 0 && layer.rate < 1 ? first : undefined
    case 'LayerNormalization':
      return layer.epsilon > 0 ? first : undefined
  }
}
