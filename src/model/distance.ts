import { MODES, type Mode } from './access.ts'
import type { Day, Instant } from './day.ts'
import type { Parsed } from './fault.ts'
import { Fields, type Row } from './row.ts'
import {
  type Centimos,
  centimosOfSoles,
  type Grams,
  gramsOfKg,
  type Metres,
  metresOfKm,
  type Seconds,
  secondsOfMinutes,
} from './units.ts'

/** A measured way between two depots, points or places (by id or ubigeo), in both directions unless the reverse is given too. */
export interface Distance {
  readonly from: string
  readonly to: string
  readonly mode: Mode
  readonly metres: Metres
  readonly seconds: Seconds
  /** First and last day on which it cannot be used. */
  readonly closedFrom: Day | null
  readonly closedUntil: Day | null
}

/** A leg that was driven, as `delivery_routes.csv` reports it. */
export interface DrivenLeg {
  readonly departedAt: Instant
  readonly from: string
  readonly to: string
  readonly mode: Mode
  readonly vehicleType: string
  readonly metres: Metres
  readonly climbM: number
  readonly surface: string
  readonly loadG: Grams
  readonly seconds: Seconds
  readonly cost: Centimos | null
  readonly result: string | null
}

/** Columns from, to, mode, km, minutes, closed_from, closed_until. */
export function parseDistance(row: Row): Parsed<Distance> {
  const f = new Fields(row)
  const closedFrom = f.optionalDay('closed_from')
  const closedUntil = f.optionalDay('closed_until')
  if (closedFrom !== null && closedUntil !== null && closedUntil < closedFrom)
    f.fault('closes-before-it-opens', 'closed_until', f.raw('closed_from'))
  return f.done({
    from: f.text('from'),
    to: f.text('to'),
    mode: f.oneOf('mode', MODES),
    metres: metresOfKm(f.positive('km')),
    seconds: secondsOfMinutes(f.positive('minutes')),
    closedFrom,
    closedUntil,
  })
}

/** Columns departed_at, from, to, mode, vehicle_type, distance_km, climb_m, surface, load_kg, duration_min, cost, result. */
export function parseDrivenLeg(row: Row): Parsed<DrivenLeg> {
  const f = new Fields(row)
  const cost = f.optionalNumber('cost')
  return f.done({
    departedAt: f.instant('departed_at'),
    from: f.text('from'),
    to: f.text('to'),
    mode: f.oneOf('mode', MODES),
    vehicleType: f.text('vehicle_type'),
    metres: metresOfKm(f.positive('distance_km')),
    climbM: f.optionalNumber('climb_m') ?? 0,
    surface: f.raw('surface'),
    loadG: gramsOfKg(f.number('load_kg')),
    seconds: secondsOfMinutes(f.positive('duration_min')),
    cost: cost === null ? null : centimosOfSoles(cost),
    result: f.optionalText('result'),
  })
}
