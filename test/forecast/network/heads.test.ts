import { beforeAll, expect, test } from 'vitest'
import type { Tensor as LibraryTensor } from '@tensorflow/tfjs'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tf } from '../../../src/adapters/tensors/tensorflow.ts'
import type { HeadName } from '../../../src/forecast/network/head.ts'
import { HEADS } from '../../../src/forecast/network/heads.ts'
import { logGammaOf } from '../../../src/forecast/network/log-gamma.ts'
import type { Tensor } from '../../../src/kernel/network/tensor.ts'
import { negativeBinomialPmf } from '../../../src/kernel/negative-binomial.ts'
import { pinball } from '../../../src/kernel/quantile.ts'
import { stream } from '../../../src/kernel/random.ts'
import { logGamma } from '../../../src/kernel/special.ts'

beforeAll(() => startTensorFlow())

const asTensor = (x: LibraryTensor): Tensor => x as unknown as Tensor
const tensor = (values: readonly number[], ...shape: readonly number[]): Tensor =>
  asTensor(tf.tensor([...values], [...shape]))
const constant = (values: Float32Array, shape: readonly number[]): Tensor => asTensor(tf.tensor(values, [...shape]))
const numbers = (x: Tensor): readonly number[] => [...(x as unknown as LibraryTensor).dataSync()]
const softplus = (x: number): number => Math.log1p(Math.exp(x))

test('ln Γ by shifted Stirling is that of the kernel in single precision, from 0.001 to a million', () => {
  const xs = [0.001, 0.01, 0.1, 0.5, 1, 1.5, 2, 2.5, 3.7, 5, 10, 31.4, 100, 1234, 1e6]
  numbers(logGammaOf(tensor(xs, xs.length))).forEach((y, i) => {
    const exact = logGamma(xs[i]!)
    expect(Math.abs(y - exact)).toBeLessThan(3e-6 * Math.max(1, Math.abs(exact)))
  })
})

test('The slope of ln Γ is that of the kernel (central difference)', () => {
  const xs = [0.05, 0.3, 1, 2.2, 7, 40, 900]
  const slope = tf
    .grad((x) => logGammaOf(asTensor(x)).sum() as unknown as LibraryTensor)(tf.tensor1d(xs))
    .dataSync()
  xs.forEach((x, i) => {
    const h = 1e-5 * x
    const expected = (logGamma(x + h) - logGamma(x - h)) / (2 * h)
    expect(Math.abs(slope[i]! - expected)).toBeLessThan(1e-4 * Math.max(1, Math.abs(expected)))
  })
})

test('The loss of counts is minus the mean log probability of the kernel’s negative binomial, over observed months', () => {
  const horizon = 3
  const output = [0.2, -1, 2, 0.5, -2, 1, -0.4, 3, 0, -1, 0.3, -3]
  const y = [0, 4, 1, 17, 2, 0]
  const weight = [1, 1, 0, 1, 0, 1]
  const scale = [0.6, 5]
  let sum = 0
  y.forEach((count, i) => {
    const row = Math.floor(i / horizon)
    const at = row * 2 * horizon + (i % horizon)
    const mean = softplus(20 * Math.tanh(output[at]! / 20) + Math.log(Math.E - 1)) * scale[row]! + 1e-4
    const dispersion = softplus(output[at + horizon]!) + 1e-3
    if (weight[i] === 1) sum -= Math.log(negativeBinomialPmf(count, mean, 1 + dispersion * mean))
  })
  const targets = { y: tensor(y, 2, 3), weight: tensor(weight, 2, 3), scale: tensor(scale, 2, 1) }
  const [loss] = numbers(HEADS.count.loss(tensor(output, 2, 6), targets, constant))
  expect(loss).toBeCloseTo(sum / 4, 4)
})

