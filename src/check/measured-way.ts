import type { Mode } from '../model/access.ts'
import type { Distance } from '../model/distance.ts'
import { type End, key } from './book.ts'

/**
 * Rows of the distance table that hold between two ends: those that name both by id, else one by its ubigeo, else both.
 * A row holds in both directions unless the reverse has a row of its own.
 */
export function measuredWays(distances: readonly Distance[]): (from: End, to: End, mode: Mode) => readonly Distance[] {
  const rows = Map.groupBy(distances, (d) => key(d.from, d.to, d.mode))
  return (from, to, mode) => {
    for (const [a, b] of [
      [from.id, to.id],
      [from.id, to.ubigeo],
      [from.ubigeo, to.id],
      [from.ubigeo, to.ubigeo],
    ] as const) {
      const found = a === b ? undefined : (rows.get(key(a, b, mode)) ?? rows.get(key(b, a, mode)))
      if (found) return found
    }
    return []
  }
}
