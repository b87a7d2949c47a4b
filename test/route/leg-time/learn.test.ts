import { beforeAll, describe, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import { initialWeights } from '../../../src/kernel/network/initial-weights.ts'
import { normal, stream } from '../../../src/kernel/random.ts'
import { seconds } from '../../../src/model/units.ts'
import { legExamples, type LegFacts } from '../../../src/route/leg-time/leg-facts.ts'
import type { LegModel } from '../../../src/route/leg-time/leg-model.ts'
import {
  forPlainInputs,
  INPUT,
  legTopology,
  standardised,
  standardOf,
} from '../../../src/route/leg-time/leg-network.ts'
import { type LearnInput, learnLegTimes } from '../../../src/route/leg-time/learn.ts'
import { medians } from '../../../src/route/leg-time/medians.ts'
import { demoLegs } from '../demo-legs.ts'

beforeAll(() => startTensorFlow())

function learned(input: LearnInput): LegModel {
  const result = learnLegTimes(input, tensorFlowEngine)
  if (result.status !== 'learned') throw new Error(result.status)
  return result.model
}
function median({ topology, weights, note }: LegModel, legs: readonly LegFacts[]): Float64Array {
  const network = tensorFlowEngine.open(topology, weights)
  const result = medians(network, note, legs)
  network.close()
  return result
}

const input: LearnInput = { ...demoLegs(7), seed: 1 }
const few: LearnInput = { ...input, legs: input.legs.slice(0, 600) }

describe('On the legs of the demo country', () => {
  let model: LegModel
  beforeAll(() => {
    model = learned(input)
  })

  test('the network misses held-out legs less than the speed table, also than the table fitted to each vehicle', () => {
    const { driven, planned, used } = model.note
    for (const { network, table, fitted } of [driven, planned]) {
      expect(network.maeMin).toBeLessThan(fitted.maeMin)
      expect(fitted.maeMin).toBeLessThan(table.maeMin)
      expect(network.mape).toBeLessThan(Math.min(fitted.mape, table.mape))
    }
    expect(used).toBe(true)
  })

  test('it does not know what no column tells: it misses by no less than the noise of driver and day', () => {
    // E|e^(0.13 z) − 1| ≈ 0.13 · √(2 ÷ π) = 0.104, without the mishaps.
    expect(model.note.driven.network.mape).toBeGreaterThan(0.1)
  })

  test('held-out legs were driven after all others, each leg once', () => {
    const { legs, heldOut, driven } = model.note
    expect(legs.training + legs.stopping + legs.heldOut).toBe(input.legs.length)
    expect(driven.legs).toBe(legs.heldOut)
    expect(heldOut.from > '2025-08-01' && heldOut.until <= '2025-12-31').toBe(true)
  })

  test('it has learned that rain, rough ground, slope and load cost time', () => {
    const [example] = legExamples(input.legs, input.vehicleTypes, input.nodeOf).filter(
      ({ driven: d }) => d.by.id === 'camion-4t' && d.from.region === 'highlands' && d.metres > 40_000,
    )
    const base: LegFacts = {
      ...example!.driven,
      month: 7,
      loadShare: 0.2,
      way: { climbM: example!.driven.metres / 100, surface: 'afirmado' },
    }
    const [dry = 0, ...worse] = median(model, [
      base,
      { ...base, month: 2 },
      { ...base, way: { climbM: base.way!.climbM, surface: 'trocha' } },
      { ...base, way: { climbM: 4 * base.way!.climbM, surface: 'afirmado' } },
      { ...base, loadShare: 1 },
    ])
    for (const time of worse) expect(time).toBeGreaterThan(1.03 * dry)
  })

  test('the time of a leg does not depend on which legs are asked beside it', () => {
    const legs = legExamples(input.legs, input.vehicleTypes, input.nodeOf).map((e) => e.planned)
    const all = median(model, legs)
    const turned = median(model, legs.toReversed().slice(1)).toReversed()
    expect(turned).toEqual(all.subarray(0, -1))
    expect(median(model, legs.slice(5, 6))[0]).toBe(all[5])
  })
})

test('The same seed gives the same network, another seed another, and no tensor is left', () => {
  const bytes = ({ weights }: LegModel): string => weights.map((w) => [...w.values].join()).join()
  const before = tensorFlowEngine.alive()
  const first = bytes(learned(few))
  expect(bytes(learned(few))).toBe(first)
  expect(bytes(learned({ ...few, seed: 2 }))).not.toBe(first)
  expect(tensorFlowEngine.alive()).toBe(before)
})

test('Nothing of a held-out leg reaches the network', () => {
  const { legs, weights, note } = { legs: few.legs, ...learned(few) }
  const from = legs.length - note.legs.heldOut
  const changed = legs.map((leg, i) => (i < from ? leg : { ...leg, seconds: seconds(3 * leg.seconds), surface: 'x' }))
  const other = learned({ ...few, legs: changed })
  expect(other.weights).toEqual(weights)
  expect(other.note.driven.network.maeMin).toBeGreaterThan(note.driven.network.maeMin)
})

test('Stopped before its first epoch, the network is the speed table, and routes do not use it', () => {
  const model = learned({ ...few, cancelled: () => true })
  expect(model.note).toMatchObject({ epoch: 0, used: false })
  const legs = legExamples(few.legs, few.vehicleTypes, few.nodeOf).map((e) => e.driven)
  expect([...median(model, legs)]).toEqual(legs.map((leg) => leg.tableS))
})

test('Durations that are the speed table’s own leave nothing to beat it by', () => {
  const legs = few.legs.map((leg) => ({ ...leg, from: '', to: '', climbM: 0 }))
  const exact = legExamples(legs, few.vehicleTypes, () => undefined)
  const timed = legs.map((leg, i) => ({ ...leg, seconds: seconds(exact[i]!.driven.tableS) }))
  expect(learned({ ...few, legs: timed, nodeOf: () => undefined }).note.used).toBe(false)
})

test('One leg of a year, a slip of the pen, does not stretch the tours', () => {
  const slip = few.legs.map((leg, i) => (i === 100 ? { ...leg, seconds: seconds(365 * 86_400) } : leg))
  const { allowance } = learned({ ...few, legs: slip }).note
  expect(allowance).toBeLessThan(1.02 * learned(few).note.allowance)
})

test.each([
  ['199 legs', few.legs.slice(0, 199), 199],
  ['legs of one day alone', few.legs.map((leg) => ({ ...leg, departedAt: few.legs[0]!.departedAt })), 0],
  ['legs of vehicles that nobody knows', few.legs.map((leg) => ({ ...leg, vehicleType: 'globo' })), 0],
])('%s are too few to learn from', (_, legs, found) => {
  expect(learnLegTimes({ ...few, legs }, tensorFlowEngine)).toEqual({ status: 'too-few', legs: found, least: 200 })
})

test('A network for plain inputs gives what it gave for standardised ones; of a column that never changed it reads nothing', () => {
  const random = stream(3)
  const [rows, width] = [50, 6]
  const table = Float32Array.from({ length: rows * width }, (_, i) =>
    i % width === 2 ? 4 : 10 * normal(random) + (i % width),
  )
  const standard = standardOf(table, width)
  const topology = legTopology(width)
  const weights = initialWeights(topology, 1).map((w) => ({ ...w, values: w.values.map(() => 0.3 * normal(random)) }))
  const output = (w: typeof weights, x: Float32Array): readonly number[] => {
    const network = tensorFlowEngine.open(topology, w)
    const y = [...network.output({ size: rows, inputs: { [INPUT]: x } })]
    network.close()
    return y
  }
  const expected = output(weights, standardised(table, standard)).map((y) => expect.closeTo(y, 4))
  const plain = forPlainInputs(weights, standard) as typeof weights
  expect(output(plain, table)).toEqual(expected)
  expect(
    output(
      plain,
      table.map((x, i) => (i % width === 2 ? 99 : x)),
    ),
  ).toEqual(expected)
})
