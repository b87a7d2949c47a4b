import { outline } from '../gazetteer/outline.ts'
import type { Province } from '../gazetteer/province.ts'
import { provinces } from '../gazetteer/provinces.ts'
import { type Random, seedFor, stream } from '../kernel/random.ts'
import { greatCircle } from '../kernel/sphere.ts'
import type { Cells } from './csv.ts'

/** Where aid is handed over. */
export interface DemoPoint {
  readonly id: string
  readonly name: string
  readonly province: Province
  readonly lat: number
  readonly lon: number
  readonly persons: number
  readonly opens: string
  readonly closes: string
  readonly serviceMin: number
  readonly access: string
  readonly kind: string
}

/** Points of a province per root of its population: about 3,000 in the country. */
const POINTS = 0.051
/** Farthest from the capital [m]. */
const SPREAD: Readonly<Record<Province['region'], number>> = { coast: 14_000, highlands: 22_000, jungle: 25_000 }
/** Points nearer to the capital than this lie on all its networks, its airfield among them [m]. */
const IN_TOWN = 4000
const METRES_OF_A_DEGREE = 111_195

const SITES = ['I.E.', 'Local comunal', 'Comedor popular', 'Puesto de salud', 'Municipalidad C.P.', 'Losa deportiva']
const NAMES = [
  'San Juan',
  'Santa Rosa',
  'San Martín',
  'Buena Vista',
  'Nueva Esperanza',
  'San Pedro',
  'Santa Cruz',
  'Miraflores',
  'San José',
  'La Unión',
  'Pampa Grande',
  'San Isidro',
  'Alto Perú',
  'Los Ángeles',
  'Primavera',
  'Virgen del Carmen',
]
/** Windows of a quarter of the points. */
const WINDOWS = [
  ['08:00', '13:00'],
  ['09:00', '16:00'],
  ['07:00', '12:00'],
] as const

/** Whether a place lies inside the outline of the country (even-odd rule). */
function inPeru(lat: number, lon: number): boolean {
  let inside = false
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [lonA, latA] = outline[i] as readonly [number, number]
    const [lonB, latB] = outline[j] as readonly [number, number]
    if (latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA) inside = !inside
  }
  return inside
}

/** Whether no capital of another province is as near. */
function nearestIs(own: Province, lat: number, lon: number): boolean {
  const away = greatCircle(lat, lon, own.lat, own.lon)
  return provinces.every((p) => p.ubigeo === own.ubigeo || greatCircle(lat, lon, p.lat, p.lon) > away)
}

/** A place in the province; after many tries that fall outside, ever nearer to its capital. */
function position(random: Random, province: Province): { readonly lat: number; readonly lon: number } {
  for (let reach = SPREAD[province.region]; reach > 100; reach *= 0.85) {
    const away = reach * Math.sqrt(random())
    const turn = 2 * Math.PI * random()
    const lat = province.lat + (away * Math.cos(turn)) / METRES_OF_A_DEGREE
    const lon = province.lon + (away * Math.sin(turn)) / METRES_OF_A_DEGREE / Math.cos((lat * Math.PI) / 180)
    const rounded = { lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) }
    if (inPeru(rounded.lat, rounded.lon) && nearestIs(province, rounded.lat, rounded.lon)) return rounded
  }
  return { lat: province.lat, lon: province.lon }
}

/** Out of town the airfield is out of reach; where there is nothing else, planes land on the river or the meadow. */
function accessAt(province: Province, lat: number, lon: number): string {
  const networks = province.access.split(' ')
  const ground = networks.filter((network) => network !== 'air')
  const far = greatCircle(lat, lon, province.lat, province.lon) > IN_TOWN
  return far && ground.length > 0 && ground.length < networks.length ? ground.join(' ') : ''
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

/** The points of one province: the same whichever others there are. */
export function pointsOf(seed: number, province: Province): readonly DemoPoint[] {
  const random = stream(seedFor(seed, `points ${province.ubigeo}`))
  const count = Math.min(90, Math.max(4, Math.round(POINTS * Math.sqrt(province.population))))
  const sizes = Array.from({ length: count }, () => 0.3 + random() ** 2)
  const sum = sizes.reduce((a, b) => a + b, 0)
  const byRoad = province.access.includes('road:')
  return sizes.map((size, i): DemoPoint => {
    const { lat, lon } = position(random, province)
    const site = pick(random, SITES)
    const [opens, closes] = random() < 0.25 ? pick(random, WINDOWS) : ['', '']
    return {
      id: `P${province.ubigeo.slice(0, 4)}-${String(i + 1).padStart(3, '0')}`,
      name: site === 'I.E.' ? `I.E. N.º ${10_000 + Math.floor(random() * 80_000)}` : `${site} ${pick(random, NAMES)}`,
      province,
      lat,
      lon,
      // A fifth of the people know the point as theirs.
      persons: Math.max(20, Math.round((province.population * 0.2 * size) / sum)),
      opens,
      closes,
      serviceMin: pick(random, [20, 30, 30, 45]),
      access: accessAt(province, lat, lon),
      kind: byRoad && site === 'Puesto de salud' && random() < 0.2 ? 'salud' : '',
    }
  })
}

export const pointRows = (points: readonly DemoPoint[]): readonly Cells[] =>
  points.map((p) => ({
    record: 'point',
    id: p.id,
    name: p.name,
    ubigeo: p.province.ubigeo,
    lat: p.lat.toFixed(4),
    lon: p.lon.toFixed(4),
    persons: p.persons,
    opens: p.opens,
    closes: p.closes,
    service_min: p.serviceMin,
    access: p.access,
    kind: p.kind,
  }))
