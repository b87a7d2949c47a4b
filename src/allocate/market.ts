import type { Month } from '../model/month.ts'
import type { Need } from '../model/need.ts'
import type { Packs } from '../model/units.ts'
import type { Lane, Tier } from './lane.ts'
import type { Solve } from './linear-program.ts'
import { type Stock, mayHave, serves } from './stock.ts'

/** What a depot holds under one earmark, usable in the month. */
interface Source {
  readonly depot: number
  readonly earmark: string
  readonly packs: number
}

/** A source that a place may be served from. */
interface Arc {
  readonly source: number
  readonly place: number
  readonly tier: Tier
  /** Of one pack, in céntimos. */
  readonly cost: number
}

/** One product in one month: what is needed, what is there, and what may go where. */
export interface Market {
  /** By place, in order of ubigeo. */
  readonly need: readonly Packs[]
  /** By depot, the narrowest earmark of a depot first. */
  readonly sources: readonly Source[]
  /** By depot: packs it may give in all, its critical level kept. */
  readonly limit: Float64Array
  /** By place, then source. */
  readonly arcs: readonly Arc[]
}

/** Whole packs by arc: no place above its need, no source and no depot above what it may give. */
type Flow =
  | { readonly status: 'flow'; readonly packs: Float64Array }
  | { readonly status: 'unsolved'; readonly detail: string }

/** A way of sharing out one product in one month. */
export type Rule = (market: Market, solve: Solve) => Promise<Flow>

/** A lane to a place for the product at hand. */
export interface Offer {
  readonly depot: number
  readonly tier: Tier
  readonly cost: number
}

function sourcesIn(stock: Stock, month: Month): Source[] {
  const sources: Source[] = []
  stock.lots.forEach(({ depot, lot, earmark }, i) => {
    if (earmark === undefined || stock.left[i] === 0 || !serves(lot, month)) return
    const last = sources.at(-1)
    if (last && last.depot === depot && last.earmark === earmark) {
      sources[sources.length - 1] = { ...last, packs: last.packs + stock.left[i]! }
    } else sources.push({ depot, earmark, packs: stock.left[i]! })
  })
  return sources
}

/** A place with need of the product in the month, and the depots that can bring it a pack. */
export interface Served extends Need {
  readonly lanes: readonly Lane[]
  /** Of the lanes those along which a vehicle can carry a pack. */
  readonly offers: readonly Offer[]
}

/**
 * @param depots how many there are
 * @param critical packs that each depot keeps back
 * @param places sorted by ubigeo, their offers by depot
 */
export function marketOf(
  places: readonly Served[],
  stock: Stock,
  month: Month,
  depots: number,
  critical: Packs,
): Market {
  const sources = sourcesIn(stock, month)
  const limit = new Float64Array(depots)
  for (const { depot, packs } of sources) limit[depot]! += packs
  for (let d = 0; d < depots; d++) limit[d] = Math.max(0, limit[d]! - critical)

  const ofDepot = Map.groupBy(sources.keys(), (s) => sources[s]!.depot)
  const arcs: Arc[] = []
  places.forEach(({ ubigeo, offers }, place) => {
    for (const { depot, tier, cost } of offers) {
      if (limit[depot] === 0) continue
      for (const source of ofDepot.get(depot) ?? []) {
        if (mayHave(sources[source]!.earmark, ubigeo)) arcs.push({ source, place, tier, cost })
      }
    }
  })
  return { need: places.map((place) => place.packs), sources, limit, arcs }
}