/** One reading of a head at the given levels. */
function read(head: HeadName, output: Float32Array, horizon: number, scale: number, levels: readonly number[]) {
  const quantiles = new Float64Array(horizon * levels.length)
  const means = new Float64Array(horizon)
  const naive = new Float64Array(horizon).fill(7)
  HEADS[head].read({
    output,
    at: 0,
    horizon,
    scale,
    quantum: 1,
    floor: 0,
    naive,
    levels,
    quantiles,
    quantilesAt: 0,
    means,
    meansAt: 0,
  })
  return { quantiles, means }
}

const LEARNED = [0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975]

test('The loss of quantiles is the mean pinball of what the head reads at its levels, in scales', () => {
  const random = stream(3)
  const output = Float32Array.from({ length: 2 * 11 }, () => 2 * random() - 1)
  const scale = 4
  const y = [9, 3]
  const { quantiles } = read('quantile', output, 2, scale, LEARNED)
  let sum = 0
  y.forEach((value, j) => LEARNED.forEach((l, k) => (sum += pinball(value, quantiles[j * 11 + k]!, l) / scale)))
  const targets = {
    y: tensor(
      y.map((v) => (v - 7) / scale),
      1,
      2,
    ),
    weight: tensor([1, 1], 1, 2),
  }
  const [loss] = numbers(HEADS.quantile.loss(tensor([...output], 1, 22), targets, constant))
  expect(loss).toBeCloseTo(sum / 22, 5)
})

/** For logit a, middle b, spread c as the network gives them. */
const spreadOf = (c: number): number => softplus(c + Math.log(Math.E - 1)) + 0.05

test('The loss of the hurdle is minus the log probability of whether, and of how much the log-normal density without its constant', () => {
  const [a, b, c] = [0.4, 1.2, -0.7]
  const spread = spreadOf(c)
  const p = 1 / (1 + Math.exp(-a))
  const y = 2.1
  const occurred = -Math.log(p) + 0.5 * ((y - b) / spread) ** 2 + Math.log(spread)
  const targets = { y: tensor([y, 0, 9], 3, 1), event: tensor([1, 0, 1], 3, 1), weight: tensor([1, 1, 0], 3, 1) }
  const [loss] = numbers(HEADS.hurdle.loss(tensor([a, b, c, a, b, c, a, b, c], 3, 3), targets, constant))
  expect(loss).toBeCloseTo((occurred - Math.log(1 - p)) / 2, 5)
})

test('The hurdle reads 0 up to the probability of nothing, then the log-normal of what is above', () => {
  // logit ln 4 is a probability of 0.8; the level 0.6 is the middle of what is above 0.2, e² scales of 3.
  const output = Float32Array.of(Math.log(4), 2, 0.5)
  const { quantiles, means } = read('hurdle', output, 1, 3, [0.1, 0.19, 0.6])
  expect([...quantiles]).toEqual([0, 0, expect.closeTo(3 * Math.exp(2), 4)])
  expect(means[0]).toBeCloseTo(0.8 * 3 * Math.exp(2 + spreadOf(0.5) ** 2 / 2), 3)
})

test('With a last layer of zeros the median is the seasonal naive, and the mean of counts is as it was', () => {
  expect(read('quantile', new Float32Array(11), 1, 3, [0.5]).quantiles[0]).toBe(7)
  expect(read('count', new Float32Array(2), 1, 3, [0.5]).means[0]).toBeCloseTo(3.0001, 6)
})

test('Whatever the network says, quantiles ascend and are not below 0', () => {
  const levels = [0.001, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.999]
  const random = stream(8)
  for (let n = 0; n < 200; n++)
    for (const head of ['count', 'hurdle', 'quantile'] as const) {
      const output = Float32Array.from({ length: HEADS[head].outputs(2) }, () => 20 * random() - 10)
      const { quantiles } = read(head, output, 2, 10 * random(), levels)
      quantiles.forEach((q, i) => {
        expect(q).toBeGreaterThanOrEqual(i % levels.length === 0 ? 0 : quantiles[i - 1]!)
      })
    }
})
