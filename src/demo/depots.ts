import type { Department } from '../gazetteer/department.ts'
import { findProvince } from '../gazetteer/lookup.ts'
import type { Cells } from './csv.ts'

export interface DemoDepot {
  readonly id: string
  readonly name: string
  readonly level: 'national' | 'regional'
  /** Province of its town. */
  readonly ubigeo: string
  /** Two digits; of the national depot, ''. */
  readonly department: string
  readonly lat: number
  readonly lon: number
  readonly docks: number
  readonly loadMin: number
}

/** The general warehouse behind the port of Callao; its coordinates are made up. */
const NATIONAL: DemoDepot = {
  id: 'ALM-NAC',
  name: 'Almacén nacional',
  level: 'national',
  ubigeo: '070100',
  department: '',
  lat: -12.0402,
  lon: -77.1203,
  docks: 6,
  loadMin: 45,
}

/** One depot in the capital of each department, and the national one. */
export function depotsOf(departments: readonly Department[]): readonly DemoDepot[] {
  const regional = departments.map((d): DemoDepot => {
    const code = d.ubigeo.slice(0, 2)
    return {
      id: `ALM-${code}`,
      name: `Almacén regional ${d.name}`,
      level: 'regional',
      // Every department's first province holds its capital.
      ubigeo: findProvince(`${code}0100`)?.ubigeo ?? d.ubigeo,
      department: code,
      lat: d.lat,
      lon: d.lon,
      docks: d.population > 1_000_000 ? 3 : 2,
      loadMin: 60,
    }
  })
  return [NATIONAL, ...regional]
}

export const depotRows = (depots: readonly DemoDepot[]): readonly Cells[] =>
  depots.map((d) => ({
    record: 'depot',
    id: d.id,
    name: d.name,
    level: d.level,
    ubigeo: d.ubigeo,
    lat: d.lat.toFixed(4),
    lon: d.lon.toFixed(4),
    opens: d.level === 'national' ? '06:00' : '07:00',
    closes: '18:00',
    docks: d.docks,
    load_min: d.loadMin,
    parent: d.level === 'national' ? '' : NATIONAL.id,
  }))
