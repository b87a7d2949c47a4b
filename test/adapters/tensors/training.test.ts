import { beforeAll, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import { predictorOn } from '../../../src/forecast/network/predict.ts'
import { type EpochEvent, trainerOn } from '../../../src/forecast/network/train.ts'
import { initialWeights } from '../../../src/kernel/network/initial-weights.ts'
import { pinball } from '../../../src/kernel/quantile.ts'
import { SMALL, smallForecast, smallInput } from '../../forecast/network/small-panel.ts'

const train = trainerOn(tensorFlowEngine)
const predict = smallForecast(predictorOn(tensorFlowEngine))
const LEVELS = [0.1, 0.5, 0.9]
beforeAll(() => startTensorFlow())

const bytes = (weights: readonly { readonly values: Float32Array }[]): string =>
  weights.map((w) => Buffer.from(w.values.buffer, w.values.byteOffset, w.values.byteLength).toString('base64')).join()

test('No tensor is left over: as many are alive after every epoch, and after the network is closed as before it', async () => {
  await train(smallInput({ settings: { ...SMALL, epochs: 1 } }))
  const before = tensorFlowEngine.alive()
  const alive: number[] = []
  const network = await train(smallInput(), () => alive.push(tensorFlowEngine.alive()))
  expect(alive).toHaveLength(4)
  expect(new Set(alive).size).toBe(1)
  await predict(network, smallInput(), 48, LEVELS)
  expect(tensorFlowEngine.alive()).toBe(before)
})

test('The same seed gives the same bytes, another seed others', async () => {
  const one = await train(smallInput())
  expect(bytes((await train(smallInput())).weights)).toBe(bytes(one.weights))
  expect(bytes((await train(smallInput({ seed: 2 }))).weights)).not.toBe(bytes(one.weights))
})

test('Cancelled in the third epoch, the network of the first two is kept', async () => {
  const events: EpochEvent[] = []
  const stopped = await train(
    smallInput(),
    (e) => events.push(e),
    () => events.length >= 2,
  )
  expect(stopped.losses.map((l) => l.epoch)).toEqual([1, 2])
  expect(stopped.best).toBeGreaterThan(0)
})

test('Cancelled from the start, the network of one epoch is kept; one that learned nothing says that the mean stays as it was', async () => {
  const input = smallInput()
  const stopped = await train(input, undefined, () => true)
  expect(stopped.losses.map((l) => l.epoch)).toEqual([1])
  expect(stopped.best).toBe(1)
  const baseline = { ...stopped, weights: initialWeights(stopped.topology, 1) }
  const { means } = await predict(baseline, input, 48, LEVELS)
  const lags = [...input.values.subarray(36, 48)].filter((y) => !Number.isNaN(y))
  // softplus(ln(e − 1)) = 1 times the scale, which is the mean of the lags + 0.1, + the floor 0.0001
  const expected = lags.reduce((a, b) => a + b, 0) / lags.length + 0.1001
  expect([...means.subarray(0, 3)]).toEqual([1, 2, 3].map(() => expect.closeTo(expected, 4)))
})

test('What comes at the origin or after it changes no forecast', async () => {
  const input = smallInput({ settings: { ...SMALL, epochs: 1 } })
  const network = await train(input)
  const changed = { ...input, values: input.values.map((y, i) => (i % 48 >= 40 ? 1000 - y : y)) }
  expect(await predict(network, changed, 40, LEVELS)).toEqual(await predict(network, input, 40, LEVELS))
})

test('A number beyond single precision makes no network of NaN: the best so far is kept, here the baseline', async () => {
  const input = smallInput()
  input.values[30] = 1e39
  const network = await train(input)
  expect(network.best).toBe(0)
  const { quantiles } = await predict(network, smallInput(), 48, LEVELS)
  expect(quantiles.every(Number.isFinite)).toBe(true)
})

test('A series alone, one observed once, and rows without anything give a forecast', async () => {
  const values = new Float64Array(3 * 40).fill(Number.NaN)
  values[80] = 4
  values.set(smallInput({}, 1, 40).values)
  const input = smallInput({ values }, 3, 40)
  const { quantiles, means } = await predict(await train(input), input, 40, LEVELS)
  expect([...quantiles, ...means].every((x) => Number.isFinite(x) && x >= 0)).toBe(true)
  const nothing = smallInput({ values: new Float64Array(80).fill(Number.NaN) }, 2, 40)
  expect(await train(nothing)).toMatchObject({ best: 0, losses: [] })
})

for (const head of ['count', 'hurdle', 'quantile'] as const)
  for (const architecture of ['residual', 'pooled'] as const)
    test(`${architecture}, ${head}: trained on seasonal counts, it beats its own baseline on months it has not seen`, async () => {
      const settings = { ...SMALL, architecture, epochs: 10, learningRate: 1e-2 }
      // The quantile head is made for numbers that are rarely zero.
      const counts = smallInput({}, 60, 60)
      const whole = { ...counts, values: counts.values.map((y) => (head === 'quantile' ? 20 + y : y)) }
      const origin = 57
      const values = whole.values.map((y, i) => (i % 60 >= origin ? Number.NaN : y))
      const input = smallInput({ values, head, settings, rows: 60, months: 60 })
      const loss = async (epochs: number): Promise<number> => {
        const network = await train({ ...input, settings: { ...settings, epochs } })
        const { quantiles } = await predict(network, input, origin, LEVELS)
        let sum = 0
        for (let c = 0; c < 180; c++) {
          const y = whole.values[Math.floor(c / 3) * 60 + origin + (c % 3)] ?? Number.NaN
          if (!Number.isNaN(y)) LEVELS.forEach((l, k) => (sum += pinball(y, quantiles[c * 3 + k] ?? 0, l)))
        }
        return sum
      }
      expect(await loss(10)).toBeLessThan(0.95 * (await loss(0)))
    })

test('Three seeds are one network whose quantiles are the means of the three', async () => {
  const settings = { ...SMALL, epochs: 1, seeds: 3 }
  const events: EpochEvent[] = []
  const input = smallInput({ settings })
  const network = await train(input, (e) => events.push(e))
  expect(events.map((e) => [e.network, e.networks, e.epoch])).toEqual([
    [1, 3, 1],
    [2, 3, 1],
    [3, 3, 1],
  ])
  const { quantiles } = await predict(network, input, 48, LEVELS)
  const single = await Promise.all(
    [1, 2, 3].map(async (k) => {
      const prefix = `net${k}_`
      const keep = (name: string): boolean => name.startsWith(prefix)
      const bare = (name: string): string => name.replace(prefix, '')
      const { layers } = network.topology
      const topology = {
        name: 'one',
        layers: layers
          .filter((l) => l.kind === 'InputLayer' || keep(l.name))
          .map((l) => ({ ...l, name: bare(l.name), from: l.from.map(bare) })),
        output: 'head',
      }
      const weights = network.weights.filter((w) => keep(w.name)).map((w) => ({ ...w, name: bare(w.name) }))
      return (await predict({ ...network, topology, weights }, input, 48, LEVELS)).quantiles
    }),
  )
  const means = [...quantiles].map((_, i) => single.reduce((sum, q) => sum + (q[i] ?? Number.NaN) / 3, 0))
  expect([...quantiles]).toEqual(means.map((x) => expect.closeTo(x, 3)))
})
