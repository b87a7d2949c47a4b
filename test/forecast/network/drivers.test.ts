import { beforeAll, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import { covariates } from '../../../src/forecast/network/covariates.ts'
import { networkDrivers, partOfDriver } from '../../../src/forecast/network/drivers.ts'
import { topologyOf } from '../../../src/forecast/network/network-input.ts'
import type { NetworkModel } from '../../../src/forecast/network/network-model.ts'
import { predictorOn } from '../../../src/forecast/network/predict.ts'
import { knownWidth } from '../../../src/forecast/network/window.ts'
import { initialWeights } from '../../../src/kernel/network/initial-weights.ts'
import { weightShapes } from '../../../src/kernel/network/topology.ts'
import { DRIVERS } from '../../../src/model/driver.ts'
import { SMALL, smallInput } from './small-panel.ts'

const ROWS = 6
const MONTHS = 36
const input = smallInput({ settings: { ...SMALL, architecture: 'residual', blocks: 1 } }, ROWS, MONTHS)
const statics = Float64Array.from({ length: ROWS * 2 }, (_, i) => i % 3)
const changing = (steps: number): Float32Array => Float32Array.from({ length: ROWS * steps }, (_, i) => (i % 7) - 3)
const past = covariates('past-only', ['sea'], MONTHS, changing(MONTHS))
const ahead = covariates('known-ahead', ['campaign'], MONTHS + 3, changing(MONTHS + 3))
const told = { ...input, statics, past, ahead }
const group = { rows: ROWS, steps: MONTHS, cycle: 12, values: input.values }

beforeAll(() => startTensorFlow())

/** A network whose head reads nothing but one of its inputs: the others have no way to it. */
function listeningTo(index: number): NetworkModel {
  const topology = topologyOf(told)
  const weights = initialWeights(topology, 1).map((w) => {
    const { name, shape, values } = w
    if (name === 'enter/kernel') {
      const units = shape[1] ?? 0
      return { ...w, values: values.map((x, i) => (Math.floor(i / units) === index ? Math.abs(x) : 0)) }
    }
    return name === 'head/kernel' ? { ...w, values: values.map((_, i) => Math.cos(i)) } : w
  })
  expect(weights.map((w) => w.name)).toEqual(weightShapes(topology).map((w) => w.name))
  const { head, horizon, settings } = told
  const network = { topology, weights, losses: [], best: 1 }
  return { head, horizon, settings, vintages: [{ before: input.first, quantum: 1, network }] }
}

test('the parts of the inputs follow one another and leave nothing out', () => {
  for (const head of ['count', 'quantile'] as const) {
    const width = knownWidth(head, 12, 3, { statics: 2, past: 1, ahead: 1 })
    const parts = DRIVERS.map((driver) => partOfDriver({ ...told, head }, driver).known)
    expect(parts.map(([from]) => from)).toEqual([0, ...parts.slice(0, -1).map(([, to]) => to)])
    expect(parts.at(-1)?.[1]).toBe(width)
  }
})

test('a network that listens to one thing alone is moved by that, and by nothing else', async () => {
  const { lags } = input.settings
  // One lag; the share of zeros; the same month of past years; the cosine of the year; a number of the place.
  const inputs = {
    recent: lags - 1,
    level: 2 * lags + 1,
    season: 2 * lags + 5,
    calendar: 2 * lags + 9,
    place: 2 * lags + 12,
    signals: 2 * lags + 14,
    plans: 2 * lags + 20,
  }
  const own = { group, first: input.first, statics, past, ahead }
  for (const driver of DRIVERS) {
    const model = listeningTo(inputs[driver])
    const predict = predictorOn(tensorFlowEngine)
    const effects = await networkDrivers(predict, model, own, MONTHS, 3, DRIVERS, 1)
    const moved = DRIVERS.filter((_, d) =>
      Array.from({ length: ROWS }, (__, r) => effects[r * DRIVERS.length + d] ?? 0).some((x) => Math.abs(x) > 1e-6),
    )
    expect(moved).toEqual([driver])
  }
})

test('a place that never had a demand is not explained', async () => {
  const silent = { ...group, values: group.values.map((y, i) => (i < MONTHS ? 0 : y)) }
  const model = listeningTo(input.settings.lags - 1)
  const own = { group: silent, first: input.first, statics, past, ahead }
  const effects = await networkDrivers(predictorOn(tensorFlowEngine), model, own, MONTHS, 3, DRIVERS, 1)
  expect([...effects.subarray(0, DRIVERS.length)]).toEqual(DRIVERS.map(() => 0))
})
