import type { Centimos, Grams, Metres, Millilitres, Seconds } from './units.ts'
import type { Mode } from './access.ts'

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
