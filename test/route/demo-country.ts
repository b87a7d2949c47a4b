import { demo } from '../../src/demo/demo.ts'
import { departments } from '../../src/gazetteer/department.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'
import type { Grant } from '../../src/model/allocation.ts'
import { parseAccess } from '../../src/model/access.ts'
import { parseDepot } from '../../src/model/depot.ts'
import { parseDistance } from '../../src/model/distance.ts'
import type { Parsed } from '../../src/model/fault.ts'
import { monthOf } from '../../src/model/month.ts'
import type { Place } from '../../src/model/place.ts'
import { parsePoint } from '../../src/model/point.ts'
import { parseProduct } from '../../src/model/product.ts'
import type { Row } from '../../src/model/row.ts'
import { straightLineTravel } from '../../src/model/travel.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { packs } from '../../src/model/units.ts'
import { parseFleet, parseVehicleType } from '../../src/model/vehicle.ts'
import type { RouteInput } from '../../src/route/route.ts'

/**
 * The demo country with a month's grants made up here: one food pack for every `perPack` persons of a province, a fifth of the other
 * products, from the department's depot, every fourth province from the national one.
 */
export function demoCountry(perPack: number, seed = 7): RouteInput {
  const until = monthOf(2025, 12)
  const month = monthOf(2026, 1)
  const text = demo({ seed, until, months: 12, departments, provinces }).find(
    (file) => file.name === 'logistics_data.csv',
  )!.text
  const [head = '', ...lines] = text.slice(1).split('\r\n').slice(0, -1)
  const columns = head.split(';')
  const rows = lines.map((line, i): Row => {
    const cells = line.split(';')
    return { file: 'demo', line: i + 2, cells: Object.fromEntries(columns.map((c, k) => [c, cells[k] ?? ''])) }
  })
  const nouns = <T>(record: string, parse: (row: Row) => Parsed<T>): readonly T[] =>
    rows
      .filter((row) => row.cells['record'] === record)
      .map((row) => {
        const parsed = parse(row)
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
        return parsed.value
      })

  const places = provinces.map(
    (p): Place => ({
      ubigeo: ubigeo(p.ubigeo),
      reniec: null,
      name: p.name,
      province: p.name,
      department: p.name,
      level: 'province',
      lat: p.lat,
      lon: p.lon,
      altitudeM: p.altitudeM,
      population: p.population,
      poverty: null,
      vulnerability: null,
      region: p.region,
      access: parseAccess(p.access) ?? [],
      source: 'gazetteer',
    }),
  )
  const products = nouns('product', parseProduct)
  const depots = nouns('depot', parseDepot)
  const distances = nouns('distance', parseDistance)
  const points = nouns('point', parsePoint)
  const grants = places.flatMap((place, i): Grant[] => {
    const regional = depots.find((d) => d.level === 'regional' && d.ubigeo.startsWith(place.ubigeo.slice(0, 2)))
    const depot = i % 4 === 3 || !regional ? 'ALM-NAC' : regional.id
    const persons = points.filter((p) => p.ubigeo === place.ubigeo).reduce((sum, p) => sum + p.persons, 0)
    return products.map((product, k) => ({
      ubigeo: place.ubigeo,
      product: product.id,
      period: month,
      depot,
      lot: `${product.id}-1`,
      packs: packs(Math.ceil(persons / perPack / (k === 0 ? 1 : 5))),
    }))
  })
  return {
    grants,
    month,
    products,
    depots,
    vehicleTypes: nouns('vehicle_type', parseVehicleType),
    fleet: nouns('fleet', parseFleet),
    points,
    places,
    distances,
    travel: straightLineTravel(distances),
  }
}
