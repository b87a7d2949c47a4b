import type { Scalar, Tensor } from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { type Backend, startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { outputOf } from '../../../src/adapters/tensors/layers.ts'
import { tf } from '../../../src/adapters/tensors/tensorflow.ts'
import { pooledNetwork, residualNetwork } from '../../../src/forecast/network/architectures.ts'
import type { HeadName } from '../../../src/forecast/network/head.ts'
import { HEADS } from '../../../src/forecast/network/heads.ts'
import { initialWeights } from '../../../src/kernel/network/initial-weights.ts'
import type { Tensor as LossTensor } from '../../../src/kernel/network/tensor.ts'
import type { Topology } from '../../../src/kernel/network/topology.ts'
import { stream } from '../../../src/kernel/random.ts'

const HORIZON = 3
const SIZE = 32
const shape = { lags: 12, known: 20, width: 16, blocks: 2, dropout: 0.2 }

/** Gradients of the loss of 32 windows, all weights away from zero so that every gradient is alive. */
async function gradients(backend: Backend, topology: Topology, head: HeadName): Promise<readonly number[]> {
  await startTensorFlow(backend)
  const random = stream(5)
  const of = (width: number, next: () => number): Tensor =>
    tf.tensor2d(
      Float32Array.from({ length: SIZE * width }, () => next()),
      [SIZE, width],
    )
  return tf.tidy(() => {
    const weights = initialWeights(topology, 3).map(({ name, shape: s, values }) => [
      name,
      tf.tensor(
        values.map((v) => v + 0.2 * (random() - 0.5)),
        [...s],
      ),
    ]) as readonly (readonly [string, Tensor])[]
    const names = weights.map(([name]) => name)
    const inputs = new Map([
      ['lags', of(shape.lags, random)],
      ['known', of(shape.known, () => random() - 0.5)],
    ])
    const targets = {
      y: of(HORIZON, () => Math.floor(6 * random())),
      event: of(HORIZON, () => (random() < 0.5 ? 1 : 0)),
      weight: of(HORIZON, () => (random() < 0.8 ? 1 : 0)),
      scale: of(1, () => 0.1 + 3 * random()),
    } as unknown as Record<string, LossTensor>
    const drop = of(shape.width, () => (random() < 0.2 ? 0 : 1.25))
    const loss = (...tensors: readonly Tensor[]): Scalar => {
      const weight = (name: string): Tensor => tensors[names.indexOf(name)] as Tensor
      const output = outputOf(topology, inputs, weight, () => drop) as unknown as LossTensor
      const constant = (v: Float32Array, s: readonly number[]) => tf.tensor(v, [...s]) as unknown as LossTensor
      return HEADS[head].loss(output, targets, constant) as unknown as Scalar
    }
    return tf
      .grads(loss)(weights.map(([, w]) => w))
      .flatMap((g) => [...g.dataSync()])
  })
}

const largest = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((worst, x, i) => Math.max(worst, Math.abs(x - (b[i] ?? Number.NaN))), 0)

for (const [name, network] of [
  ['residual', residualNetwork],
  ['pooled', pooledNetwork],
] as const)
  for (const head of ['count', 'hurdle', 'quantile'] as const)
    test(`WebAssembly and JavaScript agree within 1e-4 on every gradient of the ${name} network with the ${head} head`, async () => {
      const topology = network({ ...shape, outputs: HEADS[head].outputs(HORIZON) })
      const wasm = await gradients('wasm', topology, head)
      const cpu = await gradients('cpu', topology, head)
      expect(wasm).toHaveLength(cpu.length)
      expect(largest(wasm, cpu)).toBeLessThan(1e-4)
      expect(Math.max(...cpu.map(Math.abs))).toBeGreaterThan(1e-2)
    })

for (const backend of ['wasm', 'cpu'] as const)
  for (const [ta, tb] of [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const)
    test(`The patched gradient of A·B on ${backend}, ${ta ? 'A' : 'no A'} and ${tb ? 'B' : 'no B'} transposed, is what a change of one entry does`, async () => {
      await startTensorFlow(backend)
      // Whole numbers and a bilinear function: the difference quotient is exact.
      const whole = (rows: number, columns: number, seed: number): Tensor => {
        const random = stream(seed)
        return tf.tensor2d(
          Float32Array.from({ length: rows * columns }, () => Math.floor(7 * random()) - 3),
          [rows, columns],
        )
      }
      const a = ta ? whole(3, 2, 1) : whole(2, 3, 1)
      const b = tb ? whole(4, 3, 2) : whole(3, 4, 2)
      const weight = whole(2, 4, 3)
      const f = (x: Tensor, y: Tensor): Scalar => tf.matMul(x, y, ta, tb).mul(weight).sum<Scalar>()
      const value = f(a, b).dataSync()[0] ?? 0
      const nudged = (x: Tensor, i: number): Tensor =>
        tf.tensor(
          x.dataSync().map((v, k) => v + (k === i ? 1 : 0)),
          x.shape,
        )
      const [da, db] = tf.grads(f)([a, b]) as [Tensor, Tensor]
      const slopeA = Array.from({ length: a.size }, (_, i) => (f(nudged(a, i), b).dataSync()[0] ?? 0) - value)
      const slopeB = Array.from({ length: b.size }, (_, i) => (f(a, nudged(b, i)).dataSync()[0] ?? 0) - value)
      expect([...da.dataSync()]).toEqual(slopeA)
      expect([...db.dataSync()]).toEqual(slopeB)
    })
