import type { Tensor } from '@tensorflow/tfjs'
import type { Activation, Layer, Topology } from '../../kernel/network/topology.ts'
import { tf } from './tensorflow.ts'

const ACTIVATE: Readonly<Record<Activation, (x: Tensor) => Tensor>> = {
  linear: (x) => x,
  relu: (x) => x.relu(),
  elu: (x) => x.elu(),
  softplus: (x) => x.softplus(),
  tanh: (x) => x.tanh(),
  sigmoid: (x) => x.sigmoid(),
}

/** Variance and mean by broadcasting: the library's layer tiles them, in WebAssembly one element at a time, which takes 150 times as long. */
function normalise(x: Tensor, gamma: Tensor, beta: Tensor, epsilon: number): Tensor {
  const centred = x.sub(x.mean(-1, true))
  const variance = centred.square().mean(-1, true)
  return centred.mul(variance.add(epsilon).rsqrt()).mul(gamma).add(beta)
}

/** Means of runs of steps: exact, because runs neither overlap nor are padded. */
function pool(x: Tensor, size: number): Tensor {
  const [batch = 0, steps = 0, channels = 0] = x.shape
  const runs = Math.floor(steps / size)
  const whole = runs * size === steps ? x : x.slice([0, 0, 0], [batch, runs * size, channels])
  return size === 1 ? whole : whole.reshape([batch, runs, size, channels]).mean(2)
}

/**
 * The output of a network, batch × outputs. Call within `tf.tidy`.
 * @param weight the tensor of a name
 * @param drop factors 0 or 1 ÷ (1 − rate) for a dropout layer; without it nothing is dropped
 */
export function outputOf(
  topology: Topology,
  inputs: ReadonlyMap<string, Tensor>,
  weight: (name: string) => Tensor,
  drop?: (shape: readonly number[], rate: number) => Tensor,
): Tensor {
  const made = new Map(inputs)
  const get = (name: string): Tensor => {
    const tensor = made.get(name)
    if (tensor === undefined) throw new Error(`nothing comes out of ${name}`)
    return tensor
  }
  const apply = (layer: Layer): Tensor => {
    const from = layer.from.map(get)
    const x = get(layer.from[0] ?? layer.name)
    const batch = x.shape[0] ?? 0
    switch (layer.kind) {
      case 'InputLayer':
        return x
      case 'Dense':
        return ACTIVATE[layer.activation](
          tf.matMul(x, weight(`${layer.name}/kernel`)).add(weight(`${layer.name}/bias`)),
        )
      case 'Reshape':
        return x.reshape([batch, ...layer.shape])
      case 'Flatten':
        return x.reshape([batch, x.size / batch])
      case 'AveragePooling1D':
        return pool(x, layer.size)
      case 'Concatenate':
        return tf.concat(from, -1)
      case 'Add':
        return from.reduce((a, b) => a.add(b))
      case 'Dropout':
        return drop === undefined || layer.rate === 0 ? x : x.mul(drop(x.shape, layer.rate))
      case 'LayerNormalization':
        return normalise(x, weight(`${layer.name}/gamma`), weight(`${layer.name}/beta`), layer.epsilon)
    }
  }
  for (const layer of topology.layers) made.set(layer.name, apply(layer))
  return get(topology.output)
}
