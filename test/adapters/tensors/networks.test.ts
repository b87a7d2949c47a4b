import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import { type Networks, networkThreads } from '../../../src/adapters/tensors/networks.ts'
import { predictorOn } from '../../../src/forecast/network/predict.ts'
import { type EpochEvent, trainerOn } from '../../../src/forecast/network/train.ts'
import { SMALL, smallInput, windowsAt } from '../../forecast/network/small-panel.ts'

const root = new URL('../../..', import.meta.url)
const input = smallInput({ settings: { ...SMALL, epochs: 2, seeds: 3 } })

beforeAll(() => startTensorFlow())

async function built(): Promise<() => Networks> {
  execFileSync('node_modules/.bin/tsc', ['-b', 'src/adapters'], { cwd: root })
  const module = (await import(new URL('dist/adapters/tensors/networks.js', root).href)) as {
    readonly networkThreads: () => Networks
  }
  return module.networkThreads
}

describe.each([
  ['source', () => Promise.resolve(networkThreads)],
  ['the build', built],
] as const)('Worker threads from %s', (_, load) => {
  let threads: Networks
  beforeAll(async () => {
    threads = (await load())()
  })
  afterAll(() => threads.close())

  test('train and predict as one thread does, to the byte, and tell every epoch of every network', async () => {
    const events: EpochEvent[] = []
    const network = await threads.train(input, (e) => events.push(e))
    const expected = await trainerOn(tensorFlowEngine)(input)
    expect(network).toEqual(expected)
    expect(events.map((e) => `${e.network}/${e.networks} ${e.epoch}/${e.epochs}`).sort()).toEqual([
      '1/3 1/2',
      '1/3 2/2',
      '2/3 1/2',
      '2/3 2/2',
      '3/3 1/2',
      '3/3 2/2',
    ])
    const windows = windowsAt(input, 48)
    const output = await threads.predict(network, input, windows)
    expect(output).toEqual(await predictorOn(tensorFlowEngine)(expected, input, windows))
  })

  test('a wish to stop ends a long training with the best so far', async () => {
    const long = smallInput({ settings: { ...SMALL, epochs: 100_000, learningRate: 1e-9, seeds: 2 } })
    const events: EpochEvent[] = []
    const network = await threads.train(
      long,
      (e) => events.push(e),
      () => events.length >= 3,
    )
    expect(network.best).toBeGreaterThan(0)
    expect(network.losses.length).toBeLessThan(100_000)
  })
})
