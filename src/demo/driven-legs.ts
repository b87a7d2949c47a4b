import { findProvince } from '../gazetteer/lookup.ts'
import { byText } from '../kernel/order.ts'
import { type Random, seedFor, stream } from '../kernel/random.ts'
import { greatCircle } from '../kernel/sphere.ts'
import { connected, parseAccess } from '../model/access.ts'
import { addDays, type Day, firstDay, formatDay, formatTime, lastDay } from '../model/day.ts'
import { addMonths, calendarMonth, type Month } from '../model/month.ts'
import { seconds } from '../model/units.ts'
import { isWorkingDay } from '../model/working-day.ts'
import type { Cells } from './csv.ts'
import type { DemoDepot } from './depots.ts'
import { fleetOf, VEHICLES } from './fleet.ts'
import { driveLeg, type Site } from './leg-time.ts'
import type { DemoPoint } from './points.ts'

const MONTHS = 24
/** Tours of a depot in a month that its drivers wrote down. */
const TOURS = 4
/** Minutes of a day between which drivers set out. */
const DAWN = 390
const DUSK = 1080
/** Farthest that mules are sent [m]. */
const MULES_REACH = 25_000

type Vehicle = (typeof VEHICLES)[number]

interface Base {
  readonly depot: DemoDepot
  readonly site: Site
  readonly vehicles: readonly Vehicle[]
  readonly points: readonly DemoPoint[]
}

const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

function baseOf(depot: DemoDepot, points: readonly DemoPoint[]): readonly Base[] {
  const province = findProvince(depot.ubigeo)
  if (!province) return []
  const fleet = fleetOf(depot, points)
  return [
    {
      depot,
      site: { id: depot.id, lat: depot.lat, lon: depot.lon, province },
      vehicles: VEHICLES.filter((v) => fleet[v.id] !== undefined),
      points: points.filter((p) => p.province.ubigeo.startsWith(depot.department)),
    },
  ]
}

/** Whether a vehicle of the depot gets to the point. */
function reaches(base: Base, vehicle: Vehicle, point: DemoPoint): boolean {
  const here = parseAccess(base.site.province.access) ?? []
  const there = parseAccess(point.access || point.province.access) ?? []
  const away = greatCircle(base.site.lat, base.site.lon, point.lat, point.lon)
  return connected(vehicle.mode, here, there) && (vehicle.mode !== 'animal' || away < MULES_REACH)
}

const nextWorkingDay = (from: Day): Day => {
  let d = from
  while (!isWorkingDay(d)) d = addDays(d, 1)
  return d
}

/** Out with a load to two or three points of a province and back, leg by leg. */
function tour(random: Random, seed: number, month: Month, base: Base): readonly Cells[] {
  const first = pick(random, base.points)
  if (!first) return []
  const vehicle = pick(
    random,
    base.vehicles.filter((v) => reaches(base, v, first)),
  )
  if (!vehicle) return []
  const near = base.points.filter((p) => p.province === first.province && p !== first && reaches(base, vehicle, p))
  const second = pick(random, near)
  const third =
    random() < 0.5
      ? pick(
          random,
          near.filter((p) => p !== second),
        )
      : undefined
  const stops = [first, second, third].filter((p) => p !== undefined)

  let date = nextWorkingDay(addDays(firstDay(month), Math.floor(random() * 26)))
  let minute = DAWN + Math.floor(random() * 120)
  let loadKg = Math.round(vehicle.kg * (0.4 + 0.6 * random()))
  let from = base.site
  return [...stops, base.site].map((to, i): Cells => {
    const driven = driveLeg(random, seed, vehicle, from, to, calendarMonth(month) - 1, loadKg)
    const home = i === stops.length
    const cells = {
      departed_at: `${formatDay(date)}T${formatTime(seconds(minute * 60)).slice(0, 5)}`,
      from: from.id,
      to: to.id,
      mode: vehicle.mode,
      vehicle_type: vehicle.id,
      // Rounded up: a way is never shorter than the straight line.
      distance_km: (Math.ceil(driven.km * 10) / 10).toFixed(1),
      climb_m: driven.climb,
      surface: driven.surface,
      load_kg: loadKg,
      duration_min: driven.minutes,
      cost: (vehicle.costKm * driven.km + (vehicle.costHour * driven.minutes) / 60).toFixed(2),
      result: home ? '' : random() < 0.94 ? 'entregado' : random() < 0.6 ? 'parcial' : 'no entregado',
    }
    minute += driven.minutes + 30
    if (minute > DUSK) {
      date = nextWorkingDay(addDays(date, Math.ceil(minute / 1440)))
      minute = DAWN
    }
    loadKg = home || i === stops.length - 1 ? 0 : Math.round(loadKg * (0.4 + 0.3 * random()))
    from = to
    return cells
  })
}

/** Two years of tours up to the last month of demand, in order of departure. */
export function drivenLegs(
  seed: number,
  until: Month,
  depots: readonly DemoDepot[],
  points: readonly DemoPoint[],
): readonly Cells[] {
  const random = stream(seedFor(seed, 'driven legs'))
  const bases = depots.flatMap((depot) => baseOf(depot, points))
  const end = formatDay(addDays(lastDay(until), 1))
  const rows: Cells[] = []
  for (let m = addMonths(until, 1 - MONTHS); m <= until; m = addMonths(m, 1)) {
    for (const base of bases) for (let k = 0; k < TOURS; k++) rows.push(...tour(random, seed, m, base))
  }
  const departed = (row: Cells): string => String(row['departed_at'])
  return rows.filter((row) => departed(row) < end).sort((a, b) => byText(departed(a), departed(b)))
}
