import { byText } from '../kernel/order.ts'
import type { Grant } from '../model/allocation.ts'
import type { Month } from '../model/month.ts'
import type { Need } from '../model/need.ts'
import type { Total } from '../model/plan.ts'
import { parentOf, type Ubigeo } from '../model/ubigeo.ts'
import { packs } from '../model/units.ts'

/**
 * Need and grants of every node of the hierarchy. A department's own need is its region's reserve; its total counts that and its places'.
 * @returns sorted by ubigeo, product, period
 */
export function totals(needs: readonly Need[], grants: readonly Grant[]): readonly Total[] {
  const sums = new Map<string, { ubigeo: Ubigeo; product: string; period: Month; need: number; granted: number }>()
  const add = (at: Pick<Need, 'ubigeo' | 'product' | 'period'>, what: 'need' | 'granted', count: number): void => {
    for (let node: Ubigeo | undefined = at.ubigeo; node !== undefined; node = parentOf(node)) {
      const key = `${node} ${at.product} ${at.period}`
      const sum = sums.get(key) ?? { ubigeo: node, product: at.product, period: at.period, need: 0, granted: 0 }
      sum[what] += count
      sums.set(key, sum)
    }
  }
  for (const need of needs) add(need, 'need', need.packs)
  for (const grant of grants) add(grant, 'granted', grant.packs)
  return [...sums.values()]
    .map((sum) => ({ ...sum, need: packs(sum.need), granted: packs(sum.granted) }))
    .sort((a, b) => byText(a.ubigeo, b.ubigeo) || byText(a.product, b.product) || a.period - b.period)
}
