import type { Engine } from '../../kernel/network/tensor.ts'
import { quantileSorted } from '../../kernel/quantile.ts'
import { type Day, dayOfInstant, formatDay } from '../../model/day.ts'
import type { DrivenLeg } from '../../model/distance.ts'
import type { Node } from '../../model/travel.ts'
import type { VehicleType } from '../../model/vehicle.ts'
import { type LegExample, legExamples } from './leg-facts.ts'
import { inputNames, vocabularyOf } from './leg-inputs.ts'
import { type LegModel, legNote } from './leg-model.ts'
import { legTopology } from './leg-network.ts'
import { scoreOf } from './leg-score.ts'
import { medians } from './medians.ts'
import { trainLegs } from './train-legs.ts'

export interface LearnInput {
  readonly legs: readonly DrivenLeg[]
  readonly vehicleTypes: readonly VehicleType[]
  /** Depots, points and places by the names that legs give them. */
  readonly nodeOf: (id: string) => Node | undefined
  readonly seed: number
  /** Cancelled, the best so far is kept. */
  readonly cancelled?: () => boolean
}

export type Learned =
  | { readonly status: 'learned'; readonly model: LegModel }
  | { readonly status: 'too-few'; readonly legs: number; readonly least: number }

/** Fewer legs than this teach a network nothing that the speed table does not know. */
const LEAST_LEGS = 200
/** By day of departure: legs up to the first share train, up to the second they say when to stop, the rest are held out for the score. */
const TRAINING = 0.7
const STOPPING = 0.85
/** Of the ratios in training, outside of which no leg is predicted. */
const RARE = 0.005

const dayOf = (e: LegExample): Day => dayOfInstant(e.departedAt)

/** Index of the first leg of the day on which the share is reached. */
function dayAt(examples: readonly LegExample[], share: number): number {
  const at = Math.floor(examples.length * share)
  const day = dayOf(examples[at])
  return examples.findIndex((e) => dayOf(e) === day)
}

const sum = (numbers: ArrayLike<number>): number => {
  let total = 0
  for (let i = 0; i < numbers.length; i++) total += numbers[i]
  return total
}

/** Trains on legs driven, each as it was and as a plan would have seen it. Same input, same weights on the same machine. */
export function learnLegTimes(input: LearnInput, engine: Engine): Learned {
  const examples = legExamples(input.legs, input.vehicleTypes, input.nodeOf)
  if (examples.length < LEAST_LEGS) return { status: 'too-few', legs: examples.length, least: LEAST_LEGS }
  const [stop, hold] = [dayAt(examples, TRAINING), dayAt(examples, STOPPING)]
  const [training, stopping, heldOut] = [examples.slice(0, stop), examples.slice(stop, hold), examples.slice(hold)]
  // All on one day or two: nothing lies ahead of anything.
  if (stop === 0 || stopping.length === 0) return { status: 'too-few', legs: stop, least: LEAST_LEGS }

  const vocabulary = vocabularyOf(training.map((e) => e.driven))
  const ratios = Float64Array.from(training, (e) => Math.log(e.seconds / e.driven.tableS)).sort()
  const bounds = { ...vocabulary, least: quantileSorted(ratios, RARE), most: quantileSorted(ratios, 1 - RARE) }
  const cancelled = input.cancelled ?? (() => false)
  const { weights, epoch } = trainLegs(engine, vocabulary, training, stopping, input.seed, cancelled)

  const topology = legTopology(inputNames(vocabulary).length)
  const network = engine.open(topology, weights)
  const known = examples.slice(0, hold)
  const median = medians(
    network,
    bounds,
    known.map((e) => e.planned),
  )
  const driven = scoreOf(network, bounds, training, heldOut, (e) => e.driven)
  const planned = scoreOf(network, bounds, training, heldOut, (e) => e.planned)
  network.close()
  // A slip of the pen, hours for minutes, must not stretch every tour.
  const believed = ({ seconds, planned: { tableS } }: LegExample): number =>
    Math.min(seconds, tableS * Math.exp(bounds.most))
  const loaded = training.map((e) => e.driven.loadShare).filter((share) => share > 0)
  const note = legNote({
    ...bounds,
    allowance: Math.max(1, sum(known.map(believed)) / sum(median)),
    loadShare: loaded.length > 0 ? sum(loaded) / loaded.length : 0,
    seed: input.seed,
    epoch,
    legs: { training: training.length, stopping: stopping.length, heldOut: heldOut.length },
    heldOut: { from: formatDay(dayOf(heldOut[0])), until: formatDay(dayOf(heldOut.at(-1)!)) },
    driven,
    planned,
    used: epoch > 0 && [driven, planned].every((s) => s.network.maeMin < s.table.maeMin),
  })
  return { status: 'learned', model: { topology, weights, note } }
}
