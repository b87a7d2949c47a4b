import type { Shortfall, ShortfallReason } from '../model/allocation.ts'
import type { Product } from '../model/product.ts'
import { packs } from '../model/units.ts'
import type { Market, Served } from './market.ts'
import type { Stock } from './stock.ts'

/** What is true of a place that is short of a product in a month. "It serves" = by a lane that a vehicle can carry a pack along. */
interface Situation {
  /** Some depot held packs of the product when the window began. */
  readonly stocked: boolean
  /** Some depot has a vehicle. */
  readonly vehicles: boolean
  /** Some lane leads to the place. */
  readonly reached: boolean
  /** On some lane a vehicle can carry a pack. */
  readonly carried: boolean
  /** A depot that serves it held packs it might have had, when the month began. */
  readonly usable: boolean
  /** After the month's grants a depot that serves it holds more than its critical level: none that the place may have. */
  readonly left: boolean
  /** A depot that serves it has given packs since the window began. */
  readonly given: boolean
  /** A depot that serves it held packs when the window began. */
  readonly served: boolean
}

function shortfallReason(of: Situation): ShortfallReason {
  if (!of.stocked) return 'no-stock'
  if (!of.vehicles) return 'no-vehicle'
  if (!of.reached) return 'not-reached'
  if (!of.carried) return 'too-heavy'
  if (of.usable) return 'not-enough-stock'
  if (of.left) return 'stock-not-usable'
  if (of.given) return 'not-enough-stock'
  return of.served ? 'stock-not-usable' : 'stock-elsewhere'
}

/**
 * Who is short after the packs of a month were drawn, and why.
 * @param stock after the draw
 * @param vehicles whether some depot has one
 */
export function shortfallsOf(
  places: readonly Served[],
  market: Market,
  flow: Float64Array,
  stock: Stock,
  product: Product,
  vehicles: boolean,
): Shortfall[] {
  const missing = Float64Array.from(market.need)
  const usable = new Set<number>()
  market.arcs.forEach(({ place }, a) => {
    missing[place]! -= flow[a]!
    usable.add(place)
  })
  const stocked = new Set<number>()
  const given = new Set<number>()
  const left = new Float64Array(market.limit.length).fill(0 - product.criticalPacks)
  stock.lots.forEach(({ depot, lot }, i) => {
    left[depot]! += stock.left[i]!
    if (lot.packs > 0) stocked.add(depot)
    if (stock.left[i]! < lot.packs) given.add(depot)
  })
  return places.flatMap(({ ubigeo, period, lanes, offers }, place) => {
    if (missing[place] === 0) return []
    const situation: Situation = {
      stocked: stocked.size > 0,
      vehicles,
      reached: lanes.length > 0,
      carried: offers.length > 0,
      usable: usable.has(place),
      left: offers.some((offer) => left[offer.depot]! > 0),
      given: offers.some((offer) => given.has(offer.depot)),
      served: offers.some((offer) => stocked.has(offer.depot)),
    }
    return [{ ubigeo, product: product.id, period, packs: packs(missing[place]!), reason: shortfallReason(situation) }]
  })
}
