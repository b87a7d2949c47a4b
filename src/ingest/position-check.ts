import { greatCircle } from '../kernel/sphere.ts'
import type { Place } from '../model/place.ts'

/** How much nearer another department's capitals must be before a position is called wrong [m]: provinces are large and borders bend. */
const MARGIN = 50_000

/** Tells the department that a position belongs to, when it is not the one its code says. */
export function positionCheck(
  gazetteer: readonly Place[],
): (code: string, lat: number, lon: number) => string | undefined {
  const capitals = gazetteer.filter((place) => place.level === 'province')
  const names = new Map(
    gazetteer.flatMap((p) => (p.level === 'department' ? [[p.ubigeo.slice(0, 2), p.name] as const] : [])),
  )
  return (code, lat, lon) => {
    let own = Infinity
    let other = Infinity
    let found = ''
    for (const capital of capitals) {
      const distance = greatCircle(lat, lon, capital.lat, capital.lon)
      const department = capital.ubigeo.slice(0, 2)
      if (department === code.slice(0, 2)) own = Math.min(own, distance)
      else if (distance < other) {
        other = distance
        found = department
      }
    }
    return Number.isFinite(own) && other + MARGIN < own ? (names.get(found) ?? found) : undefined
  }
}
