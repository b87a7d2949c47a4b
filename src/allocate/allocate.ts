import { byText } from '../kernel/order.ts'
import type { Supply } from '../model/supply.ts'
import type { Allocation, Grant, RuleName, Shortfall } from '../model/allocation.ts'
import { type Month, addMonths } from '../model/month.ts'
import type { Need } from '../model/need.ts'
import { placeFinder } from '../model/node.ts'
import type { Product } from '../model/product.ts'
import type { Travel } from '../model/travel.ts'
import type { Ubigeo } from '../model/ubigeo.ts'
import { centimos } from '../model/units.ts'
import { draw } from './draw.ts'
import { type Lane, lanesOver, packCost, typesAt } from './lane.ts'
import { leastCost } from './least-cost.ts'
import type { Solve } from './linear-program.ts'
import { type Market, type Offer, type Rule, marketOf } from './market.ts'
import { proportional } from './proportional.ts'
import { shortfallsOf } from './shortfall.ts'
import { stockOf } from './stock.ts'

const RULE: Readonly<Record<RuleName, Rule>> = { 'least-cost': leastCost, proportional }

export interface AllocateInput extends Omit<Supply, 'points' | 'distances'> {
  readonly needs: readonly Need[]
  readonly travel: Travel
  readonly window: { readonly from: Month; readonly months: number }
  readonly solve: Solve
  /** Months of a product that are shared out, of all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly cancelled?: () => boolean
}

export type AllocateResult =
  | { readonly status: 'allocated'; readonly allocation: Allocation }
  | { readonly status: 'cancelled' }
  /** The solver found no optimum, for a month of a product; `detail` is its own word. */
  | { readonly status: 'unsolved'; readonly product: string; readonly period: Month; readonly detail: string }

const offersOf = (lanes: readonly Lane[], product: Product): Offer[] =>
  lanes.flatMap((lane) => {
    const cost = packCost(lane, product)
    return cost === undefined ? [] : [{ depot: lane.depot, tier: lane.tier, cost }]
  })

function costOf({ arcs }: Market, flow: Float64Array): number {
  return arcs.reduce((sum, { cost }, a) => sum + cost * flow[a]!, 0)
}

interface Key {
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly period: Month
}
const byKey = (a: Key, b: Key): number =>
  byText(a.ubigeo, b.ubigeo) || byText(a.product, b.product) || a.period - b.period

/**
 * Who gets what under one rule (DATA §5). Each product is shared out month by month, a month from what the earlier ones left. The order
 * of the input does not matter: places, depots and products are taken by their codes.
 * @returns grants sorted by place, product, month, depot, lot; together with the shortfalls they are the need
 */
export async function allocate(input: AllocateInput, rule: RuleName): Promise<AllocateResult> {
  const { from, months } = input.window
  const depots = input.depots.toSorted((a, b) => byText(a.id, b.id))
  const types = typesAt(depots, input.fleet, input.vehicleTypes)
  const vehicles = types.some((here) => here.length > 0)
  const lanesTo = lanesOver({ depots, types, find: placeFinder(input.places), travel: input.travel })
  const lanes = new Map<Ubigeo, readonly Lane[]>()
  const needs = input.needs.filter((need) => need.packs > 0).sort(byKey)
  for (const { product, period } of needs) {
    const planned = input.products.some((p) => p.id === product) && period >= from && period < from + months
    if (!planned) throw new Error(`A need of ${product} in month ${period} is outside the plan`)
  }
  for (const { ubigeo } of needs) if (!lanes.has(ubigeo)) lanes.set(ubigeo, lanesTo(ubigeo))

  const ofProduct = Map.groupBy(needs, (need) => need.product)
  const products = input.products.filter((p) => ofProduct.has(p.id)).sort((a, b) => byText(a.id, b.id))
  const grants: Grant[] = []
  const shortfalls: Shortfall[] = []
  let cost = 0
  let done = 0
  for (const product of products) {
    const stock = stockOf(product, depots, input.lots)
    const offers = new Map([...lanes].map(([code, all]) => [code, offersOf(all, product)]))
    const ofMonth = Map.groupBy(ofProduct.get(product.id)!, (need) => need.period)
    for (let m = 0; m < months; m++) {
      if (input.cancelled?.()) return { status: 'cancelled' }
      const period = addMonths(from, m)
      const places = (ofMonth.get(period) ?? []).map((need) => ({
        ...need,
        lanes: lanes.get(need.ubigeo)!,
        offers: offers.get(need.ubigeo)!,
      }))
      const market = marketOf(places, stock, period, depots.length, product.criticalPacks)
      const flow = await RULE[rule](market, input.solve)
      if (flow.status === 'unsolved') return { ...flow, product: product.id, period }
      cost += costOf(market, flow.packs)
      grants.push(...draw(market, flow.packs, places, depots, stock))
      shortfalls.push(...shortfallsOf(places, market, flow.packs, stock, product, vehicles))
      done++
      input.onProgress?.(done, products.length * months)
    }
  }
  grants.sort((a, b) => byKey(a, b) || byText(a.depot, b.depot) || byText(a.lot, b.lot))
  return {
    status: 'allocated',
    allocation: { rule, grants, shortfalls: shortfalls.sort(byKey), cost: centimos(Math.round(cost)) },
  }
}
