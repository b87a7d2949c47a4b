import type { Estimate } from '../../../src/api/fields.ts'
import type { PlaceNeed } from '../../../src/api/panorama.ts'

export type NeedClass = 0 | 1 | 2 | 3 | 4 | 5

/** Class 0 is exactly zero. */
export function classOf(mean: number, breaks: readonly number[]): NeedClass {
  if (mean <= 0) return 0
  return Math.max(1, breaks.findLastIndex((bound) => mean >= bound) + 1) as NeedClass
}

/** The whole numbers of a class above zero, by its index in the bounds; the last has no end. */
export function classNumbers(breaks: readonly number[], i: number): { readonly from: number; readonly until?: number } {
  const [from = 0, next] = [breaks[i], breaks[i + 1]]
  return next === undefined ? { from } : { from, until: next - 1 }
}

export type Certainty = 'high' | 'middle' | 'low'

/** Where the mean lies when it is not within the 80 % interval: rare large needs pull it above. */
export const outside = ({ mean, low, high }: Estimate): 'above' | 'below' | undefined =>
  mean > high ? 'above' : mean < low ? 'below' : undefined

/**
 * By the width of the 80 % interval over the mean: up to 4, up to 12, above. An interval that the mean exceeds promises
 * less than it seems to, however narrow: low. Where nothing is needed there is nothing to be sure of.
 */
export function certaintyOf(need: Estimate): Certainty | undefined {
  const { mean, low, high } = need
  if (mean <= 0) return undefined
  if (outside(need) === 'above') return 'low'
  const width = (high - low) / mean
  if (width <= 4) return 'high'
  return width <= 12 ? 'middle' : 'low'
}

/** A place in the month on screen. */
export interface ShownPlace extends Omit<PlaceNeed, 'months' | 'supply'> {
  /** null: no data. */
  readonly need: Estimate | null
  /** Packs; null: not allocated yet. */
  readonly supply: PlaceNeed['supply'][number]
}

export const placesAt = (places: readonly PlaceNeed[], monthIndex: number): readonly ShownPlace[] =>
  places.map(({ months, supply, ...place }) => ({
    ...place,
    need: months[monthIndex] ?? null,
    supply: supply[monthIndex] ?? null,
  }))

/** `Ayabaca, Piura`; of a district also its province. */
export const fullName = (place: Pick<ShownPlace, 'name' | 'province' | 'department'>): string =>
  [place.name, place.province, place.department]
    .filter((part, i, all): part is string => part !== null && all.indexOf(part) === i)
    .join(', ')

export const perThousand = (place: ShownPlace): number | null =>
  place.need === null || place.population === null || place.population <= 0
    ? null
    : (place.need.mean / place.population) * 1000
