import { byText } from '../kernel/order.ts'
import { firstDay, lastDay } from '../model/day.ts'
import type { Depot, Lot } from '../model/depot.ts'
import type { Month } from '../model/month.ts'
import type { Product } from '../model/product.ts'
import type { Ubigeo } from '../model/ubigeo.ts'

/** A lot in its depot. */
interface HeldLot {
  /** Position among the depots. */
  readonly depot: number
  readonly lot: Lot
  /** Prefix of the ubigeos that may have it; `undefined`: the earmarks of lot and product leave nobody. */
  readonly earmark: string | undefined
}

/** The lots of one product, and what is left of them. */
export interface Stock {
  /** In the order in which a depot draws them: narrowest earmark first, then first to expire, then by id. */
  readonly lots: readonly HeldLot[]
  /** Packs, by lot; drawn from as months are served. */
  readonly left: Float64Array
}

function bothEarmarks(lot: string | null, product: string | null): string | undefined {
  const [a, b] = [lot ?? '', product ?? '']
  if (a.startsWith(b)) return a
  return b.startsWith(a) ? b : undefined
}

/** @param depots sorted by id; lots of other depots are not seen */
export function stockOf(product: Product, depots: readonly Depot[], lots: readonly Lot[]): Stock {
  const position = new Map(depots.map((depot, d) => [depot.id, d]))
  const held = lots
    .filter((lot) => lot.product === product.id && position.has(lot.depot))
    .map((lot) => ({ depot: position.get(lot.depot)!, lot, earmark: bothEarmarks(lot.earmark, product.earmark) }))
    .sort(
      (a, b) =>
        a.depot - b.depot ||
        (b.earmark ?? '').length - (a.earmark ?? '').length ||
        byText(a.earmark ?? '', b.earmark ?? '') ||
        (a.lot.expires ?? Infinity) - (b.lot.expires ?? Infinity) ||
        byText(a.lot.lot, b.lot.lot),
    )
  return { lots: held, left: Float64Array.from(held, ({ lot }) => lot.packs) }
}

/** Whether a lot serves a month: it is there on the first day and may still be used on the last. */
export function serves({ arrives, expires }: Lot, month: Month): boolean {
  return (arrives === null || arrives <= firstDay(month)) && (expires === null || expires >= lastDay(month))
}

export const mayHave = (earmark: string | undefined, code: Ubigeo): boolean =>
  earmark !== undefined && code.startsWith(earmark)
