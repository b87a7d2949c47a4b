import type { Depot } from './depot.ts'
import type { Place } from './place.ts'
import type { Node } from './travel.ts'
import { type Ubigeo, departmentOf, provinceOf } from './ubigeo.ts'

/** The place of a code or, where the table lacks it, its province's, then its department's. */
export type FindPlace = (code: Ubigeo) => Place | undefined

export function placeFinder(places: readonly Place[]): FindPlace {
  const byCode = new Map(places.map((place) => [place.ubigeo, place]))
  return (code) => byCode.get(code) ?? byCode.get(provinceOf(code)) ?? byCode.get(departmentOf(code))
}

/** Where a depot stands, on the networks of its place. */
export function depotNode(depot: Depot, find: FindPlace): Node {
  const place = find(depot.ubigeo)
  return {
    id: depot.id,
    ubigeo: depot.ubigeo,
    lat: depot.lat,
    lon: depot.lon,
    altitudeM: place?.altitudeM ?? null,
    region: place?.region ?? null,
    access: place?.access ?? [],
  }
}

/** The capital of a place. A place that no table holds lies on no network: only a measured way leads there. */
export function capitalNode(code: Ubigeo, find: FindPlace): Node {
  const place = find(code)
  return {
    id: code,
    ubigeo: code,
    lat: place?.lat ?? 0,
    lon: place?.lon ?? 0,
    altitudeM: place?.altitudeM ?? null,
    region: place?.region ?? null,
    access: place?.access ?? [],
  }
}
