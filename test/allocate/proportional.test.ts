import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AllocateInput, allocate } from '../../src/allocate/allocate.ts'
import type { Grant } from '../../src/model/allocation.ts'
import { country, depot, lot, need, ways } from './country.ts'

async function share(over: Partial<AllocateInput>): Promise<readonly Grant[]> {
  const solve = () => Promise.reject(new Error('this rule needs no solver'))
  const result = await allocate(country({ solve, ...over }), 'proportional')
  if (result.status !== 'allocated') throw new Error(JSON.stringify(result))
  return result.allocation.grants
}

const rows = (grants: readonly Grant[]) => grants.map((g) => `${g.ubigeo} ${g.depot} ${g.packs}`)

test('A depot shares by need, by largest remainder', async () => {
  // 10 packs for needs of 6, 5, 4: 4, 3⅓, 2⅔ → 4, 3, 3.
  const grants = await share({
    depots: [depot('A', '010101', 'regional')],
    lots: [lot('A', 10)],
    needs: [need('010101', 6), need('010201', 5), need('010301', 4)],
    travel: ways({ 'A 010101': 1, 'A 010201': 50, 'A 010301': 9 }),
  })
  expect(rows(grants)).toEqual(['010101 A 4', '010201 A 3', '010301 A 3'])
})

test('Where one depot serves a region alone, every place is within a pack of its share', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), fc.nat(300), async (wanted, stock) => {
      const needs = wanted.map((n, i) => need(`0101${String(i + 1).padStart(2, '0')}`, n))
      const grants = await share({
        depots: [depot('A', '010101', 'regional')],
        lots: [lot('A', stock)],
        needs,
        travel: ways(Object.fromEntries(needs.map((n) => [`A ${n.ubigeo}`, 1]))),
      })
      const all = wanted.reduce((a, b) => a + b, 0)
      for (const n of needs) {
        const got = grants.filter((g) => g.ubigeo === n.ubigeo).reduce((sum, g) => sum + g.packs, 0)
        expect(Math.abs(got - (Math.min(stock, all) * n.packs) / Math.max(1, all))).toBeLessThan(1)
      }
    }),
    { seed: 21 },
  )
})

test('The own region comes first, then neighbours, then the nation', async () => {
  // A serves its region in full (4 of 9) and its neighbour with the rest: B gave 6 of 12, so 6 are open, A gives 5, the nation 1.
  const grants = await share({
    depots: [depot('A', '010101', 'regional'), depot('B', '020101', 'regional'), depot('N', '150101', 'national')],
    lots: [lot('A', 9), lot('B', 6), lot('N', 100)],
    needs: [need('010101', 4), need('020101', 12)],
    travel: ways({ 'A 010101': 9, 'B 010101': 1, 'N 010101': 1, 'A 020101': 9, 'B 020101': 9, 'N 020101': 1 }),
  })
  expect(rows(grants)).toEqual(['010101 A 4', '020101 A 5', '020101 B 6', '020101 N 1'])
})
