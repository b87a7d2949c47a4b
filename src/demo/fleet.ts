import { findProvince } from '../gazetteer/lookup.ts'
import type { Cells } from './csv.ts'
import type { DemoDepot } from './depots.ts'
import type { DemoPoint } from './points.ts'

interface DemoVehicle {
  readonly id: string
  readonly name: string
  readonly mode: 'road' | 'river' | 'air' | 'animal'
  readonly kg: number
  readonly m3: number
  readonly flat: number
  readonly hill: number
  readonly costKm: number
  readonly costHour: number
  readonly fixed: number
  readonly maxKm: number | null
  readonly maxStops: number | null
  readonly skills: string
}

/** Kinds of vehicles. Capacities are common ones, speeds and costs assumptions; a mule train carries 60 kg an animal. */
// biome-ignore format: one vehicle, one line
export const VEHICLES = [
  { id: 'camion-10t', name: 'Camión de 10 t', mode: 'road', kg: 10_000, m3: 45, flat: 55, hill: 28, costKm: 4.5, costHour: 38, fixed: 180, maxKm: null, maxStops: null, skills: '' },
  { id: 'camion-4t', name: 'Camión de 4 t', mode: 'road', kg: 4000, m3: 18, flat: 60, hill: 32, costKm: 2.8, costHour: 32, fixed: 120, maxKm: null, maxStops: 40, skills: 'salud' },
  { id: 'camioneta', name: 'Camioneta 4×4', mode: 'road', kg: 1000, m3: 4.5, flat: 70, hill: 38, costKm: 1.6, costHour: 26, fixed: 60, maxKm: 900, maxStops: 20, skills: 'salud' },
  { id: 'acemilas', name: 'Recua de acémilas', mode: 'animal', kg: 600, m3: 2.5, flat: 4.5, hill: 3.5, costKm: 3.5, costHour: 12, fixed: 20, maxKm: 80, maxStops: 6, skills: '' },
  { id: 'chata', name: 'Chata de 40 t', mode: 'river', kg: 40_000, m3: 120, flat: 12, hill: 12, costKm: 9.5, costHour: 90, fixed: 900, maxKm: null, maxStops: null, skills: '' },
  { id: 'bote', name: 'Bote de 3 t', mode: 'river', kg: 3000, m3: 10, flat: 22, hill: 22, costKm: 3.2, costHour: 40, fixed: 150, maxKm: null, maxStops: 30, skills: '' },
  { id: 'avioneta', name: 'Avioneta', mode: 'air', kg: 900, m3: 5.5, flat: 230, hill: 230, costKm: 11.5, costHour: 450, fixed: 600, maxKm: 1600, maxStops: 3, skills: '' },
] as const satisfies readonly DemoVehicle[]

export type VehicleId = (typeof VEHICLES)[number]['id']

export const vehicleTypeRows = (): readonly Cells[] =>
  VEHICLES.map((v) => ({
    record: 'vehicle_type',
    id: v.id,
    name: v.name,
    mode: v.mode,
    kg: v.kg,
    m3: v.m3,
    speed_flat: v.flat,
    speed_hill: v.hill,
    cost_km: v.costKm,
    cost_hour: v.costHour,
    fixed_cost: v.fixed,
    shift_start: v.mode === 'air' ? '07:00' : '06:00',
    shift_end: v.mode === 'air' ? '17:00' : '18:00',
    max_km: v.maxKm ?? '',
    max_stops: v.maxStops ?? '',
    skills: v.skills,
  }))

/**
 * Points for each vehicle of a depot. A point takes about two hours of a vehicle (half of service, the rest on the way), a month has some
 * 270: together they serve most points, not all.
 */
const POINTS_OF_A_TRUCK = 120
const POINTS_OF_A_PICKUP = 150
const POINTS_OF_A_BOAT = 30
/** A depot with more points on the road than this has a large truck. */
const LARGE = 100

/** Boats, planes and mules, where there is a use for them, and the fleet of the national depot. */
const SPECIAL: Readonly<Record<string, Readonly<Partial<Record<VehicleId, number>>>>> = {
  'ALM-NAC': { 'camion-10t': 16, 'camion-4t': 8, avioneta: 2 },
  'ALM-09': { acemilas: 2 },
  'ALM-03': { acemilas: 2 },
  'ALM-16': { chata: 2, avioneta: 2 },
  'ALM-17': { bote: 1 },
  'ALM-25': { chata: 1, avioneta: 2 },
}

export function fleetOf(depot: DemoDepot, points: readonly DemoPoint[]): Readonly<Partial<Record<VehicleId, number>>> {
  const special = SPECIAL[depot.id] ?? {}
  if (depot.level === 'national') return special
  const own = points.filter((p) => p.province.ubigeo.startsWith(depot.department))
  const on = (network: string): number => own.filter((p) => p.province.access.includes(network)).length
  const roads = on('road:')
  const landing = findProvince(depot.ubigeo)?.access.includes('river:amazon') ?? false
  return {
    ...(roads > LARGE ? { 'camion-10t': 1 } : {}),
    'camion-4t': Math.max(1, Math.round(roads / POINTS_OF_A_TRUCK)),
    camioneta: Math.max(1, Math.round(roads / POINTS_OF_A_PICKUP)),
    ...(landing ? { bote: Math.ceil(on('river:amazon') / POINTS_OF_A_BOAT) } : {}),
    ...special,
  }
}

export const fleetRows = (depots: readonly DemoDepot[], points: readonly DemoPoint[]): readonly Cells[] =>
  depots.flatMap((depot) => {
    const fleet = fleetOf(depot, points)
    return VEHICLES.flatMap(({ id }): Cells[] => {
      const count = fleet[id]
      return count ? [{ record: 'fleet', depot: depot.id, vehicle_type: id, count }] : []
    })
  })
