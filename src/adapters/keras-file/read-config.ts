import { ACTIVATIONS, type Activation, type Layer, type Topology } from '../../kernel/network/topology.ts'

type Json = Readonly<Record<string, unknown>>

/** Thrown within this folder, caught by the reader. */
export class UnknownConfig extends Error {}

const fail = (reason: string): never => {
  throw new UnknownConfig(reason)
}
const object = (x: unknown, what: string): Json =>
  typeof x === 'object' && x !== null && !Array.isArray(x) ? (x as Json) : fail(`${what} is no object`)
const list = (x: unknown, what: string): readonly unknown[] => (Array.isArray(x) ? x : fail(`${what} is no list`))
const text = (x: unknown, what: string): string => (typeof x === 'string' ? x : fail(`${what} is no text`))
const number = (x: unknown, what: string): number =>
  typeof x === 'number' && Number.isFinite(x) ? x : fail(`${what} is no number`)
const whole = (x: unknown, what: string): number => {
  const n = number(x, what)
  return Number.isSafeInteger(n) && n > 0 && n <= 1e6 ? n : fail(`${what} is ${n}`)
}
/** A setting that may be left out but has only one value we compute. */
const only = (config: Json, key: string, ...values: readonly unknown[]): void => {
  const found = config[key]
  if (found !== undefined && !values.some((v) => JSON.stringify(v) === JSON.stringify(found)))
    fail(`${key} is ${JSON.stringify(found)}`)
}

/** Names of the layers whose outputs a call reads, as Keras 2 writes a node (a list of `[name, node, tensor, {}]`) or Keras 3 (arguments). */
function callers(node: unknown): readonly string[] {
  const found: string[] = []
  const take = (triple: unknown): void => {
    const [name, at, tensor] = list(triple, 'a node')
    if (at !== 0 || tensor !== 0) fail('a layer is called more than once')
    found.push(text(name, 'a node'))
  }
  const walk = (x: unknown): void => {
    if (Array.isArray(x)) x.forEach(walk)
    else if (object(x, 'an argument')['class_name'] === '__keras_tensor__')
      take(object(object(x, 'an argument')['config'], 'a tensor')['keras_history'])
    else fail('an argument is no layer')
  }
  if (Array.isArray(node)) node.forEach(take)
  else walk(object(node, 'a node')['args'])
  return found
}

/** `[[name, 0, 0], …]`, or `[name, 0, 0]` where Keras 3 has only one. */
function ends(x: unknown, what: string): readonly string[] {
  const all = list(x, what)
  return callers(typeof all[0] === 'string' ? [all] : all)
}

const shapeOf = (x: unknown): readonly number[] => {
  const [batch, ...shape] = list(x, 'the shape of an input')
  return batch === null ? shape.map((n) => whole(n, 'a side of an input')) : fail('an input has a fixed batch')
}

/** `[2]` and 2 alike. */
const one = (x: unknown, what: string): number => whole(Array.isArray(x) && x.length === 1 ? x[0] : x, what)

function layerOf(kind: string, name: string, from: readonly string[], c: Json): Layer {
  const dtype = c['dtype']
  if (
    dtype !== undefined &&
    dtype !== 'float32' &&
    object(object(dtype, 'dtype')['config'], 'dtype')['name'] !== 'float32'
  )
    fail(`${name} is not float32`)
  const placed = { name, from }
  switch (kind) {
    case 'InputLayer':
      return { kind, ...placed, shape: shapeOf(c['batch_shape'] ?? c['batch_input_shape']) }
    case 'Dense': {
      only(c, 'use_bias', true)
      const activation = c['activation'] ?? 'linear'
      if (!ACTIVATIONS.includes(activation as Activation))
        fail(`${name} has the activation ${JSON.stringify(activation)}`)
      const units = whole(c['units'], 'units')
      return { kind, ...placed, units, activation: activation as Activation, start: startOf(c['kernel_initializer']) }
    }
    case 'Reshape':
      return {
        kind,
        ...placed,
        shape: list(c['target_shape'], 'target_shape').map((n) => whole(n, 'a side of target_shape')),
      }
    case 'Flatten':
      only(c, 'data_format', 'channels_last', null)
      return { kind, ...placed }
    case 'AveragePooling1D': {
      const size = one(c['pool_size'], 'pool_size')
      only(c, 'strides', size, [size], null)
      only(c, 'padding', 'valid')
      only(c, 'data_format', 'channels_last', null)
      return { kind, ...placed, size }
    }
    case 'Concatenate':
      only(c, 'axis', -1)
      return { kind, ...placed }
    case 'Add':
      return { kind, ...placed }
    case 'Dropout':
      return { kind, ...placed, rate: number(c['rate'], 'rate') }
    case 'LayerNormalization':
      only(c, 'axis', -1, [-1])
      only(c, 'center', true)
      only(c, 'scale', true)
      only(c, 'rms_scaling', false)
      return { kind, ...placed, epsilon: number(c['epsilon'], 'epsilon') }
    default:
      return fail(`${name} is a ${kind}`)
  }
}

function startOf(initializer: unknown): 'glorot' | 'zeros' {
  const name =
    typeof initializer === 'object' && initializer !== null ? (initializer as Json)['class_name'] : initializer
  return name === 'Zeros' ? 'zeros' : 'glorot'
}

/**
 * The network of a functional config of Keras 2 or 3.
 * @throws UnknownConfig with what is not understood, in English, for a person who made the file
 */
export function topologyFrom(model: unknown): Topology {
  const { class_name: kind, config } = object(model, 'the model')
  if (kind !== 'Functional' && kind !== 'Model') fail(`the model is a ${String(kind)}, not functional`)
  const c = object(config, 'the config')
  const layers = list(c['layers'], 'layers').map((entry): Layer => {
    const layer = object(entry, 'a layer')
    const settings = object(layer['config'], 'the config of a layer')
    const name = text(layer['name'] ?? settings['name'], 'the name of a layer')
    const nodes = list(layer['inbound_nodes'], 'inbound_nodes')
    if (nodes.length > 1) fail(`${name} is called more than once`)
    return layerOf(text(layer['class_name'], 'a class'), name, nodes.flatMap(callers), settings)
  })
  const inputs = ends(c['input_layers'], 'input_layers')
  const declared = layers.flatMap((layer) => (layer.kind === 'InputLayer' ? [layer.name] : []))
  if (inputs.toSorted().join() !== declared.toSorted().join()) fail('input_layers are not the inputs')
  const [output, ...more] = ends(c['output_layers'], 'output_layers')
  if (output === undefined || more.length > 0) fail('the model has not one output')
  return { name: typeof c['name'] === 'string' ? c['name'] : 'model', layers, output: output ?? '' }
}
