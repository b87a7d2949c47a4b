import type { Place } from '../../model/place.ts'
import { gazetteerPlaces } from '../../gazetteer/places.ts'
import type { Generation } from '../generation.ts'
import { PLACES } from '../tables/places.ts'
import { readTable } from '../tables/table.ts'

/** Every known place by its code: the built-in departments and provinces, and over them what the import found. */
export async function readPlaces(generation: Generation): Promise<ReadonlyMap<string, Place>> {
  const path = generation.file('import', 'places.parquet')
  const imported = path === undefined ? [] : await readTable(path, PLACES)
  return new Map([...gazetteerPlaces, ...imported].map((place) => [place.ubigeo, place]))
}
