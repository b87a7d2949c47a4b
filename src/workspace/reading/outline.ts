import { departments } from '../../gazetteer/department.ts'
import { outline } from '../../gazetteer/outline.ts'

/** What a map of the country is drawn on. */
export interface Outline {
  /** One ring of [longitude, latitude], clockwise, first point repeated. */
  readonly ring: readonly (readonly [lon: number, lat: number])[]
  /** Names of the departments, at their capitals; those with more people first, for a map without room for all. */
  readonly labels: readonly { readonly name: string; readonly lat: number; readonly lon: number }[]
}

export const readOutline = (): Outline => ({
  ring: outline,
  labels: departments.toSorted((a, b) => b.population - a.population).map(({ name, lat, lon }) => ({ name, lat, lon })),
})
