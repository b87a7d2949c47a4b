import type { NamedTensorMap, Scalar, Tensor, Variable } from '@tensorflow/tfjs'
import type { Random } from '../../kernel/random.ts'
import type { Batch, Engine, Loss, OpenNetwork, Tensor as LossTensor } from '../../kernel/network/tensor.ts'
import { sizeOf, type Topology, type Weight, weightShapes } from '../../kernel/network/topology.ts'
import { outputOf } from './layers.ts'
import { tf } from './tensorflow.ts'

/** Gradients longer than this are shortened to it: a batch with a disaster in it must not undo the others. */
const NORM = 1

// The library's tensor has these methods and a hundred more; that its parameters are wider than ours, TypeScript cannot see through the cycle.
const forLoss = (x: Tensor): LossTensor => x as unknown as LossTensor
const fromLoss = (x: LossTensor): Scalar => x as unknown as Scalar

const constant = (values: Float32Array, shape: readonly number[]): Tensor => tf.tensor(values, [...shape], 'float32')

/** Float32 numbers of a batch as tensors; inputs of more than one axis take their shape from the topology. */
function tensors(
  size: number,
  columns: Readonly<Record<string, Float32Array>>,
  shapes: ReadonlyMap<string, readonly number[]>,
): Map<string, Tensor> {
  return new Map(
    Object.entries(columns).map(([name, values]) => [
      name,
      constant(values, [size, ...(shapes.get(name) ?? [values.length / size])]),
    ]),
  )
}

function dropFactors(shape: readonly number[], rate: number, random: Random): Tensor {
  const keep = 1 / (1 - rate)
  return constant(
    Float32Array.from({ length: sizeOf(shape) }, () => (random() < rate ? 0 : keep)),
    shape,
  )
}

function open(topology: Topology, weights: readonly Weight[]): OpenNetwork {
  const expected = weightShapes(topology)
  if (expected.length !== weights.length || expected.some((e, i) => e.name !== weights[i]?.name))
    throw new Error('these are the weights of another network')
  const variables = new Map(
    weights.map(({ name, shape, values }) => [name, tf.tidy(() => tf.variable(constant(values, shape)))]),
  )
  const all = [...variables.values()]
  const inputShapes = new Map(topology.layers.flatMap((l) => (l.kind === 'InputLayer' ? [[l.name, l.shape]] : [])))
  const optimizer = tf.train.adam(0)
  const weight = (name: string): Variable => {
    const found = variables.get(name)
    if (found === undefined) throw new Error(`no weight ${name}`)
    return found
  }
  const lossOf = (batch: Batch, loss: Loss, dropout?: Random): Scalar => {
    const drop = dropout && ((shape: readonly number[], rate: number) => dropFactors(shape, rate, dropout))
    const output = outputOf(topology, tensors(batch.size, batch.inputs, inputShapes), weight, drop)
    const targets = [...tensors(batch.size, batch.targets, new Map())].map(([name, x]) => [name, forLoss(x)] as const)
    return fromLoss(loss(forLoss(output), Object.fromEntries(targets), (v, s) => forLoss(constant(v, s))))
  }
  return {
    step: (batch, loss, learningRate, dropout) =>
      tf.tidy(() => {
        const { value, grads } = tf.variableGrads(() => lossOf(batch, loss, dropout), all)
        // The library has no schedule for Adam's rate, and reads this field at each step.
        Object.assign(optimizer, { learningRate })
        optimizer.applyGradients(shortened(grads))
        return value.dataSync()[0] ?? 0
      }),
    loss: (batch, loss) => tf.tidy(() => lossOf(batch, loss).dataSync()[0] ?? 0),
    output: ({ size, inputs }) =>
      tf.tidy(() => outputOf(topology, tensors(size, inputs, inputShapes), weight).dataSync() as Float32Array),
    weights: () =>
      expected.map(({ name, shape }) => ({ name, shape, values: Float32Array.from(weight(name).dataSync()) })),
    close: () => {
      optimizer.dispose()
      tf.dispose(all)
    },
  }
}

function shortened(gradients: NamedTensorMap): { name: string; tensor: Tensor }[] {
  const sum = tf.addN(Object.values(gradients).map((g) => g.square().sum()))
  const norm = Math.sqrt(sum.dataSync()[0] ?? 0)
  return Object.entries(gradients).map(([name, g]) => ({ name, tensor: norm > NORM ? g.mul(NORM / norm) : g }))
}

/** On this thread; TensorFlow.js must be started. */
export const tensorFlowEngine: Engine = { open, alive: () => tf.memory().numTensors }
