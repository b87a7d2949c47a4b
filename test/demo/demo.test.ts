import { describe, expect, test } from 'vitest'
import { type DemoFile, demo } from '../../src/demo/demo.ts'
import { departments } from '../../src/gazetteer/department.ts'
import { findProvince } from '../../src/gazetteer/lookup.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'
import { greatCircle } from '../../src/kernel/sphere.ts'
import { aidKindOf } from '../../src/model/aid-kind.ts'
import { connected, parseAccess } from '../../src/model/access.ts'
import { parseDepot, parseLot } from '../../src/model/depot.ts'
import { parseDistance, parseDrivenLeg } from '../../src/model/distance.ts'
import type { Parsed } from '../../src/model/fault.ts'
import { monthOf } from '../../src/model/month.ts'
import { parsePoint } from '../../src/model/point.ts'
import { parseProduct } from '../../src/model/product.ts'
import type { Row } from '../../src/model/row.ts'
import { parseFleet, parseVehicleType } from '../../src/model/vehicle.ts'

const until = monthOf(2025, 12)
const files = demo({ seed: 7, until, departments, provinces })
const textOf = (of: readonly DemoFile[], name: DemoFile['name']): string => of.find((f) => f.name === name)?.text ?? ''

/** Rows of a file without quotes. */
function rowsOf(of: readonly DemoFile[], name: DemoFile['name']): readonly Row[] {
  const [head = '', ...lines] = textOf(of, name).slice(1).split('\r\n').slice(0, -1)
  const columns = head.split(';')
  return lines.map((line, i) => {
    const cells = line.split(';')
    return { file: name, line: i + 2, cells: Object.fromEntries(columns.map((c, k) => [c, cells[k] ?? ''])) }
  })
}

const logistics = rowsOf(files, 'logistics_data.csv')
/** The nouns of one record type; fails on the first row that is none. */
function nouns<T>(record: string, parse: (row: Row) => Parsed<T>, rows = logistics): readonly T[] {
  return rows
    .filter((row) => row.cells['record'] === record)
    .map((row) => {
      const parsed = parse(row)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
      return parsed.value
    })
}

const products = nouns('product', parseProduct)
const depots = nouns('depot', parseDepot)
const lots = nouns('lot', parseLot)
const types = nouns('vehicle_type', parseVehicleType)
const fleet = nouns('fleet', parseFleet)
const points = nouns('point', parsePoint)
const distances = nouns('distance', parseDistance)
const demand = rowsOf(files, 'social_aid_demand.csv').map((row) => ({
  year: Number(row.cells['period']?.slice(0, 4)),
  month: Number(row.cells['period']?.slice(5)),
  province: findProvince(row.cells['ubigeo'] ?? ''),
  product: row.cells['product'],
  quantity: Number(row.cells['quantity']),
}))
type Demand = (typeof demand)[number]
const sum = (rows: readonly Demand[]): number => rows.reduce((total, row) => total + row.quantity, 0)

