import { expect, test } from 'vitest'
import { addDays, dayOf, instant, startOfDay } from '../../../src/model/day.ts'
import type { DrivenLeg } from '../../../src/model/distance.ts'
import type { Node } from '../../../src/model/travel.ts'
import { grams, metres, seconds } from '../../../src/model/units.ts'
import { knownWays } from '../../../src/route/leg-time/known-ways.ts'
import { legExamples } from '../../../src/route/leg-time/leg-facts.ts'
import { aTruck } from '../small-world.ts'

const MONDAY = dayOf(2025, 3, 3)
const truck = aTruck({ id: 'v', capacityG: grams(4_000_000) })
const leg = (day: number, hour: number, more: Partial<DrivenLeg> = {}): DrivenLeg => ({
  departedAt: instant(startOfDay(addDays(MONDAY, day)) + hour * 3600),
  from: 'a',
  to: 'b',
  mode: 'road',
  vehicleType: 'v',
  metres: metres(20_000),
  climbM: 100,
  surface: 'asfaltado',
  loadG: grams(1_000_000),
  seconds: seconds(1800),
  cost: null,
  result: null,
  ...more,
})
const node = (id: string, lon: number, altitudeM: number): Node => ({
  id,
  ubigeo: id,
  lat: 0,
  lon,
  altitudeM,
  region: 'coast',
  access: ['road:main'],
})
const nodes = new Map([node('a', 0, 10), node('b', 0.1, 50)].map((n) => [n.id, n]))
const examples = (...legs: readonly DrivenLeg[]) => legExamples(legs, [truck], (id) => nodes.get(id))

test('A plan sees a way that was driven on an earlier day as it was, and no other', () => {
  const [first, same, next, back] = examples(
    leg(1, 8, { metres: metres(22_000), climbM: 140, surface: 'trocha' }),
    leg(0, 8),
    leg(0, 9),
    leg(2, 8, { from: 'b', to: 'a' }),
  ).toSorted((a, b) => a.departedAt - b.departedAt)
  // A tenth of a degree, 11,119 m, × 1.25 on the coast.
  for (const unknown of [first, same, back]) expect(unknown!.planned).toMatchObject({ way: undefined, metres: 13_900 })
  expect(next!.planned).toMatchObject({ way: { metres: 20_000, climbM: 100, surface: 'asfaltado' }, metres: 20_000 })
  expect(first!.driven).toMatchObject({ metres: 20_000, month: 3, hour: 8, loadShare: 0.25 })
})

test('A way driven twice has the mean length and climb of both, and the later surface, however it is written', () => {
  const way = knownWays([leg(1, 8, { metres: metres(22_000), climbM: 140, surface: ' Río ' }), leg(0, 8)])
  expect(way('a', 'b', 'road')).toEqual({ metres: 21_000, climbM: 120, surface: 'rio' })
  expect(way('b', 'a', 'road')).toBeUndefined()
  expect(way('a', 'b', 'river')).toBeUndefined()
})

test('Between ends that nobody knows, a leg is planned with the length it had', () => {
  const [lost] = examples(leg(0, 8, { to: 'nowhere' }))
  expect(lost!.planned).toMatchObject({ metres: 20_000, way: undefined, to: { region: null, altitudeM: null } })
})

test('Legs of an unknown vehicle, of one that moves otherwise, without time or without length teach nothing', () => {
  const none = [{ vehicleType: 'x' }, { mode: 'river' }, { seconds: seconds(0) }, { metres: metres(0) }] as const
  expect(examples(...none.map((more) => leg(0, 8, more)))).toEqual([])
})
