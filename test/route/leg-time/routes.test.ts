import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import { driveLeg } from '../../../src/demo/leg-time.ts'
import { VEHICLES } from '../../../src/demo/fleet.ts'
import { findProvince } from '../../../src/gazetteer/lookup.ts'
import type { OpenNetwork } from '../../../src/kernel/network/tensor.ts'
import { stream } from '../../../src/kernel/random.ts'
import { monthOf } from '../../../src/model/month.ts'
import { capitalNode, nodeFinder, placeFinder } from '../../../src/model/node.ts'
import type { Leg, RoutePlan } from '../../../src/model/tour.ts'
import { metres, seconds } from '../../../src/model/units.ts'
import { type KnownWay, knownWays } from '../../../src/route/leg-time/known-ways.ts'
import type { LegModel, LegNote } from '../../../src/route/leg-time/leg-model.ts'
import { type LegTimes, legTimes, timedByNetwork } from '../../../src/route/leg-time/leg-times.ts'
import { learnLegTimes } from '../../../src/route/leg-time/learn.ts'
import { route } from '../../../src/route/route.ts'
import { demoCountry } from '../demo-country.ts'
import { demoLegs } from '../demo-legs.ts'
import { packsServed, verifiedRoute, violations } from '../verified.ts'

const country = demoCountry(400)
const history = demoLegs(7)
const january = (note: LegNote): LegTimes => legTimes(note, network, country.month, knownWays(history.legs))
const nodeOf = nodeFinder(country)
let model: LegModel
let network: OpenNetwork
let plan: RoutePlan
beforeAll(async () => {
  await startTensorFlow()
  const learned = learnLegTimes({ ...history, seed: 1 }, tensorFlowEngine)
  if (learned.status !== 'learned') throw new Error(learned.status)
  model = learned.model
  network = tensorFlowEngine.open(model.topology, model.weights)
  plan = route({ ...country, times: january(model.note) })
})
afterAll(() => network.close())

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** What the demo's drivers take for a leg in January, on average over twenty days, half laden on the way out [s]. */
function driven({ from, to, vehicleType }: Leg): number {
  const site = (id: string) => {
    const { lat, lon, ubigeo } = nodeOf(id)!
    return { id, lat, lon, province: findProvince(ubigeo)! }
  }
  const by = VEHICLES.find((v) => v.id === vehicleType)!
  const random = stream(1)
  const load = to.startsWith('ALM') ? 0 : by.kg / 2
  return (
    (60 / 20) * sum(Array.from({ length: 20 }, () => driveLeg(random, 7, by, site(from), site(to), 0, load).minutes))
  )
}

test('Tours of the demo country timed by the network pass the checker, and each leg tells its source', () => {
  expect(violations(country, plan)).toEqual([])
  const { legs, timed } = timedByNetwork(plan.legs, country.vehicleTypes)
  const measured = plan.legs.filter((leg) => leg.source === 'distance-table').length
  expect(timed).toBeGreaterThan(0)
  expect(timed + measured).toBe(legs)
  expect(packsServed(plan)).toBeGreaterThan(0)
})

test('The hours of its ways are those that the drivers of the demo take, while the speed table’s are not two thirds of them', () => {
  const timed = plan.legs.filter((leg) => leg.source === 'network')
  const hours = sum(timed.map(driven))
  const types = new Map(country.vehicleTypes.map((type) => [type.id, type]))
  const table = timed.map(
    (leg) => country.travel(nodeOf(leg.from)!, nodeOf(leg.to)!, types.get(leg.vehicleType)!)!.seconds,
  )
  const share = sum(timed.map((leg) => leg.seconds)) / hours
  expect(share).toBeGreaterThan(0.9)
  expect(share).toBeLessThan(1.1)
  expect(sum(table) / hours).toBeLessThan(2 / 3)
})

test('A leg of the highlands takes longer in the rains, shorter when driven empty, and no way is longer than none', () => {
  const find = placeFinder(country.places)
  const [from, to] = [capitalNode('120100' as never, find), capitalNode('090100' as never, find)]
  const by = country.vehicleTypes.find((type) => type.id === 'camion-4t')!
  const leg = country.travel(from, to, by)!
  const time = (of: number, loaded: boolean): number =>
    legTimes(model.note, network, monthOf(2026, of), () => undefined)([{ from, to, by, leg, loaded }])[0]!
  expect(time(2, true)).toBeGreaterThan(time(8, true))
  expect(time(2, true)).toBeGreaterThan(time(2, false))
  const none = { ...leg, metres: metres(0), seconds: seconds(0) }
  expect([...january(model.note)([{ from, to: from, by, leg: none, loaded: true }])]).toEqual([0])
})

test('A network that promises wings is held to the highest speed of the vehicle, and told of', () => {
  const wings = { ...model.note, least: -5, most: -5 }
  const cusco = { ...country, grants: country.grants.filter((grant) => grant.ubigeo.startsWith('08')) }
  const { legs } = verifiedRoute({ ...cusco, times: january(wings) })
  const { timed, atLimit } = timedByNetwork(legs, country.vehicleTypes)
  expect(timed).toBeGreaterThan(0)
  expect(atLimit).toBe(timed)
  // 12 km at 60 km/h on level ground, whatever is asked for: 720 s.
  const by = country.vehicleTypes.find((type) => type.id === 'camion-4t')!
  const find = placeFinder(country.places)
  const from = capitalNode('120100' as never, find)
  const leg = { ...country.travel(from, from, by)!, metres: metres(12_000), seconds: seconds(1000) }
  expect([...january(wings)([{ from, to: from, by, leg, loaded: true }])]).toEqual([720])
})

test('A way that was driven before is timed by its own length, slope and surface, one never driven by its ends', () => {
  const by = country.vehicleTypes.find((type) => type.id === 'camion-4t')!
  const find = placeFinder(country.places)
  const [from, to] = [capitalNode('120100' as never, find), capitalNode('090100' as never, find)]
  const leg = country.travel(from, to, by)!
  const time = (way: KnownWay | undefined): number =>
    legTimes(model.note, network, country.month, () => way)([{ from, to, by, leg, loaded: true }])[0]!
  const way = { metres: leg.metres, climbM: leg.metres / 50 }
  const [paved, track] = [time({ ...way, surface: 'asfaltado' }), time({ ...way, surface: 'trocha' })]
  expect(paved).toBeLessThan(time(undefined))
  expect(time(undefined)).toBeLessThan(track)
  expect(time({ ...way, metres: 2 * leg.metres, surface: 'trocha' })).toBeGreaterThan(1.5 * track)
})
