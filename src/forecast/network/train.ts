import { seedFor, stream } from '../../kernel/random.ts'
import { batchOf } from './batch.ts'
import { HEADS } from './heads.ts'
import { initialWeights } from '../../kernel/network/initial-weights.ts'
import { merge } from './merge.ts'
import { type NetworkInput, partsOf, topologyOf } from './network-input.ts'
import type { Batch, Engine, OpenNetwork } from '../../kernel/network/tensor.ts'
import { type Topology, type Weight, weightShapes } from '../../kernel/network/topology.ts'
import { cumulativeWeights, epochOf, epochSize, splitWindows, type Windows } from './windows.ts'

export interface EpochLoss {
  /** From 1. */
  readonly epoch: number
  /** Means over windows, in the unit of the head's loss; without held-out windows both are the training's. */
  readonly training: number
  readonly validation: number
}

export interface TrainedNetwork {
  readonly topology: Topology
  readonly weights: readonly Weight[]
  readonly losses: readonly EpochLoss[]
  /** The epoch whose weights these are; 0: none was finished, the network is its head's baseline. */
  readonly best: number
}

export interface EpochEvent extends EpochLoss {
  /** Which network of how many, from 1, and epochs of each at most. */
  readonly network: number
  readonly networks: number
  readonly epochs: number
}

/** Cancelled, it keeps the best so far, of one epoch at least: a network of none would know nothing. Same input, same weights on the same machine. */
export type Train = (
  input: NetworkInput,
  onEpoch?: (event: EpochEvent) => void,
  cancelled?: () => boolean,
) => Promise<TrainedNetwork>

/** Epochs without a better validation loss after which training ends. */
const PATIENCE = 4
/** A network that begins with weights of before learns so many times fewer epochs, at a rate so many times lower. */
const WARM = 2
/** Windows whose loss is computed at a time, and of which the mean scale is taken. */
const CHUNK = 2048

export const trainerOn =
  (engine: Engine): Train =>
  async (input, onEpoch, cancelled = () => false) => {
    const parts = partsOf(input)
    const { epochs } = input.settings
    const trained = parts.map((part, k) =>
      trainOne(
        engine,
        part,
        (loss) => onEpoch?.({ ...loss, network: k + 1, networks: parts.length, epochs }),
        cancelled,
      ),
    )
    return merge(trained)
  }

function trainOne(
  engine: Engine,
  input: NetworkInput,
  tell: (loss: EpochLoss) => void,
  cancelled: () => boolean,
): TrainedNetwork {
  const { settings, seed } = input
  const topology = topologyOf(input)
  const [start] = input.start ?? []
  const warm = start !== undefined && fits(topology, start)
  let weights = warm ? start : initialWeights(topology, seed)
  const most = warm ? Math.ceil(settings.epochs / WARM) : settings.epochs
  const fastest = warm ? settings.learningRate / WARM : settings.learningRate
  const split = splitWindows(input)
  const { training, limit } = split
  const losses: EpochLoss[] = []
  let best = 0
  if (training.row.length === 0) return { topology, weights, losses, best }

  const { loss } = HEADS[input.head]
  const random = stream(seedFor(seed, 'windows'))
  const dropout = stream(seedFor(seed, 'dropout'))
  const sums = cumulativeWeights(input, training)
  const perEpoch = Math.ceil(epochSize(sums) / settings.batch)
  const typical = typicalScale(input, training)
  const held = validationBatches(input, split.validation, typical)
  const network = engine.open(topology, weights)
  const stopped = (epoch: number): boolean => epoch > 1 && cancelled()
  let step = 0
  for (let epoch = 1; epoch <= most && epoch - best <= PATIENCE && !stopped(epoch); epoch++) {
    const order = epochOf(sums, random)
    let sum = 0
    let done = 0
    for (let at = 0; at < order.length && !stopped(epoch); at += settings.batch) {
      const batch = batchOf(input, training, order.subarray(at, at + settings.batch), limit, typical, random)
      const rate = fastest * 0.5 * (1 + Math.cos((Math.PI * step++) / (perEpoch * most)))
      sum += network.step(batch, loss, rate, dropout) * batch.size
      done += batch.size
    }
    if (done < order.length) break
    const entry = { epoch, training: sum / done, validation: validationLoss(network, held, input) ?? sum / done }
    // Numbers beyond single precision: the best so far is kept, else the baseline.
    if (!Number.isFinite(entry.training + entry.validation)) break
    losses.push(entry)
    if (best === 0 || entry.validation < losses[best - 1].validation) {
      best = epoch
      weights = network.weights()
    }
    tell(entry)
  }
  network.close()
  return { topology, weights, losses, best }
}

/** Whether the weights are those of the topology, in its order. */
function fits(topology: Topology, weights: readonly Weight[]): boolean {
  const wanted = weightShapes(topology)
  return (
    wanted.length === weights.length &&
    wanted.every(({ name, shape }, i) => name === weights[i].name && shape.join() === weights[i].shape.join())
  )
}

const range = (from: number, to: number): Int32Array => Int32Array.from({ length: to - from }, (_, i) => from + i)

function typicalScale(input: NetworkInput, windows: Windows): number {
  const every = Math.ceil(windows.row.length / CHUNK)
  const picks = range(0, Math.floor((windows.row.length - 1) / every) + 1).map((i) => i * every)
  const { scale } = batchOf(input, windows, picks, () => 0, 1).targets
  return scale.reduce((a, b) => a + b, 0) / scale.length
}

function validationBatches(input: NetworkInput, windows: Windows, typical: number): readonly Batch[] {
  const batches: Batch[] = []
  for (let at = 0; at < windows.row.length; at += CHUNK)
    batches.push(
      batchOf(input, windows, range(at, Math.min(windows.row.length, at + CHUNK)), () => input.months, typical),
    )
  return batches
}

function validationLoss(network: OpenNetwork, batches: readonly Batch[], { head }: NetworkInput): number | undefined {
  let sum = 0
  let weights = 0
  for (const batch of batches) {
    const weight = batch.targets['weight'].reduce((a, b) => a + b, 0)
    sum += network.loss(batch, HEADS[head].loss) * weight
    weights += weight
  }
  return weights > 0 ? sum / weights : undefined
}
