import type { Network } from '../model/access.ts'
import type { Depot } from '../model/depot.ts'
import type { Place } from '../model/place.ts'
import type { Plan } from '../model/plan.ts'
import type { Point } from '../model/point.ts'
import type { Product } from '../model/product.ts'
import type { Leg } from '../model/tour.ts'
import type { VehicleType } from '../model/vehicle.ts'

/** Where legs begin and end. */
export interface End {
  readonly id: string
  readonly ubigeo: string
  readonly lat: number
  readonly lon: number
  readonly access: readonly Network[]
}

/** The nouns of a plan by their ids. */
export interface Book {
  readonly product: (id: string) => Product | undefined
  readonly depot: (id: string) => Depot | undefined
  readonly vehicleType: (id: string) => VehicleType | undefined
  readonly point: (id: string) => Point | undefined
  readonly leg: (from: string, to: string, vehicleType: string) => Leg | undefined
  /** A depot, a point, or the capital of a place named by its ubigeo. */
  readonly end: (id: string) => End | undefined
}

export const key = (...parts: readonly (string | number)[]): string => parts.join('\u0000')

export function bookOf(plan: Plan): Book {
  const products = new Map(plan.products.map((p) => [p.id, p]))
  const depots = new Map(plan.depots.map((d) => [d.id, d]))
  const types = new Map(plan.vehicleTypes.map((t) => [t.id, t]))
  const points = new Map(plan.points.map((p) => [p.id, p]))
  const places = new Map<string, Place>(plan.places.map((p) => [p.ubigeo, p]))
  const legs = new Map(plan.routes.legs.map((l) => [key(l.from, l.to, l.vehicleType), l]))

  /** A district that the plan does not list borrows the place of its province. */
  const placeAt = (code: string): Place | undefined =>
    places.get(code) ?? places.get(`${code.slice(0, 4)}00`) ?? places.get(`${code.slice(0, 2)}0000`)
  const accessAt = (code: string): readonly Network[] => placeAt(code)?.access ?? []

  return {
    product: (id) => products.get(id),
    depot: (id) => depots.get(id),
    vehicleType: (id) => types.get(id),
    point: (id) => points.get(id),
    leg: (from, to, vehicleType) => legs.get(key(from, to, vehicleType)),
    end: (id) => {
      const depot = depots.get(id)
      if (depot) return { id, ubigeo: depot.ubigeo, lat: depot.lat, lon: depot.lon, access: accessAt(depot.ubigeo) }
      const point = points.get(id)
      if (point) {
        const access = point.access ?? accessAt(point.ubigeo)
        return { id, ubigeo: point.ubigeo, lat: point.lat, lon: point.lon, access }
      }
      const place = /^\d{6}$/.test(id) ? placeAt(id) : undefined
      return place && { id, ubigeo: id, lat: place.lat, lon: place.lon, access: place.access }
    },
  }
}
