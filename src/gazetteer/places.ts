import { departments } from './department.ts'
import { provinces } from './provinces.ts'
import { parseAccess } from '../model/access.ts'
import type { Place } from '../model/place.ts'
import { departmentOf, ubigeo } from '../model/ubigeo.ts'

const SOURCE = 'gazetteer'

const capitalOf = (department: string) => {
  const found = departments.find((d) => d.ubigeo === department)
  if (found === undefined) throw new Error(`no department ${department} in the gazetteer`)
  return found
}

interface Position {
  readonly lat: number
  readonly lon: number
}

const apart = (a: Position, b: Position): number => Math.hypot(a.lat - b.lat, a.lon - b.lon)

const networks = (text: string) => {
  const access = parseAccess(text)
  if (access === undefined) throw new Error(`no networks: ${text}`)
  return access
}

const provincePlaces: readonly Place[] = provinces.map((p) => ({
  ubigeo: ubigeo(p.ubigeo),
  reniec: null,
  name: p.name,
  province: p.name,
  department: capitalOf(departmentOf(ubigeo(p.ubigeo))).name,
  level: 'province',
  lat: p.lat,
  lon: p.lon,
  altitudeM: p.altitudeM,
  population: p.population,
  poverty: null,
  vulnerability: null,
  region: p.region,
  access: networks(p.access),
  source: SOURCE,
}))

/** A department has the networks and the region of the province whose capital is its own. */
const departmentPlaces: readonly Place[] = departments.map((d) => {
  const own = provincePlaces.filter((p) => p.ubigeo.startsWith(d.ubigeo.slice(0, 2)))
  const nearest = own.reduce((a, b) => (apart(a, d) <= apart(b, d) ? a : b))
  return {
    ...nearest,
    ubigeo: ubigeo(d.ubigeo),
    reniec: `${d.reniec}0000`,
    name: d.name,
    province: null,
    department: d.name,
    level: 'department',
    lat: d.lat,
    lon: d.lon,
    altitudeM: d.altitudeM,
    population: d.population,
  }
})

/** The built-in departments and provinces as places. */
export const gazetteerPlaces: readonly Place[] = [...departmentPlaces, ...provincePlaces]

/** RENIEC's two digits of a department → INEI's. */
export const reniecDepartments: ReadonlyMap<string, string> = new Map(
  departments.map((d) => [d.reniec, d.ubigeo.slice(0, 2)]),
)
