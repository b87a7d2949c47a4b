import { beforeAll, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import type { NetworkInput } from '../../../src/forecast/network/network-input.ts'
import { predictorOn } from '../../../src/forecast/network/predict.ts'
import { trainerOn } from '../../../src/forecast/network/train.ts'
import { tableForecast } from '../../../src/forecast/table/table-forecast.ts'
import type { TableSeries } from '../../../src/forecast/table/table.ts'
import { negativeBinomial, seedFor, stream } from '../../../src/kernel/random.ts'

beforeAll(() => startTensorFlow())

/** Networks of one epoch, and what they were given. */
function place() {
  const inputs: NetworkInput[] = []
  const train = trainerOn(tensorFlowEngine)
  return {
    inputs,
    train: (input: NetworkInput) => {
      inputs.push(input)
      return train({ ...input, settings: { ...input.settings, epochs: 1, seeds: 1 } })
    },
    predict: predictorOn(tensorFlowEngine),
  }
}

const seriesOf = (count: number, months: number, first: (i: number) => number = () => 0): readonly TableSeries[] =>
  Array.from({ length: count }, (_, i) => {
    const random = stream(seedFor(3, `s${i}`))
    const values = Float64Array.from({ length: months }, (__, t) => negativeBinomial(random, 2 + (i % 4) + (t % 12), 2))
    return { name: `s${i}`, first: first(i), values }
  })
const frequency = { unit: 'month', every: 1, cycle: 12, stepOf: (c: number) => c, textOf: String } as const
const levels = [0.1, 0.5, 0.9]
const forecastOf = (series: readonly TableSeries[], networks: ReturnType<typeof place>, horizon = 3) =>
  tableForecast({ series, frequency, horizon, levels, seed: 1, networks })

test('networks of a table learn from nothing that comes after the origins they are tried on, and take part', async () => {
  const networks = place()
  const { quantiles, notes } = await forecastOf(seriesOf(20, 48), networks)
  expect(quantiles.every((q) => Number.isFinite(q) && q >= 0)).toBe(true)
  // 48 months behind a season of nothing end at 60; twelve origins 57 … 46: all, those before 54 (the earliest of the latest four), those before 46.
  expect(networks.inputs.map((input) => input.months)).toEqual([60, 54, 46])
  expect(notes.find((n) => n.code === 'table-method')).toBeDefined()
})

test('series that end in different months are each forecast from their own end', async () => {
  const same = await forecastOf(seriesOf(20, 48), place())
  const moved = await forecastOf(
    seriesOf(20, 48, (i) => (i % 2 === 0 ? 0 : 12)),
    place(),
  )
  // Whole seasons apart, so that the group is laid side by side in the same columns.
  expect(moved.quantiles).toEqual(same.quantiles)
})

test('few numbers, or a horizon beyond two years, train none', async () => {
  const networks = place()
  await forecastOf(seriesOf(3, 48), networks)
  await forecastOf(seriesOf(20, 48), networks, 25)
  expect(networks.inputs).toEqual([])
})
