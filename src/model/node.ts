import type { Depot } from './depot.ts'
import type { Place } from './place.ts'
import type { Point } from './point.ts'
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

/** Where a point stands, on its own networks or those of its place. */
export function pointNode(point: Point, find: FindPlace): Node {
  const place = find(point.ubigeo)
  return {
    id: point.id,
    ubigeo: point.ubigeo,
    lat: point.lat,
    lon: point.lon,
    altitudeM: place?.altitudeM ?? null,
    region: place?.region ?? null,
    access: point.access ?? place?.access ?? [],
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

/** Depots, points and places by the ids and codes that driven legs name them by. */
export function nodeFinder({
  depots,
  points,
  places,
}: {
  readonly depots: readonly Depot[]
  readonly points: readonly Point[]
  readonly places: readonly Place[]
}): (id: string) => Node | undefined {
  const find = placeFinder(places)
  const nodes = new Map<string, Node>()
  for (const { ubigeo } of places) nodes.set(ubigeo, capitalNode(ubigeo, find))
  for (const point of points) nodes.set(point.id, pointNode(point, find))
  for (const depot of depots) nodes.set(depot.id, depotNode(depot, find))
  return (id) => nodes.get(id)
}
