import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import type { OpenNetwork } from '../../../src/kernel/network/tensor.ts'
import { month, monthOf } from '../../../src/model/month.ts'
import { capitalNode, placeFinder } from '../../../src/model/node.ts'
import type { RoutePlan } from '../../../src/model/tour.ts'
import { metres, seconds } from '../../../src/model/units.ts'
import type { LegModel } from '../../../src/route/leg-time/leg-model.ts'
import { legTimes, timedByNetwork } from '../../../src/route/leg-time/leg-times.ts'
import { learnLegTimes } from '../../../src/route/leg-time/learn.ts'
import { demoCountry } from '../demo-country.ts'
import { demoLegs } from '../demo-legs.ts'
import { packsServed, verifiedRoute } from '../verified.ts'

const country = demoCountry(400)
let model: LegModel
let network: OpenNetwork
beforeAll(async () => {
  await startTensorFlow()
  const learned = learnLegTimes({ ...demoLegs(7), seed: 1 }, tensorFlowEngine)
  if (learned.status !== 'learned') throw new Error(learned.status)
  model = learned.model
  network = tensorFlowEngine.open(model.topology, model.weights)
})
afterAll(() => network.close())

const hoursOf = ({ legs }: RoutePlan): number => legs.reduce((sum, leg) => sum + leg.seconds, 0) / 3600

test('Tours of the demo country timed by the network pass the checker, and each leg tells its source', () => {
  const plan = verifiedRoute({ ...country, times: legTimes(model.note, network, country.month) })
  const { legs, timed } = timedByNetwork(plan.legs, country.vehicleTypes)
  const measured = plan.legs.filter((leg) => leg.source === 'distance-table').length
  expect(timed).toBeGreaterThan(0)
  expect(timed + measured).toBe(legs)
  // The demo's ways are slower than the speed table takes them for: tracks, rain, load.
  expect(hoursOf(plan) / plan.legs.length).toBeGreaterThan(
    1.1 * (hoursOf(verifiedRoute(country)) / verifiedRoute(country).legs.length),
  )
  expect(packsServed(plan)).toBeGreaterThan(0)
})

test('A leg of the highlands takes longer in the rains, shorter when driven empty, and no way is longer than none', () => {
  const find = placeFinder(country.places)
  const [from, to] = [capitalNode('120100' as never, find), capitalNode('090100' as never, find)]
  const by = country.vehicleTypes.find((type) => type.id === 'camion-4t')!
  const leg = country.travel(from, to, by)!
  const time = (of: number, loaded: boolean): number =>
    legTimes(model.note, network, monthOf(2026, of))([{ from, to, by, leg, loaded }])[0]!
  expect(time(2, true)).toBeGreaterThan(time(8, true))
  expect(time(2, true)).toBeGreaterThan(time(2, false))
  const none = { ...leg, metres: metres(0), seconds: seconds(0) }
  expect([...legTimes(model.note, network, month(24312))([{ from, to: from, by, leg: none, loaded: true }])]).toEqual([
    0,
  ])
})

test('A network that promises wings is held to the highest speed of the vehicle, and told of', () => {
  const wings = { ...model.note, least: -5, most: -5 }
  const plan = verifiedRoute({ ...country, times: legTimes(wings, network, country.month) })
  const { timed, atLimit } = timedByNetwork(plan.legs, country.vehicleTypes)
  expect(atLimit).toBe(timed)
  // 12 km at 60 km/h on level ground, whatever is asked for: 720 s.
  const by = country.vehicleTypes.find((type) => type.id === 'camion-4t')!
  const find = placeFinder(country.places)
  const from = capitalNode('120100' as never, find)
  const leg = { ...country.travel(from, from, by)!, metres: metres(12_000), seconds: seconds(1000) }
  expect([...legTimes(wings, network, country.month)([{ from, to: from, by, leg, loaded: true }])]).toEqual([720])
})
