import type { Province } from '../gazetteer/province.ts'
import { normal, type Random, seedFor, stream } from '../kernel/random.ts'
import { greatCircle } from '../kernel/sphere.ts'
import { rain } from './climate.ts'
import type { VEHICLES } from './fleet.ts'

/** A depot or a point, with the province that gives it height and weather. */
export interface Site {
  readonly id: string
  readonly lat: number
  readonly lon: number
  readonly province: Province
}

export interface DrivenLeg {
  readonly km: number
  readonly climb: number
  readonly surface: Surface
  readonly minutes: number
}

type Surface = 'asfaltado' | 'afirmado' | 'trocha' | 'río' | 'aire'

/** Share of a vehicle's level speed. */
const SPEED: Readonly<Record<Surface, number>> = { asfaltado: 0.9, afirmado: 0.6, trocha: 0.38, río: 0.9, aire: 0.95 }
/** How much longer a leg takes in the wettest month. */
const WET: Readonly<Record<Surface, number>> = { asfaltado: 0.08, afirmado: 0.3, trocha: 0.7, río: 0.05, aire: 0.12 }
/** By region: length of the way over the straight line, climb [m per km], share of ways without asphalt. */
const DETOUR: Readonly<Record<Province['region'], number>> = { coast: 1.25, highlands: 1.65, jungle: 1.5 }
const ROUGH: Readonly<Record<Province['region'], number>> = { coast: 3, highlands: 22, jungle: 7 }
const UNPAVED: Readonly<Record<Province['region'], number>> = { coast: 0.15, highlands: 0.5, jungle: 0.6 }
/** Metres that a vehicle at 55 km/h climbs in an hour on top of its way. */
const CLIMB = 1500
/** A breakdown or a blocked road, once in thirty legs. */
const MISHAP = 1 / 30

/** What belongs to a way, whichever vehicle drives it and whenever: the same in both directions. */
function wayOf(seed: number, from: Site, to: Site): { readonly surface: Surface; readonly bend: number } {
  const [a, b] = from.id < to.id ? [from.id, to.id] : [to.id, from.id]
  const random = stream(seedFor(seed, `way ${a} ${b}`))
  const [draw, unpaved] = [random(), UNPAVED[to.province.region]]
  return { surface: draw > unpaved ? 'asfaltado' : draw > unpaved * 0.4 ? 'afirmado' : 'trocha', bend: random() }
}

/**
 * The time of a leg from its length, climb, surface, month and load, times what no column tells: driver, day, mishap.
 * @param month January is 0
 */
export function driveLeg(
  random: Random,
  seed: number,
  vehicle: (typeof VEHICLES)[number],
  from: Site,
  to: Site,
  month: number,
  loadKg: number,
): DrivenLeg {
  const straight = greatCircle(from.lat, from.lon, to.lat, to.lon) / 1000
  const way = wayOf(seed, from, to)
  const { region, altitudeM } = to.province
  const byLand = vehicle.mode === 'road' || vehicle.mode === 'animal'
  const surface = byLand ? way.surface : vehicle.mode === 'river' ? 'río' : 'aire'
  const detour = byLand
    ? DETOUR[region] * (0.88 + 0.3 * way.bend)
    : vehicle.mode === 'river'
      ? 1.7 + way.bend / 2
      : 1.02
  const km = Math.max(0.5, straight * detour)
  const rise = Math.max(0, altitudeM - from.province.altitudeM)
  const climb = byLand ? Math.round(rise + ROUGH[region] * km * (0.6 + 0.8 * random())) : 0
  const dry = km / (vehicle.flat * SPEED[surface]) + (climb / CLIMB) * (55 / vehicle.flat)
  const wet = 1 + WET[surface] * rain(to.province, month)
  const laden = 1 + (0.15 * loadKg) / vehicle.kg
  const luck = Math.exp(0.13 * normal(random)) * (random() < MISHAP ? 1.4 + 2 * random() : 1)
  return { km, climb, surface, minutes: Math.max(3, Math.round(dry * wet * laden * luck * 60)) }
}
