import { expect, test } from 'vitest'
import { planProvince } from '../../examples/plan-a-province.ts'

test('the example plans Ayabaca, and the checker agrees', async () => {
  const plan = await planProvince('200200')
  expect(plan.places.map((p) => p.ubigeo)).toContain('200200')
  expect(plan.needs.some((need) => need.ubigeo === '200200' && need.packs > 0)).toBe(true)
  expect(plan.totals.find((t) => t.ubigeo === '000000')).toBeDefined()
})
