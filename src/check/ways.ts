import { greatCircle } from '../kernel/sphere.ts'
import { modeOf } from '../model/access.ts'
import type { Distance } from '../model/distance.ts'
import type { Plan } from '../model/plan.ts'
import type { Leg } from '../model/tour.ts'
import { type Book, key } from './book.ts'
import { measuredWays } from './measured-way.ts'
import type { Report } from './violation.ts'

/** A measured way may be this much of the great circle: coordinates and tables are rounded. */
const MEASURED_SHARE = 0.95

/** Every way a tour takes is in the leg matrix, and every leg of it can be as the plan says. */
export function checkWays(plan: Plan, book: Book, report: Report): void {
  for (const tour of plan.routes.tours) {
    if (!book.vehicleType(tour.vehicleType)) continue
    const nodes = [tour.depot, ...tour.stops.map((stop) => stop.at), tour.depot]
    for (let i = 1; i < nodes.length && tour.stops.length > 0; i++) {
      const [from, to] = [nodes[i - 1] as string, nodes[i] as string]
      if (book.leg(from, to, tour.vehicleType)) continue
      report('leg', `tour ${tour.id} leg ${i}`, `${from} – ${to} by ${tour.vehicleType}`, 'none')
    }
  }
  const measured = measuredWays(plan.distances)
  const seen = new Set<string>()
  for (const leg of plan.routes.legs) {
    const name = key(leg.from, leg.to, leg.vehicleType)
    const where = `leg ${leg.from} – ${leg.to} by ${leg.vehicleType}`
    if (seen.has(name)) report('leg', where, 'one row', 'several')
    seen.add(name)
    const [from, to, type] = [book.end(leg.from), book.end(leg.to), book.vehicleType(leg.vehicleType)]
    if (!from || !to) report('leg', where, 'a depot, a point or a place', !from ? leg.from : leg.to)
    if (type && type.mode !== leg.mode) report('access', where, type.mode, leg.mode)
    if (!from || !to || !type) continue
    const straight = greatCircle(from.lat, from.lon, to.lat, to.lon)
    const rows = measured(from, to, leg.mode).flatMap((row) => [row, asFarAs(straight, row)])
    if (leg.source === 'distance-table') {
      if (!rows.some((row) => row.metres === leg.metres && row.seconds === leg.seconds)) {
        const table = rows.map((row) => `${row.metres} m ${row.seconds} s`).join(', ')
        report('measured-way', where, table || 'none', `${leg.metres} m ${leg.seconds} s`)
      }
    } else {
      if (rows.length > 0) report('measured-way', where, 'the distance table', leg.source)
      else if (!from.access.some((network) => modeOf(network) === leg.mode && to.access.includes(network))) {
        report('access', where, `${leg.mode} at both ends`, `${from.access.join(' ')} | ${to.access.join(' ')}`)
      }
      const speed = Math.max(type.speedFlat, type.speedHill) / 3.6
      const least = Math.floor(leg.metres / speed) - 1
      if (leg.seconds < least) report('straight-line', where, `≥ ${least} s`, `${leg.seconds} s`)
    }
    checkLength(leg, straight, where, report)
  }
}

/** What a row gives for ends that lie further apart than it is long: it was measured to the capital, and its speed is kept beyond. */
function asFarAs(
  straight: number,
  { metres, seconds }: Distance,
): { readonly metres: number; readonly seconds: number } {
  if (metres >= MEASURED_SHARE * straight) return { metres, seconds }
  return { metres: Math.ceil(straight), seconds: Math.ceil((seconds * Math.ceil(straight)) / metres) }
}

function checkLength(leg: Leg, straight: number, where: string, report: Report): void {
  const least = leg.source === 'distance-table' ? MEASURED_SHARE * straight : straight - 1
  if (!(leg.metres >= least)) report('straight-line', where, `≥ ${Math.ceil(least)} m`, `${leg.metres} m`)
}
