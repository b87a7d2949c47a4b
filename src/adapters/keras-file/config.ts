import type { Layer, Topology } from '../../kernel/network/topology.ts'

type Json = Readonly<Record<string, unknown>>

const batched = (shape: readonly number[]): readonly (number | null)[] => [null, ...shape]

/** What a layer's config says beyond its name, in the words of Keras 2. */
function settingsOf(layer: Layer): Json {
  switch (layer.kind) {
    case 'InputLayer':
      return { batch_input_shape: batched(layer.shape), dtype: 'float32', sparse: false }
    case 'Dense':
      return {
        ...TRAINED,
        units: layer.units,
        activation: layer.activation,
        use_bias: true,
        kernel_initializer:
          layer.start === 'zeros' ? initializer('Zeros') : initializer('GlorotUniform', { seed: null }),
        bias_initializer: initializer('Zeros'),
      }
    case 'Reshape':
      return { ...TRAINED, target_shape: layer.shape }
    case 'Flatten':
      return { ...TRAINED, data_format: 'channels_last' }
    case 'AveragePooling1D':
      return {
        ...TRAINED,
        pool_size: [layer.size],
        strides: [layer.size],
        padding: 'valid',
        data_format: 'channels_last',
      }
    case 'Concatenate':
      return { ...TRAINED, axis: -1 }
    case 'Add':
      return TRAINED
    case 'Dropout':
      return { ...TRAINED, rate: layer.rate, noise_shape: null, seed: null }
    case 'LayerNormalization':
      return {
        ...TRAINED,
        axis: -1,
        epsilon: layer.epsilon,
        center: true,
        scale: true,
        beta_initializer: initializer('Zeros'),
        gamma_initializer: initializer('Ones'),
      }
  }
}

const TRAINED = { trainable: true, dtype: 'float32' }
const initializer = (name: string, config: Json = {}): Json => ({ class_name: name, config })

/**
 * The functional config of Keras 2, which Keras 3 reads too: every input is an InputLayer of its own, every layer is called once. No
 * training config: Keras has no name for our losses.
 */
export function kerasConfig({ name, layers, output }: Topology): Json {
  return {
    class_name: 'Functional',
    config: {
      name,
      trainable: true,
      layers: layers.map((layer) => ({
        class_name: layer.kind,
        name: layer.name,
        config: { name: layer.name, ...settingsOf(layer) },
        inbound_nodes: layer.from.length === 0 ? [] : [layer.from.map((from) => [from, 0, 0, {}])],
      })),
      input_layers: layers.flatMap((layer) => (layer.kind === 'InputLayer' ? [[layer.name, 0, 0]] : [])),
      output_layers: [[output, 0, 0]],
    },
  }
}
