import { parquetTable, query } from '../../adapters/duckdb.ts'
import type { Place } from '../../model/place.ts'
import { NATION, parentOf, ubigeo, type Ubigeo } from '../../model/ubigeo.ts'
import type { Generation } from '../generation.ts'
import { readPlaces } from './places.ts'

/** A node of the hierarchy as it goes by. */
export interface NodeName {
  readonly ubigeo: string
  readonly name: string
}

export const nodeName = (places: ReadonlyMap<string, Place>, code: string): string =>
  code === NATION ? 'Perú' : (places.get(code)?.name ?? code)

/** All nodes that have a forecast, by code; none before the first forecast. */
export async function readNodes(generation: Generation): Promise<readonly NodeName[]> {
  const path = generation.file('forecast', 'forecast.parquet')
  if (path === undefined) return []
  const places = await readPlaces(generation)
  const rows = await query(`SELECT DISTINCT ubigeo FROM ${parquetTable(path)} ORDER BY ubigeo`)
  return rows.map((row) => ({ ubigeo: String(row['ubigeo']), name: nodeName(places, String(row['ubigeo'])) }))
}

/** The nodes from the nation down to one, and those one level below it. */
export function around(
  nodes: readonly NodeName[],
  code: string,
): { readonly path: readonly NodeName[]; readonly below: readonly NodeName[] } {
  const path: NodeName[] = []
  for (let node: Ubigeo | undefined = ubigeo(code); node !== undefined; node = parentOf(node)) {
    const found = nodes.find((n) => n.ubigeo === node)
    if (found !== undefined) path.unshift(found)
  }
  return { path, below: nodes.filter((n) => parentOf(ubigeo(n.ubigeo)) === code) }
}
