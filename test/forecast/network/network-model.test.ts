import { beforeAll, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import { type Group, historyAt } from '../../../src/forecast/history.ts'
import { networkMember } from '../../../src/forecast/network/network-member.ts'
import {
  askModel,
  type ModelInput,
  type NetworkModel,
  trainModel,
} from '../../../src/forecast/network/network-model.ts'
import { predictorOn } from '../../../src/forecast/network/predict.ts'
import { trainerOn } from '../../../src/forecast/network/train.ts'
import { unmerge } from '../../../src/forecast/network/merge.ts'
import { monthOf } from '../../../src/model/month.ts'
import { SMALL, smallInput } from './small-panel.ts'

const train = trainerOn(tensorFlowEngine)
const predict = predictorOn(tensorFlowEngine)
const ROWS = 12
const MONTHS = 48
const first = monthOf(2018, 1)
const ORIGINS = [45, 44, 43, 42, 41, 40]

const groupOf = (values = smallInput({}, ROWS, MONTHS).values): Group => ({
  rows: ROWS,
  steps: MONTHS,
  cycle: 12,
  values,
})
const modelInput = (group = groupOf(), over: Partial<ModelInput> = {}): ModelInput => ({
  group,
  first,
  end: MONTHS,
  plan: { origins: ORIGINS, horizon: 3 },
  horizon: 3,
  head: 'count',
  settings: { ...SMALL, epochs: 1, seeds: 2 },
  seed: 1,
  ...over,
})
const trained = async (input: ModelInput): Promise<NetworkModel> => {
  const model = await trainModel(train, input)
  if (model === undefined) throw new Error('history is long enough')
  return model
}

beforeAll(() => startTensorFlow())

test('the network in use has seen all; one had seen nothing from the latest third of the origins on; one nothing from any', async () => {
  const { vintages } = await trained(modelInput())
  // The latest third of six origins: 45 and 44.
  expect(vintages.map((v) => v.before - first)).toEqual([48, 44, 40])
  expect(vintages.map((v) => unmerge(v.network).length)).toEqual([2, 1, 1])
})

test('what comes from an origin on changes neither the networks that are asked there nor what they say', async () => {
  const group = groupOf()
  const changed = groupOf(group.values.map((y, i) => (i % MONTHS >= 42 ? 1000 - y : y)))
  const told = async (of: Group): Promise<readonly number[]> => {
    const asked = await askModel(predict, await trained(modelInput(of)), { group: of, first }, [42])
    const member = networkMember('count', asked ?? new Map())
    const out = new Float64Array(9)
    member.predict(historyAt(of, 42, new Float64Array(MONTHS)), 3, 42, 3, [0.1, 0.5, 0.9], out, new Float64Array(3))
    return [...out]
  }
  expect(await told(changed)).toEqual(await told(group))
})

test('where every network has seen what came after an origin, none is asked', async () => {
  const group = groupOf()
  expect(await askModel(predict, await trained(modelInput()), { group, first }, [45, 39])).toBeUndefined()
})

test('a place that has had no demand yet is not asked about and is forecast zero; steps beyond the horizon are as the last one', async () => {
  const values = groupOf().values.map((y, i) => (i < MONTHS ? 0 : y))
  const group = groupOf(values)
  const asked = await askModel(predict, await trained(modelInput(group)), { group, first }, [48])
  const member = networkMember('count', asked ?? new Map())
  const history = historyAt(group, 48, new Float64Array(MONTHS))
  const told = (row: number, from: number, count: number): readonly number[] => {
    const out = new Float64Array(count)
    member.predict(history, row, from, count, [0.9], out, new Float64Array(count))
    return [...out]
  }
  expect(told(0, 48, 3)).toEqual([0, 0, 0])
  const [, , third] = told(5, 48, 3)
  expect(told(5, 50, 2)).toEqual([third, third])
})

test('a second training begins where the first one ended and learns half as many epochs; networks of the past begin anew', async () => {
  const settings = { ...SMALL, epochs: 4, seeds: 1 }
  const cold = await trained(modelInput(groupOf(), { settings }))
  const warm = await trained(modelInput(groupOf(), { settings, former: cold }))
  expect(warm.vintages.map((v) => v.network.losses.length)).toEqual([2, 4, 4])
  expect(warm.vintages.slice(1)).toEqual(cold.vintages.slice(1))
  expect(warm.vintages[0]?.network.losses[0]?.training).toBeLessThan(cold.vintages[0]?.network.losses[0]?.training ?? 0)
})

test('weights of another shape are no beginning: training starts anew', async () => {
  const wide = await trained(modelInput(groupOf(), { settings: { ...SMALL, epochs: 1, seeds: 1, width: 8 } }))
  const settings = { ...SMALL, epochs: 2, seeds: 1 }
  const anew = await trained(modelInput(groupOf(), { settings }))
  expect(await trained(modelInput(groupOf(), { settings, former: wide }))).toEqual(anew)
})

test('history too short to teach anything makes no networks', async () => {
  const group = groupOf(groupOf().values.map((y, i) => (i % MONTHS < 38 ? Number.NaN : y)))
  expect(await trainModel(train, modelInput(group))).toBeUndefined()
  expect(await trainModel(train, modelInput(groupOf(), { plan: { origins: [], horizon: 3 } }))).toBeUndefined()
})
