import { greatCircle } from '../kernel/sphere.ts'
import { connected, type Mode, type Network } from './access.ts'
import type { Distance } from './distance.ts'
import type { Region } from './place.ts'
import type { Leg } from './tour.ts'
import { metres, seconds } from './units.ts'
import type { VehicleType } from './vehicle.ts'

/** A depot, a point, or the capital of a place: what legs run between. */
export interface Node {
  readonly id: string
  /** Of the place it lies in: a `distance` row may name it instead of the node. */
  readonly ubigeo: string
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number | null
  readonly region: Region | null
  readonly access: readonly Network[]
}

/** The way of a vehicle type from one node to another; `undefined` when none of its networks joins them. */
export type Travel = (from: Node, to: Node, by: VehicleType) => Leg | undefined

/**
 * Length of the real way over the straight line. Assumptions, set on known ways: by road Lima–Trujillo 557 km (× 1.14), Lima–Arequipa
 * 1,009 km (× 1.32), Lima–Huancayo 298 km (× 1.5), Cajamarca–Chachapoyas 335 km (× 2.6); by river Pucallpa–Iquitos about 1,000 km (× 1.9).
 */
const ROAD_DETOUR: Readonly<Record<Region, number>> = { coast: 1.25, highlands: 1.6, jungle: 1.5 }
const DETOUR: Readonly<Record<Exclude<Mode, 'road'>, number>> = { river: 1.9, air: 1, animal: 1.4 }
/** Share of a road driven at hill speed, by region; an assumption. */
const HILLY: Readonly<Record<Region, number>> = { coast: 0.1, highlands: 0.7, jungle: 0.3 }
/** A climb of 4 % of the way's length makes all of it a hill. */
const STEEP = 0.04

/** What the speed table asks of the ends of a way. */
export type End = Pick<Node, 'region' | 'altitudeM'>

const mean = (table: Readonly<Record<Region, number>>, from: End, to: End): number =>
  (table[from.region ?? 'highlands'] + table[to.region ?? 'highlands']) / 2

/** Difference of altitude [m]; 0 where one is not known. */
export const climbBetween = (from: End, to: End): number =>
  Math.abs((from.altitudeM ?? 0) - (to.altitudeM ?? from.altitudeM ?? 0))

/** Time of a way of this length and climb [m] by the vehicle's speeds on level and on steep ground, not rounded [s]. */
export function tableSeconds(from: End, to: End, by: VehicleType, length: number, climb: number): number {
  const steep = length > 0 ? climb / (length * STEEP) : 0
  const hill = by.mode === 'road' || by.mode === 'animal' ? Math.min(1, Math.max(mean(HILLY, from, to), steep)) : 0
  return (length / 1000) * ((1 - hill) / by.speedFlat + hill / by.speedHill) * 3600
}

/**
 * The `distance` rows that count between two nodes; several where a way is closed several times, then the last one tells its length.
 * Rows count both ways unless the reverse is given, and name nodes by id or by the ubigeo of their place.
 */
export function measuredWays(
  distances: readonly Distance[],
): (from: Node, to: Node, mode: Mode) => readonly Distance[] | undefined {
  if (distances.length === 0) return () => undefined
  const named = new Set(distances.flatMap((d) => [d.from, d.to]))
  const measured = new Map<string, Distance[]>()
  for (const d of distances) {
    const name = `${d.from} ${d.to} ${d.mode}`
    const rows = measured.get(name)
    if (rows) rows.push(d)
    else measured.set(name, [d])
  }

  return (from, to, mode) => {
    for (const a of [from.id, from.ubigeo]) {
      if (!named.has(a)) continue
      for (const b of [to.id, to.ubigeo]) {
        const found = a === b ? undefined : (measured.get(`${a} ${b} ${mode}`) ?? measured.get(`${b} ${a} ${mode}`))
        if (found) return found
      }
    }
    return undefined
  }
}

/** A measured way may be this much of the straight line: positions and lengths are rounded. */
const MEASURED = 0.95

/** A row that names a place is measured to its capital; to a node that lies further away the way goes on at the same speed. */
function carriedOn(way: Distance, straight: number): Pick<Distance, 'metres' | 'seconds'> {
  if (way.metres >= MEASURED * straight) return way
  const length = Math.ceil(straight)
  return { metres: metres(length), seconds: seconds(Math.ceil((way.seconds * length) / way.metres)) }
}

/**
 * Great circle × detour × terrain, where no measured distance is given. A measured one opens a way also between nodes that share no network.
 */
export function straightLineTravel(distances: readonly Distance[]): Travel {
  const measured = measuredWays(distances)

  return (from, to, by) => {
    const ends = { from: from.id, to: to.id, mode: by.mode, vehicleType: by.id }
    const known = measured(from, to, by.mode)?.at(-1)
    if (!known && !connected(by.mode, from.access, to.access)) return undefined
    const straight = greatCircle(from.lat, from.lon, to.lat, to.lon)
    if (known) {
      const way = carriedOn(known, straight)
      return { ...ends, metres: way.metres, seconds: way.seconds, source: 'distance-table' }
    }
    const detour = by.mode === 'road' ? mean(ROAD_DETOUR, from, to) : DETOUR[by.mode]
    const length = Math.ceil(straight * detour)
    const time = tableSeconds(from, to, by, length, climbBetween(from, to))
    return { ...ends, metres: metres(length), seconds: seconds(Math.ceil(time)), source: 'straight-line' }
  }
}
