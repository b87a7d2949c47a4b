import { seedFor } from '../../kernel/random.ts'
import type { Month } from '../../model/month.ts'
import { type Architecture, pooledNetwork, residualNetwork } from './architectures.ts'
import { type Exogenous, toldOf } from './exogenous.ts'
import type { HeadName } from './head.ts'
import { HEADS } from './heads.ts'
import type { Topology, Weight } from '../../kernel/network/topology.ts'
import { knownWidth } from './window.ts'

export interface TrainSettings {
  readonly architecture: 'residual' | 'pooled'
  /** Past months a window sees. */
  readonly lags: number
  readonly width: number
  readonly blocks: number
  readonly epochs: number
  readonly batch: number
  readonly learningRate: number
  readonly dropout: number
  /** Networks trained from different random beginnings, whose quantiles are averaged. */
  readonly seeds: number
}

const COMMON = { batch: 512, learningRate: 2e-3, dropout: 0.1, seeds: 3 }

/** What was best for its head on `bench/forecast/networks.ts`. More epochs gain counts nothing. */
export const TRAIN_SETTINGS: Readonly<Record<HeadName, TrainSettings>> = {
  count: { ...COMMON, architecture: 'pooled', lags: 24, width: 96, blocks: 3, epochs: 6 },
  hurdle: { ...COMMON, architecture: 'pooled', lags: 24, width: 96, blocks: 3, epochs: 6 },
  quantile: { ...COMMON, architecture: 'residual', lags: 36, width: 128, blocks: 2, epochs: 12 },
}

/** Many series, one network. */
export interface NetworkInput extends Exogenous {
  /** rows × months, row-major; NaN where not observed, which is not zero. */
  readonly values: Float64Array
  readonly rows: number
  /** Columns; of weekly or daily series weeks or days. */
  readonly months: number
  /** Month of column 0; of other steps any number that says where in the cycle it lies. */
  readonly first: Month
  /** Steps in a season, 12 unless told; 1 for none. */
  readonly cycle?: number
  /** No quantile lies below, 0 unless told. */
  readonly floor?: number
  readonly horizon: number
  readonly head: HeadName
  /** What is counted in, in the unit of the values; the quantile head ignores it. */
  readonly quantum: number
  readonly seed: number
  readonly settings: TrainSettings
  /** Weights that training begins with, of each seed: those of a network of other months of the same series. Others begin at random. */
  readonly start?: readonly (readonly Weight[])[]
}

/** The networks of an input one by one: each can be trained on a thread of its own. */
export function partsOf(input: NetworkInput): readonly NetworkInput[] {
  const { seeds } = input.settings
  if (seeds <= 1) return [input]
  const { start = [], ...rest } = input
  const settings = { ...input.settings, seeds: 1 }
  return Array.from({ length: seeds }, (_, k) => ({
    ...rest,
    settings,
    seed: seedFor(input.seed, `network ${k}`),
    ...(start[k] ? { start: [start[k]] } : {}),
  }))
}

/** The network of one seed. */
export function topologyOf(input: NetworkInput): Topology {
  const { settings, horizon, head } = input
  const shape: Architecture = {
    lags: settings.lags,
    known: knownWidth(head, settings.lags, horizon, toldOf(input)),
    outputs: HEADS[head].outputs(horizon),
    width: settings.width,
    blocks: settings.blocks,
    dropout: settings.dropout,
  }
  return settings.architecture === 'pooled' ? pooledNetwork(shape) : residualNetwork(shape)
}
