import type { MessagePort } from 'node:worker_threads'
import type { NetworkInput } from '../../forecast/network/network-input.ts'
import { type Asked, type NetworkOutput, predictorOn } from '../../forecast/network/predict.ts'
import { type TrainedNetwork, trainerOn } from '../../forecast/network/train.ts'
import { startTensorFlow } from './backend.ts'
import { tensorFlowEngine } from './engine.ts'

export type NetworkTask =
  | {
      readonly kind: 'train'
      readonly input: NetworkInput
      /** Receives epochs; closed after the last one. */
      readonly events: MessagePort
      /** 1 on the other thread's wish to stop. */
      readonly stop: Int32Array
    }
  | {
      readonly kind: 'predict'
      readonly network: TrainedNetwork
      readonly input: NetworkInput
      readonly windows: Asked
    }

export type NetworkResult =
  | { readonly kind: 'trained'; readonly network: TrainedNetwork }
  | { readonly kind: 'predicted'; readonly output: NetworkOutput }

await startTensorFlow()
const train = trainerOn(tensorFlowEngine)
const predict = predictorOn(tensorFlowEngine)

/** One network on this thread. */
export default async function run(task: NetworkTask): Promise<NetworkResult> {
  if (task.kind === 'predict')
    return { kind: 'predicted', output: await predict(task.network, task.input, task.windows) }
  const { input, events, stop } = task
  try {
    const network = await train(
      input,
      (event) => events.postMessage(event),
      () => Atomics.load(stop, 0) === 1,
    )
    return { kind: 'trained', network }
  } finally {
    events.close()
  }
}
