import { addDays, type Day, dayOfInstant, type Instant, instant, startOfDay } from '../model/day.ts'
import type { VehicleType } from '../model/vehicle.ts'
import { worked } from './calendar.ts'

type Shift = Pick<VehicleType, 'shiftStart' | 'shiftEnd'>

/** Nothing that a plan may hold lasts longer [days]. */
const HORIZON = 3660

export interface Drive {
  readonly arrive: Instant
  /** Days on which the vehicle moves. */
  readonly days: readonly Day[]
}

/** Drives `seconds` from `start` on, in shifts of working days alone; `undefined` when the shifts never suffice. */
export function drive(start: Instant, seconds: number, crew: Shift): Drive | undefined {
  const days: Day[] = []
  if (seconds === 0) return { arrive: start, days }
  let left = seconds
  for (let d = dayOfInstant(start), n = 0; n < HORIZON; d = addDays(d, 1), n++) {
    const from = Math.max(start, startOfDay(d) + crew.shiftStart)
    const time = startOfDay(d) + crew.shiftEnd - from
    if (time <= 0 || !worked(d)) continue
    days.push(d)
    if (left <= time) return { arrive: instant(from + left), days }
    left -= time
  }
  return undefined
}

/** When a service may begin, and how long it takes [s]. */
export interface Service {
  readonly opens: number
  readonly closes: number
  readonly seconds: number
}

/** The first moment from `arrive` on at which a service may begin and still end in the same shift. */
export function earliest(arrive: Instant, service: Service, crew: Shift): Instant | undefined {
  for (let d = dayOfInstant(arrive), n = 0; n < HORIZON; d = addDays(d, 1), n++) {
    const midnight = startOfDay(d)
    const begin = Math.max(arrive, midnight + crew.shiftStart, midnight + service.opens)
    const fits = begin <= midnight + service.closes && begin + service.seconds <= midnight + crew.shiftEnd
    if (fits && worked(d)) return instant(begin)
    if (n > 0 && !fits) return undefined
  }
  return undefined
}
