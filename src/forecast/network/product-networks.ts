import type { DemandPanel } from '../../model/demand.ts'
import { type Driver, DRIVERS, type DriverEffect } from '../../model/driver.ts'
import { isNetwork } from '../../model/forecast.ts'
import { addMonths } from '../../model/month.ts'
import type { TrainParams } from '../../model/params.ts'
import { historiesOf, type ProductMembers, scheduleOf, type Window } from '../compare.ts'
import { classAt } from '../demand-class.ts'
import type { Member } from '../member.ts'
import type { Method } from '../method.ts'
import { networkDrivers } from './drivers.ts'
import type { HeadName } from './head.ts'
import { type TrainSettings, TRAIN_SETTINGS } from './network-input.ts'
import { networkMember } from './network-member.ts'
import { askModel, headFor, type NetworkModel, type ModelInput, trainModel } from './network-model.ts'
import type { Predict } from './predict.ts'
import { networkGroup, type Scales, scalesOf, type Surroundings } from './surroundings.ts'
import type { EpochEvent, Train } from './train.ts'

/** The networks of a product of the plan. */
export interface ProductModel extends NetworkModel, Scales {
  readonly product: string
}

/** Steps that the networks of a plan look ahead at least, so that a longer window needs no new ones. */
const LEAST_AHEAD = 6

function settingsFor(head: HeadName, params: TrainParams): TrainSettings {
  const given = Object.entries(params).filter(([, value]) => value !== null)
  return { ...TRAIN_SETTINGS[head], ...Object.fromEntries(given) }
}

export interface TrainingInput {
  readonly panel: DemandPanel
  readonly window: Window
  readonly surroundings: Surroundings
  readonly params: TrainParams
  readonly seed: number
}

/** What one product's networks are trained on: with the same task, they come out the same. */
export interface TrainingTask {
  readonly product: string
  readonly scales: Scales
  readonly input: ModelInput
}

/** The tasks of all products that have a history, in their order. */
export function trainingTasks({ panel, window, surroundings, params, seed }: TrainingInput): readonly TrainingTask[] {
  return historiesOf(panel, window).flatMap((known) => {
    const { product, group, start, end } = known
    if (end <= start) return []
    const head = headFor(group, end)
    const plan = scheduleOf(known, window)
    const scales = scalesOf(panel, known, surroundings, addMonths(panel.first, plan.origins.at(-1) ?? end))
    const horizon = Math.max(LEAST_AHEAD, window.months + Math.max(0, window.from - panel.first - end))
    const settings = settingsFor(head, params)
    const told = networkGroup(panel, known, surroundings, scales, horizon)
    return [{ product, scales, input: { ...told, end, plan, horizon, head, settings, seed } }]
  })
}

/** @returns `undefined` where history is too short */
export async function trainProduct(
  train: Train,
  { product, scales, input }: TrainingTask,
  onEpoch?: (event: EpochEvent & { readonly vintage: number }) => void,
  cancelled?: () => boolean,
): Promise<ProductModel | undefined> {
  const model = await trainModel(train, input, onEpoch, cancelled)
  return model && { ...model, product, ...scales }
}

export interface AskedNetworks {
  readonly members: ProductMembers
  /** Products without a network that had seen nothing from an origin on, or that looks far enough ahead. */
  readonly without: readonly string[]
}

/**
 * What the networks of each product say at the origins of its backtest and at the window, as members.
 * @param past whether the origins of the backtest are asked too
 */
export async function askProducts(
  predict: Predict,
  models: readonly ProductModel[],
  panel: DemandPanel,
  window: Window,
  surroundings: Surroundings,
  past: boolean,
  onProgress?: (done: number, total: number) => void,
): Promise<AskedNetworks> {
  const members = new Map<string, readonly Member[]>()
  const without: string[] = []
  const histories = historiesOf(panel, window)
  for (const [i, known] of histories.entries()) {
    onProgress?.(i, histories.length)
    const { product, end, start } = known
    if (end <= start) continue
    const model = models.find((m) => m.product === product)
    const ahead = window.months + Math.max(0, window.from - panel.first - end)
    const fits = model !== undefined && ahead <= model.horizon
    const group = fits ? networkGroup(panel, known, surroundings, model, model.horizon) : undefined
    const origins = past ? [end, ...scheduleOf(known, window).origins] : [end]
    const asked = model && group && (await askModel(predict, model, group, origins))
    if (model && asked) members.set(product, [networkMember(model.head, asked)])
    else without.push(product)
  }
  return { members, without }
}

/** Share of what a method says of a row that is said by its networks. */
function networkShare({ members, member, blend }: Method, kind: number): number {
  if (blend === undefined) return isNetwork(members[member]) ? 1 : 0
  return members.reduce((sum, name, m) => sum + (isNetwork(name) ? blend[kind][m] : 0), 0)
}

const driversOf = ({ pastOnly, knownAhead }: Scales): readonly Driver[] =>
  DRIVERS.filter((driver) => {
    if (driver === 'signals') return pastOnly.names.length > 0
    return driver !== 'plans' || knownAhead.names.length > 0
  })

/**
 * Why the networks of each product forecast what they do for the window, place by place, as far as they weigh in the place's forecast; places in which
 * they do not are left out.
 */
export async function explainProducts(
  predict: Predict,
  models: readonly ProductModel[],
  panel: DemandPanel,
  window: Window,
  surroundings: Surroundings,
  methods: ReadonlyMap<string, Method>,
  seed: number,
): Promise<readonly DriverEffect[]> {
  const explained: DriverEffect[] = []
  for (const known of historiesOf(panel, window)) {
    const { product, rows, end, start } = known
    const model = models.find((m) => m.product === product)
    const method = methods.get(product)
    if (model === undefined || method === undefined || end <= start) continue
    const group = networkGroup(panel, known, surroundings, model, model.horizon)
    const drivers = driversOf(model)
    const effects = await networkDrivers(predict, model, group, end, window.months, drivers, seed)
    rows.forEach((s, row) => {
      const own = effects.subarray(row * drivers.length, (row + 1) * drivers.length)
      const share = networkShare(method, classAt(known.group, row, end))
      if (share === 0 || own.every((effect) => effect === 0)) return
      const { ubigeo } = panel.series[s]
      drivers.forEach((driver, d) => explained.push({ ubigeo, product, driver, effect: share * own[d] }))
    })
  }
  return explained
}
