import type { Month } from '../../model/month.ts'
import { firstDemand } from '../backtest.ts'
import { isCount } from '../counts.ts'
import { disasterCap } from '../disasters.ts'
import { type Group, historyAt } from '../history.ts'
import type { Schedule } from '../schedule.ts'
import { type Exogenous, exogenousOf } from './exogenous.ts'
import type { HeadName } from './head.ts'
import type { NetworkInput, TrainSettings } from './network-input.ts'
import { unmerge } from './merge.ts'
import type { OutputAt } from './network-member.ts'
import type { Predict } from './predict.ts'
import type { EpochEvent, Train, TrainedNetwork } from './train.ts'

/** A network and what it had seen. */
interface Vintage {
  /** Nothing from this month on was seen in training. */
  readonly before: Month
  /** What was counted in. */
  readonly quantum: number
  readonly network: TrainedNetwork
}

/** The networks of a group of series: the one in use, and those that stand for it in the past, so that no origin meets a network that knows more. */
export interface NetworkModel {
  readonly head: HeadName
  readonly horizon: number
  readonly settings: TrainSettings
  /** Youngest first. */
  readonly vintages: readonly Vintage[]
}

/** The series that networks are trained on or asked about. */
export interface NetworkGroup extends Exogenous {
  readonly group: Group
  /** Month of column 0; of other steps any number that says where in the cycle it lies. */
  readonly first: Month
}

export interface ModelInput extends NetworkGroup {
  /** Column after the last one that may be seen. */
  readonly end: number
  /** Origins of the backtest in which the networks will be held against other members. */
  readonly plan: Schedule
  readonly horizon: number
  readonly head: HeadName
  readonly settings: TrainSettings
  readonly seed: number
  /** The networks of before: the new one in use begins where the old one ended. */
  readonly former?: NetworkModel
}

/** Share of zeros, and squared coefficient of variation of what is not, from which on demand is disasters: nothing mostly, and then no typical size. */
const RARE = 0.3
const WILD = 5

function isDisasters({ values, rows, steps }: Group, end: number): boolean {
  let known = 0
  let positive = 0
  let sum = 0
  let squares = 0
  for (let row = 0; row < rows; row++)
    for (let t = row * steps; t < row * steps + end; t++) {
      const y = values[t]
      if (Number.isNaN(y)) continue
      known++
      if (y <= 0) continue
      positive++
      sum += y
      squares += y * y
    }
  const mean = sum / positive
  return positive < (1 - RARE) * known && squares / positive - mean * mean >= WILD * mean * mean
}

/**
 * The head that suits the demand: of disasters whether and how much, for the mean of a negative binomial leaves the ground there (on people of the
 * register 3.4 times what came); of small counts the negative binomial; of anything else quantiles.
 */
export const headFor = (group: Group, end: number): HeadName =>
  isDisasters(group, end) ? 'hurdle' : isCount(group, end) ? 'count' : 'quantile'

/**
 * Columns before which each vintage learns, youngest first: the end; the earliest of the third of the origins on which methods are tried; the earliest
 * of all. Training anew at each origin would be truer and twelve times dearer.
 */
function cutsOf({ origins }: Schedule, end: number): readonly number[] {
  return [end, origins[Math.ceil(origins.length / 3) - 1], origins[origins.length - 1]]
}

function inputBefore({ group, first, ...rest }: ModelInput, cut: number): NetworkInput {
  const { rows, steps, cycle, values } = group
  const seen = new Float64Array(rows * cut)
  const cap = disasterCap(group, cut)
  for (let row = 0; row < rows; row++)
    for (let t = 0; t < cut; t++) seen[row * cut + t] = Math.min(cap, values[row * steps + t])
  const { quantum, floor } = historyAt(group, cut, new Float64Array(steps))
  const { horizon, head, settings, seed } = rest
  const known = { values: seen, rows, months: cut, first, cycle, floor, horizon, head, quantum, seed, settings }
  return { ...known, ...exogenousOf(rest) }
}

/** Those of the past begin anew: the old ones may have seen what came after their cut. */
const startOf = (former: NetworkModel | undefined): Pick<NetworkInput, 'start'> =>
  former === undefined ? {} : { start: unmerge(former.vintages[0].network) }

/**
 * Trains the networks of a group: the one in use of several seeds, those of the past of one.
 * @returns `undefined` where history is too short to teach one of them anything, or too short for a backtest
 */
export async function trainModel(
  train: Train,
  input: ModelInput,
  onEpoch?: (event: EpochEvent & { readonly vintage: number }) => void,
  cancelled?: () => boolean,
): Promise<NetworkModel | undefined> {
  const { head, horizon, settings, plan, end, first } = input
  if (plan.origins.length === 0) return undefined
  const vintages = await Promise.all(
    cutsOf(plan, end).map(async (cut, vintage): Promise<Vintage> => {
      const seen = inputBefore(vintage === 0 ? input : { ...input, settings: { ...settings, seeds: 1 } }, cut)
      const start = vintage === 0 ? startOf(input.former) : {}
      const network = await train({ ...seen, ...start }, (event) => onEpoch?.({ ...event, vintage }), cancelled)
      return { before: (first + cut) as Month, quantum: seen.quantum, network }
    }),
  )
  if (vintages.some(({ network }) => network.best === 0)) return undefined
  return { head, horizon, settings, vintages }
}

/**
 * What the networks say at each origin, of rows that ever had a demand before it; each origin asks the youngest network that had seen nothing from it on.
 * @returns by origin; `undefined` where there is no such network for one of them
 */
export async function askModel(
  predict: Predict,
  model: NetworkModel,
  { group, first, ...rest }: NetworkGroup,
  origins: readonly number[],
): Promise<ReadonlyMap<number, OutputAt> | undefined> {
  const { rows, steps, cycle, values } = group
  const { head, horizon, settings, vintages } = model
  const demand = firstDemand(group)
  const byVintage = Map.groupBy(origins, (origin) => vintages.find((v) => v.before <= first + origin))
  const asked = new Map<number, OutputAt>()
  for (const [vintage, own] of byVintage) {
    if (vintage === undefined) return undefined
    const pairs = own.flatMap((origin) =>
      Array.from(demand.keys())
        .filter((row) => demand[row] < origin)
        .map((row) => ({ row, origin })),
    )
    const { floor } = historyAt(group, Math.max(...own), new Float64Array(steps))
    const { quantum } = vintage
    const known = { values, rows, months: steps, first, cycle, floor, horizon, head, quantum, seed: 0, settings }
    const windows = { row: Int32Array.from(pairs, (p) => p.row), origin: Int32Array.from(pairs, (p) => p.origin) }
    const output = await predict(vintage.network, { ...known, ...exogenousOf(rest) }, windows)
    for (const origin of own)
      asked.set(origin, { head, horizon, quantum, floor, output, window: new Int32Array(rows).fill(-1) })
    pairs.forEach(({ row, origin }, i) => {
      asked.get(origin)!.window[row] = i
    })
  }
  return asked
}
