import { expect, test } from 'vitest'
import { type AllocateInput, allocate } from '../../src/allocate/allocate.ts'
import type { ShortfallReason } from '../../src/model/allocation.ts'
import { addDays, firstDay, lastDay } from '../../src/model/day.ts'
import { grams, packs } from '../../src/model/units.ts'
import { country, DECEMBER, depot, JANUARY, lot, need, place, product, ways } from './country.ts'

async function share(over: Partial<AllocateInput>) {
  const solve = () => Promise.reject(new Error('this rule needs no solver'))
  const result = await allocate(country({ solve, ...over }), 'proportional')
  if (result.status !== 'allocated') throw new Error(JSON.stringify(result))
  const { grants, shortfalls, cost } = result.allocation
  return {
    grants: grants.map((g) => `${g.ubigeo} ${g.depot} ${g.packs}`),
    short: shortfalls.map((s): [string, number, ShortfallReason] => [s.ubigeo, s.packs, s.reason]),
    cost,
  }
}

const served = { depots: [depot('A', '010101')], needs: [need('010101', 3)], travel: ways({ 'A 010101': 1 }) }

test('A reserve lies in the depot of its region at no cost', async () => {
  const found = await share({
    depots: [depot('A', '010101', 'regional')],
    lots: [lot('A', 3)],
    needs: [need('010000', 3)],
  })
  expect(found).toEqual({ grants: ['010000 A 3'], short: [], cost: 0 })
})

test('Other depots bring a reserve to the cheapest regional depot of its department', async () => {
  const found = await share({
    depots: [depot('A1', '010101', 'regional'), depot('A2', '010201', 'regional'), depot('N', '150101', 'national')],
    lots: [lot('N', 3)],
    needs: [need('010000', 3)],
    travel: ways({ 'N A1': 70, 'N A2': 40, 'N 010000': 1 }),
  })
  expect(found).toEqual({ grants: ['010000 N 3'], short: [], cost: 3 * 40 })
})

test('Without a regional depot a reserve goes to the capital', async () => {
  const found = await share({
    depots: [depot('N', '150101', 'national')],
    lots: [lot('N', 3)],
    needs: [need('010000', 3)],
    travel: ways({ 'N 010000': 5 }),
  })
  expect(found.cost).toBe(3 * 5)
})

test('A forward depot serves its own department only', async () => {
  const found = await share({
    depots: [depot('F', '010101', 'forward')],
    lots: [lot('F', 9)],
    needs: [need('010101', 1), need('020101', 1)],
    travel: ways({ 'F 010101': 1, 'F 020101': 1 }),
  })
  expect(found.grants).toEqual(['010101 F 1'])
  expect(found.short).toEqual([['020101', 1, 'not-reached']])
})

test('The four nearest regional depots of others that reach a place help it; a fifth does not', async () => {
  // By latitude B is nearest but has no way; C, D, E, F are the next four, G the fifth.
  const depots = ['B', 'C', 'D', 'E', 'F', 'G'].map((id, i) => depot(id, `0${i + 2}0101`, 'regional', i + 1))
  const lanes = { 'C 010101': 1, 'D 010101': 1, 'E 010101': 1, 'F 010101': 1, 'G 010101': 1 }
  const lots = ['B', 'C', 'F', 'G'].map((at) => lot(at, 2))
  const found = await share({ depots, lots, needs: [need('010101', 9)], travel: ways(lanes) })
  expect(found.grants).toEqual(['010101 C 2', '010101 F 2'])
  expect(found.short).toEqual([['010101', 5, 'not-enough-stock']])
  const far = await share({ depots, lots: [lot('G', 2)], needs: [need('010101', 9)], travel: ways(lanes) })
  expect(far.short).toEqual([['010101', 9, 'stock-elsewhere']])
})

test('Short for want of stock anywhere: no lots, no depot, lots of nothing', async () => {
  for (const over of [{}, { depots: [] }, { lots: [lot('A', 0)] }]) {
    expect((await share({ ...served, ...over })).short).toEqual([['010101', 3, 'no-stock']])
  }
})

test('Short because the stock was shared out, in this month or an earlier one', async () => {
  const found = await share({ ...served, lots: [lot('A', 4)], needs: [need('010101', 3), need('010101', 3, JANUARY)] })
  expect(found.grants).toEqual(['010101 A 3', '010101 A 1'])
  expect(found.short).toEqual([['010101', 2, 'not-enough-stock']])
  const critical = { ...served, products: [product({ criticalPacks: packs(2) })], lots: [lot('A', 5)] }
  const later = await share({ ...critical, needs: [need('010101', 3), need('010101', 3, JANUARY)] })
  expect(later.short).toEqual([['010101', 3, 'not-enough-stock']])
})

test('Short because what is there may not be used: kept back, too late, spoiled, for others', async () => {
  const notUsable = [['010101', 3, 'stock-not-usable']]
  const critical = [product({ criticalPacks: packs(9) })]
  expect((await share({ ...served, products: critical, lots: [lot('A', 9)] })).short).toEqual(notUsable)
  for (const over of [
    { arrives: addDays(firstDay(DECEMBER), 1) },
    { expires: addDays(lastDay(DECEMBER), -1) },
    { earmark: '02' },
  ]) {
    expect((await share({ ...served, lots: [lot('A', 9, over)] })).short).toEqual(notUsable)
  }
})

test('A lot that is there on the first day and good until the last one serves the month', async () => {
  const whole = { arrives: firstDay(DECEMBER), expires: lastDay(DECEMBER) }
  expect((await share({ ...served, lots: [lot('A', 3, whole)] })).short).toEqual([])
})

test('Short for want of a vehicle, also where the reserve lies', async () => {
  for (const fleet of [[], [{ depot: 'A', vehicleType: 'truck', count: 0 }]]) {
    expect((await share({ ...served, lots: [lot('A', 9)], fleet })).short).toEqual([['010101', 3, 'no-vehicle']])
  }
  const reserve = { depots: [depot('A', '010101', 'regional')], needs: [need('010000', 3)] }
  expect((await share({ ...reserve, lots: [lot('A', 9)], fleet: [] })).short).toEqual([['010000', 3, 'no-vehicle']])
})

test('Short because no way leads there, also where no table knows the place', async () => {
  for (const places of [[place('010101')], []]) {
    const found = await share({ ...served, places, lots: [lot('A', 9)], travel: ways({}) })
    expect(found.short).toEqual([['010101', 3, 'not-reached']])
  }
})

test('Short because a pack is too heavy or too large for what reaches the place', async () => {
  for (const over of [{ massG: grams(1001) }, { volumeMl: 1001 as never }]) {
    const found = await share({ ...served, lots: [lot('A', 9)], products: [product(over)] })
    expect(found.short).toEqual([['010101', 3, 'too-heavy']])
  }
})