describe('the demo country', () => {
  test('is the same for the same seed and another for another', () => {
    expect(demo({ seed: 7, until, departments, provinces })).toEqual(files)
    const other = demo({ seed: 8, until, departments, provinces })
    for (const { name } of files) expect(textOf(other, name)).not.toBe(textOf(files, name))
  })

  test('is written with a byte order mark, semicolons and no decimal that could be thousands', () => {
    for (const { text } of files) {
      expect(text.startsWith('\ufeff')).toBe(true)
      expect(text).not.toMatch(/(^|;)\d{1,3}[.,]\d{3}(;|\r)/m)
      expect(text).not.toContain('"')
    }
  })

  test('has 26 depots, one of them national, and about 3,000 points', () => {
    expect(depots.map((d) => d.level).filter((level) => level === 'national')).toHaveLength(1)
    expect(depots).toHaveLength(26)
    expect(points.length).toBeGreaterThan(2850)
    expect(points.length).toBeLessThan(3150)
    expect(new Set([...points, ...depots].map((p) => p.id)).size).toBe(points.length + depots.length)
  })

  test('has one product for each kind of aid, the ration of 5 persons × 10 days × 0.59 kg', () => {
    expect(products.map((p) => aidKindOf(p))).toEqual(['food', 'warm-clothing', 'shelter', 'hygiene'])
    expect(products[0]).toMatchObject({ persons: 5, days: 10, massG: 29_500 })
  })

  test('has no point that lies nearer to another province, nor another department', () => {
    const stray = points.filter((point) => {
      const away = provinces.map((p) => greatCircle(point.lat, point.lon, p.lat, p.lon))
      return provinces[away.indexOf(Math.min(...away))]?.ubigeo !== point.ubigeo
    })
    expect(stray).toEqual([])
  })

  test('has lots of known depots and products, usable when the plan begins', () => {
    const stocked = new Set(lots.map((lot) => `${lot.depot} ${lot.product}`))
    expect([...stocked].toSorted()).toEqual(depots.flatMap((d) => products.map((p) => `${d.id} ${p.id}`)).toSorted())
    // 1 January 2026 is day 20,454.
    expect(lots.filter((lot) => lot.expires !== null && lot.expires < 20_454)).toEqual([])
  })

  test('has a vehicle at every depot that shares a network with its town', () => {
    for (const depot of depots) {
      const here = parseAccess(findProvince(depot.ubigeo)?.access ?? '') ?? []
      const own = fleet.filter((f) => f.depot === depot.id && f.count > 0)
      const useful = own.filter((f) =>
        connected(types.find((t) => t.id === f.vehicleType)?.mode ?? 'animal', here, here),
      )
      expect(useful.map((f) => f.vehicleType)).toEqual(own.map((f) => f.vehicleType))
      expect(own.map((f) => f.depot)).toContain(depot.id)
    }
  })

  test('has measured ways that are longer than the straight line between any two points of their ends', () => {
    const sites = [...points, ...depots, ...provinces.map((p) => ({ ...p, id: p.ubigeo }))]
    for (const way of distances) {
      const [from, to] = [sites.filter((s) => s.ubigeo === way.from), sites.filter((s) => s.ubigeo === way.to)]
      const farthest = Math.max(...from.flatMap((a) => to.map((b) => greatCircle(a.lat, a.lon, b.lat, b.lon))))
      expect(way.metres).toBeGreaterThan(farthest)
    }
    expect(distances.filter((way) => way.closedFrom !== null)).toHaveLength(2)
  })
})

describe('its demand', () => {
  test('runs over 60 months and is zero in about half of all months of a province', () => {
    expect(new Set(demand.map((d) => d.year * 12 + d.month)).size).toBe(60)
    const food = demand.filter((d) => d.product === 'alimentos' && d.quantity > 0)
    const share = food.length / (196 * 60)
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.6)
  })

  test.each(['coast', 'jungle'] as const)(
    'for food is higher from January to March than from June to August in the %s',
    (region) => {
      const food = demand.filter((d) => d.product === 'alimentos' && d.province?.region === region)
      for (let year = 2021; year <= 2025; year++) {
        const of = food.filter((d) => d.year === year)
        expect(sum(of.filter((d) => d.month <= 3))).toBeGreaterThan(
          3 * sum(of.filter((d) => d.month >= 6 && d.month <= 8)),
        )
      }
    },
  )

  test('for warm clothing comes from June to August and from the high sierra alone', () => {
    const warm = demand.filter((d) => d.product === 'abrigo' && d.quantity > 0)
    expect(warm.every((d) => (d.province?.altitudeM ?? 0) > 2800)).toBe(true)
    expect(sum(warm.filter((d) => d.month >= 6 && d.month <= 8))).toBeGreaterThan(0.8 * sum(warm))
  })

  test('shows one summer of El Niño on the north coast', () => {
    const north = demand.filter(
      (d) => d.product === 'alimentos' && d.province?.region === 'coast' && d.province.lat > -9.5,
    )
    const summers = [2021, 2022, 2023, 2024, 2025]
      .map((year) => sum(north.filter((d) => d.year === year && d.month <= 4)))
      .toSorted((a, b) => b - a)
    expect(summers[0]).toBeGreaterThan(3 * (summers[1] as number))
  })

  test('is heavy-tailed: 1 % of the months of provinces hold half of all', () => {
    const food = demand.filter((d) => d.product === 'alimentos').toSorted((a, b) => b.quantity - a.quantity)
    expect(sum(food.slice(0, 118))).toBeGreaterThan(0.5 * sum(food))
  })

  test('hits neighbouring provinces together', () => {
    const dry = demand.filter((d) => d.product === 'alimentos' && d.quantity >= 20 && d.month >= 4 && d.month <= 11)
    const hit = new Set(dry.map((d) => `${d.province?.ubigeo} ${d.year}-${d.month}`))
    let [near, nearHit, far, farHit] = [0, 0, 0, 0]
    for (const d of dry) {
      for (const p of provinces) {
        if (!d.province || p.ubigeo === d.province.ubigeo || p.region !== d.province.region) continue
        const away = greatCircle(p.lat, p.lon, d.province.lat, d.province.lon)
        const also = hit.has(`${p.ubigeo} ${d.year}-${d.month}`) ? 1 : 0
        if (away < 60_000) [near, nearHit] = [near + 1, nearHit + also]
        else if (away > 300_000) [far, farHit] = [far + 1, farHit + also]
      }
    }
    expect(nearHit / near).toBeGreaterThan(2 * (farHit / far))
  })
})

