import type { Estimate } from '../../../src/api/fields.ts'
import type { PlaceNeed } from '../../../src/api/panorama.ts'

export type NeedClass = 0 | 1 | 2 | 3 | 4 | 5

/** Class 0 is exactly zero. */
export function classOf(mean: number, breaks: readonly number[]): NeedClass {
  if (mean <= 0) return 0
  return Math.max(1, breaks.findLastIndex((bound) => mean >= bound) + 1) as NeedClass
}

export type Certainty = 'high' | 'middle' | 'low'

/** By the width of the 80 % interval over the mean: up to 4, up to 12, above. A mean of zero is certain enough to be plain. */
export function certaintyOf({ mean, low, high }: Estimate): Certainty {
  const width = mean <= 0 ? 0 : (high - low) / mean
  if (width <= 4) return 'high'
  return width <= 12 ? 'middle' : 'low'
}

/** A place in the month on screen. */
export interface ShownPlace extends Omit<PlaceNeed, 'months'> {
  /** null: no data. */
  readonly need: Estimate | null
}

export const placesAt = (places: readonly PlaceNeed[], monthIndex: number): readonly ShownPlace[] =>
  places.map(({ months, ...place }) => ({ ...place, need: months[monthIndex] ?? null }))

/** `Ayabaca, Piura`; of a district also its province. */
export const fullName = (place: Pick<ShownPlace, 'name' | 'province' | 'department'>): string =>
  [place.name, place.province, place.department]
    .filter((part, i, all): part is string => part !== null && all.indexOf(part) === i)
    .join(', ')

export const perThousand = (place: ShownPlace): number | null =>
  place.need === null || place.population === null || place.population <= 0
    ? null
    : (place.need.mean / place.population) * 1000
