import { type Day, dayOfInstant, type Instant, instant, timeOfDay } from '../../src/model/day.ts'
import type { Tour } from '../../src/model/tour.ts'
import { isWorkingDay } from '../../src/model/working-day.ts'
import type { RouteInput } from '../../src/route/route.ts'

const known = new Map<Day, boolean>()
function worked(d: Day): boolean {
  const found = known.get(d) ?? isWorkingDay(d)
  known.set(d, found)
  return found
}

/**
 * When a tour's stops begin and it is back, minute by minute: slow and plain, for whole minutes only.
 * Says 'closed' when a minute of driving falls on a day on which that way is closed.
 */
export function walk(
  input: RouteInput,
  tour: Pick<Tour, 'depot' | 'vehicleType' | 'load'> & { readonly stops: readonly string[] },
): { readonly begins: readonly Instant[]; readonly back: Instant } | 'closed' {
  const type = input.vehicleTypes.find((t) => t.id === tour.vehicleType)!
  const depot = input.depots.find((d) => d.id === tour.depot)!
  const place = input.places[0]!
  const node = (id: string) => {
    const point = input.points.find((p) => p.id === id)
    const { lat, lon } = point ?? depot
    return {
      id,
      ubigeo: point?.ubigeo ?? depot.ubigeo,
      lat,
      lon,
      altitudeM: 0,
      region: place.region,
      access: place.access,
    }
  }
  const atWork = (t: number): boolean =>
    worked(dayOfInstant(instant(t))) &&
    timeOfDay(instant(t)) >= type.shiftStart &&
    timeOfDay(instant(t)) < type.shiftEnd

  let now = tour.load + depot.loadS
  let at = tour.depot
  const begins: Instant[] = []
  for (const to of [...tour.stops, tour.depot]) {
    const leg = input.travel(node(at), node(to), type)!
    const ways = input.distances.filter((d) => d.mode === type.mode)
    const shut = ways.filter((d) => [d.from, d.to].includes(at) && [d.from, d.to].includes(to))
    for (let left = leg.seconds as number; left > 0; now += 60) {
      if (!atWork(now)) continue
      const today = dayOfInstant(instant(now))
      if (shut.some((d) => today >= d.closedFrom! && today <= d.closedUntil!)) return 'closed'
      left -= 60
    }
    at = to
    const point = input.points.find((p) => p.id === to)
    if (!point) break
    const canBegin = (): boolean => {
      const clock = timeOfDay(instant(now))
      return (
        atWork(now) &&
        clock >= (point.opens ?? 0) &&
        clock <= (point.closes ?? 86_400) &&
        clock + point.serviceS <= type.shiftEnd
      )
    }
    while (!canBegin()) now += 60
    begins.push(instant(now))
    now += point.serviceS
  }
  return { begins, back: instant(now) }
}