describe('its driven legs', () => {
  const legs = rowsOf(files, 'delivery_routes.csv').map((row) => {
    const parsed = parseDrivenLeg(row)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
    return parsed.value
  })
  const sites = new Map([...points, ...depots].map((site) => [site.id, site]))

  test('are some 8,000 over two years between known sites by vehicles of the fleet, none shorter than the straight line', () => {
    expect(legs.length).toBeGreaterThan(6000)
    expect(legs.length).toBeLessThan(10_000)
    for (const leg of legs) {
      const [a, b] = [sites.get(leg.from), sites.get(leg.to)]
      if (!a || !b) throw new Error(`${leg.from} ${leg.to}`)
      expect(leg.metres).toBeGreaterThanOrEqual(greatCircle(a.lat, a.lon, b.lat, b.lon))
      expect(types.find((t) => t.id === leg.vehicleType)?.mode).toBe(leg.mode)
    }
    expect(new Set(legs.map((leg) => leg.mode))).toEqual(new Set(['road', 'river', 'air', 'animal']))
  })

  test('are slower on a track than on asphalt, and slower still in the rain', () => {
    const pace = (surface: string, wet: boolean): number => {
      const of = legs.filter((leg) => {
        const month = Math.floor(((leg.departedAt / 86_400) % 365.25) / 30.44)
        return leg.mode === 'road' && leg.surface === surface && month <= 2 === wet
      })
      return of.reduce((s, leg) => s + leg.seconds, 0) / of.reduce((m, leg) => m + leg.metres, 0)
    }
    expect(pace('trocha', false)).toBeGreaterThan(1.3 * pace('asfaltado', false))
    expect(pace('trocha', true)).toBeGreaterThan(1.15 * pace('trocha', false))
  })
})

describe('a part of the country', () => {
  const one = (ubigeo: string) =>
    demo({ seed: 7, until, months: 24, departments, provinces: provinces.filter((p) => p.ubigeo === ubigeo) })

  test('of one province has its points, its depot and the national one', () => {
    const rows = rowsOf(one('010100'), 'logistics_data.csv')
    expect(nouns('depot', parseDepot, rows).map((d) => d.id)).toEqual(['ALM-NAC', 'ALM-01'])
    expect(nouns('point', parsePoint, rows)).toEqual(points.filter((p) => p.ubigeo === '010100'))
  })

  test('of any one province has demand of all products that tells its span', () => {
    for (const { ubigeo } of provinces.filter((_, i) => i % 20 === 0)) {
      const rows = rowsOf(one(ubigeo), 'social_aid_demand.csv')
      expect(new Set(rows.map((row) => row.cells['product'])).size).toBe(4)
      expect([rows[0], rows.at(-1)].map((row) => row?.cells['period'])).toEqual(['2024-01', '2025-12'])
    }
  })
})
