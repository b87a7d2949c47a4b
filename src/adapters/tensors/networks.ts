import { once } from 'node:events'
import { extname } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { merge } from '../../forecast/network/merge.ts'
import { type NetworkInput, partsOf } from '../../forecast/network/network-input.ts'
import type { Predict } from '../../forecast/network/predict.ts'
import type { EpochEvent, Train, TrainedNetwork } from '../../forecast/network/train.ts'
import type run from './network-worker.ts'
import type { NetworkResult, NetworkTask } from './network-worker.ts'

export interface Networks {
  /** Networks of an input are trained side by side; the result is that of one thread. */
  readonly train: Train
  readonly predict: Predict
  /** Ends the threads. */
  close(): Promise<void>
}

/** Two networks at a time keep two cores busy, and TensorFlow.js uses one core each. */
const THREADS = 2
/** How often the wish to stop is asked for [ms]. */
const ASK = 50

/** TensorFlow.js in worker threads, one network each, from the first call to `close`. */
export function networkThreads(): Networks {
  let pool: Piscina<NetworkTask, Awaited<ReturnType<typeof run>>> | undefined
  // `.ts` from source, `.js` from dist: the compiler rewrites imports, not URLs.
  const filename = new URL(`./network-worker${extname(import.meta.url)}`, import.meta.url).href
  const send = (task: NetworkTask, options = {}): Promise<NetworkResult> => {
    pool ??= new Piscina({ filename, minThreads: 0, maxThreads: THREADS, idleTimeout: 5_000 })
    return pool.run(task, options)
  }

  async function trainPart(input: NetworkInput, onEpoch: (e: EpochEvent) => void, stop: Int32Array) {
    const { port1, port2 } = new MessageChannel()
    port1.on('message', onEpoch)
    const closed = once(port1, 'close')
    const result = await send({ kind: 'train', input, events: port2, stop }, { transferList: [port2] })
    await closed
    if (result.kind !== 'trained') throw new Error('the worker did something else')
    return result.network
  }

  return {
    train: async (input, onEpoch, cancelled) => {
      const stop = new Int32Array(new SharedArrayBuffer(4))
      const asking = setInterval(() => {
        if (cancelled?.()) Atomics.store(stop, 0, 1)
      }, ASK)
      const parts = partsOf(input)
      try {
        const trained: readonly TrainedNetwork[] = await Promise.all(
          parts.map((part, k) =>
            trainPart(part, (event) => onEpoch?.({ ...event, network: k + 1, networks: parts.length }), stop),
          ),
        )
        return merge(trained)
      } finally {
        clearInterval(asking)
      }
    },
    predict: async (network, input, windows) => {
      const result = await send({ kind: 'predict', network, input, windows })
      if (result.kind !== 'predicted') throw new Error('the worker did something else')
      return result.output
    },
    close: async () => {
      await pool?.destroy()
      pool = undefined
    },
  }
}

/** Threads for as long as some work lasts. */
export async function withNetworks<T>(work: (networks: Networks) => Promise<T>): Promise<T> {
  const networks = networkThreads()
  try {
    return await work(networks)
  } finally {
    await networks.close()
  }
}
