import { MODES, type Mode } from './access.ts'
import type { Parsed } from './fault.ts'
import { Fields, type Row } from './row.ts'
import {
  type Centimos,
  centimosOfSoles,
  type Grams,
  gramsOfKg,
  type Metres,
  metresOfKm,
  type Millilitres,
  millilitresOfM3,
  type Seconds,
} from './units.ts'

export interface VehicleType {
  readonly id: string
  readonly name: string
  readonly mode: Mode
  readonly capacityG: Grams
  readonly capacityMl: Millilitres
  /** Speed on level and on steep ground [km/h]. */
  readonly speedFlat: number
  readonly speedHill: number
  readonly costPerKm: Centimos
  readonly costPerHour: Centimos
  /** Of each tour. */
  readonly fixedCost: Centimos
  /** Times of day of the crew's shift. */
  readonly shiftStart: Seconds
  readonly shiftEnd: Seconds
  /** Per tour. */
  readonly maxMetres: Metres | null
  readonly maxStops: number | null
  /** Kinds of points it can serve besides those without a kind. */
  readonly skills: readonly string[]
}

/** Vehicles of one type that stand at one depot. */
export interface Fleet {
  readonly depot: string
  readonly vehicleType: string
  readonly count: number
}

/** Columns id, name, mode, kg, m3, speed_flat, speed_hill, cost_km, cost_hour, fixed_cost, shift_start, shift_end, max_km, max_stops, skills. */
export function parseVehicleType(row: Row): Parsed<VehicleType> {
  const f = new Fields(row)
  const shiftStart = f.time('shift_start')
  const shiftEnd = f.time('shift_end')
  if (f.faults.length === 0 && shiftEnd <= shiftStart)
    f.fault('closes-before-it-opens', 'shift_end', f.raw('shift_start'))
  const maxKm = f.optionalNumber('max_km')
  return f.done({
    id: f.text('id'),
    name: f.raw('name') || f.raw('id'),
    mode: f.oneOf('mode', MODES),
    capacityG: gramsOfKg(f.positive('kg')),
    capacityMl: millilitresOfM3(f.positive('m3')),
    speedFlat: f.positive('speed_flat'),
    speedHill: f.positive('speed_hill'),
    costPerKm: centimosOfSoles(f.number('cost_km')),
    costPerHour: centimosOfSoles(f.number('cost_hour')),
    fixedCost: centimosOfSoles(f.number('fixed_cost')),
    shiftStart,
    shiftEnd,
    maxMetres: maxKm === null ? null : metresOfKm(maxKm),
    maxStops: f.optionalNumber('max_stops', { whole: true }),
    skills: f.words('skills'),
  })
}

/** Columns depot, vehicle_type, count. */
export function parseFleet(row: Row): Parsed<Fleet> {
  const f = new Fields(row)
  return f.done({
    depot: f.text('depot'),
    vehicleType: f.text('vehicle_type'),
    count: f.number('count', { whole: true }),
  })
}
