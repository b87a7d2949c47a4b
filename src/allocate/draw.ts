import type { Grant } from '../model/allocation.ts'
import type { Depot } from '../model/depot.ts'
import type { Need } from '../model/need.ts'
import { levelOf } from '../model/ubigeo.ts'
import { packs } from '../model/units.ts'
import type { Market } from './market.ts'
import { type Stock, mayHave, serves } from './stock.ts'

/**
 * Draws the packs of a flow from the lots of each depot: the narrowest earmark that the place may have, then first to expire.
 * Taking the narrowest first can leave nobody short, since whoever may have it may also have the wider ones.
 * Reserves come last, so that they keep what lasts longest.
 * @param needs the market's places; `stock.left` is drawn down
 */
export function draw(
  market: Market,
  flow: Float64Array,
  needs: readonly Need[],
  depots: readonly Depot[],
  stock: Stock,
): Grant[] {
  const wanted = new Map<number, Map<number, number>>()
  market.arcs.forEach(({ source, place }, a) => {
    if (flow[a] === 0) return
    const { depot } = market.sources[source]!
    const of = wanted.get(place) ?? new Map<number, number>()
    wanted.set(place, of.set(depot, (of.get(depot) ?? 0) + flow[a]!))
  })
  const isReserve = (place: number) => Number(levelOf(needs[place]!.ubigeo) === 'department')
  const lotsOf = Map.groupBy(stock.lots.keys(), (i) => stock.lots[i]!.depot)

  const grants: Grant[] = []
  for (const place of [...wanted.keys()].sort((a, b) => isReserve(a) - isReserve(b) || a - b)) {
    const { ubigeo, product, period } = needs[place]!
    for (const [depot, amount] of wanted.get(place)!) {
      let open = amount
      for (const i of lotsOf.get(depot) ?? []) {
        const { lot, earmark } = stock.lots[i]!
        const taken = serves(lot, period) && mayHave(earmark, ubigeo) ? Math.min(open, stock.left[i]!) : 0
        if (taken === 0) continue
        stock.left[i]! -= taken
        open -= taken
        grants.push({ ubigeo, product, period, depot: depots[depot]!.id, lot: lot.lot, packs: packs(taken) })
      }
      if (open > 0) throw new Error(`Depot ${depots[depot]!.id} is to give ${open} packs more than its lots hold`)
    }
  }
  return grants
}
