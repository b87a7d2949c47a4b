import { greatCircle } from '../kernel/sphere.ts'
import { byText } from '../kernel/order.ts'
import type { Supply } from '../model/supply.ts'
import type { Depot, Lot } from '../model/depot.ts'
import type { Fault } from '../model/fault.ts'
import type { Point } from '../model/point.ts'
import type { Product } from '../model/product.ts'
import type { CodeIndex } from './code-index.ts'
import { fold } from './fold.ts'
import { faultOf } from './ledger.ts'
import type { Held, Logistics } from './logistics.ts'

/** A way may be this much shorter than the straight line between its ends: positions and lengths are rounded. */
const STRAIGHT = 0.95

/** What there is, apart from the places. */
export type Checked = Omit<Supply, 'places'>

/** Finds a product by its id, else by id or name as people write them. */
export function productFinder(products: readonly Product[]): (text: string) => Product | undefined {
  const byId = new Map(products.map((product) => [product.id, product]))
  const byFold = new Map<string, Product | null>()
  for (const product of products)
    for (const form of new Set([fold(product.id), fold(product.name)]))
      byFold.set(form, byFold.has(form) ? null : product)
  return (text) => byId.get(text) ?? byFold.get(fold(text)) ?? undefined
}

/** Rows with a key that was there before: the same in all else is a repeat, anything else a second thing with one name. */
function unique<T>(
  held: readonly Held<T>[],
  keyOf: (value: T) => string,
  column: string,
  amount: (value: T) => number,
): Held<T>[] {
  const first = new Map<string, Held<T>>()
  for (const one of held) {
    const key = keyOf(one.value)
    const known = first.get(key)
    if (known === undefined) {
      first.set(key, one)
      continue
    }
    const where = `${known.row.file}:${known.row.line}`
    if (JSON.stringify(known.value) === JSON.stringify(one.value))
      one.book.repeat(one.row, 'repeated-row', column, where, amount(one.value))
    else one.book.reject(one.row, [faultOf(one.row, 'repeated-id', column, where)], amount(one.value))
  }
  return [...first.values()]
}

/** Keeps what refers to things that exist and stands where it says; the rest is rejected with every reason. */
function keep<T>(
  held: readonly Held<T>[],
  faultsOf: (one: Held<T>) => Fault[],
  amount: (value: T) => number,
  order: (value: T) => string,
): T[] {
  const kept: T[] = []
  for (const one of held) {
    const faults = faultsOf(one)
    if (faults.length > 0) one.book.reject(one.row, faults, amount(one.value))
    else {
      one.book.accept(amount(one.value))
      kept.push(one.value)
    }
  }
  return kept.sort((a, b) => byText(order(a), order(b)))
}

const none = (): number => 0

/**
 * @param assumed products that stand in when the files bring none
 * @param inAnotherDepartment the department a position belongs to, when not its code's
 * @param positionOf where the capital of a place is, when that is known and not borrowed
 */
export function checkReferences(
  logistics: Logistics,
  assumed: readonly Product[],
  index: CodeIndex,
  inAnotherDepartment: (code: string, lat: number, lon: number) => string | undefined,
  positionOf: (code: string) => { readonly lat: number; readonly lon: number } | undefined,
): Checked {
  const own = keep(
    unique(logistics.product, (p) => p.id, 'id', none),
    () => [],
    none,
    (p) => p.id,
  )
  const products = [...own, ...assumed]
  const product = productFinder(products)

  const misplaced = ({ row, value }: Held<Depot> | Held<Point>): Fault[] => {
    const department = inAnotherDepartment(value.ubigeo, value.lat, value.lon)
    return department === undefined ? [] : [faultOf(row, 'in-another-department', 'lat', department)]
  }
  const depotsOnce = unique(logistics.depot, (d) => d.id, 'id', none)
  const depotRows = new Map(depotsOnce.map(({ value, row }) => [value.id, row]))
  const depots = keep(
    depotsOnce,
    (one) => [
      ...misplaced(one),
      ...(one.value.parent !== null && !depotRows.has(one.value.parent)
        ? [faultOf(one.row, 'unknown-depot', 'parent', one.value.parent)]
        : []),
    ],
    none,
    (d) => d.id,
  )
  const depotById = new Map(depots.map((depot) => [depot.id, depot]))
  const inDepot = ({
    row,
    value,
  }: {
    readonly row: Held<Lot>['row']
    readonly value: { readonly depot: string }
  }): Fault[] => (depotById.has(value.depot) ? [] : [faultOf(row, 'unknown-depot', 'depot', value.depot)])

  const lots = keep(
    unique(
      logistics.lot.map((one) => ({
        ...one,
        value: { ...one.value, product: product(one.value.product)?.id ?? one.value.product },
      })),
      (l) => `${l.depot}\t${l.product}\t${l.lot}`,
      'lot',
      (l) => l.packs,
    ),
    (one) => [
      ...inDepot(one),
      ...(product(one.value.product) === undefined
        ? [faultOf(one.row, 'unknown-product', 'product', one.value.product)]
        : []),
    ],
    (l) => l.packs,
    (l) => `${l.depot}\t${l.product}\t${l.lot}`,
  )
  const vehicleTypes = keep(
    unique(logistics.vehicle_type, (v) => v.id, 'id', none),
    () => [],
    none,
    (v) => v.id,
  )
  const typeIds = new Set(vehicleTypes.map((v) => v.id))
  const fleet = keep(
    unique(logistics.fleet, (f) => `${f.depot}\t${f.vehicleType}`, 'vehicle_type', none),
    (one) => [
      ...inDepot(one),
      ...(typeIds.has(one.value.vehicleType)
        ? []
        : [faultOf(one.row, 'unknown-vehicle-type', 'vehicle_type', one.value.vehicleType)]),
    ],
    none,
    (f) => `${f.depot}\t${f.vehicleType}`,
  )
  const points = keep(
    unique(
      logistics.point,
      (p) => p.id,
      'id',
      (p) => p.persons,
    ),
    (one) => {
      // Ways, stops and distances name depots and points alike.
      const taken = depotRows.get(one.value.id)
      const faults = misplaced(one)
      return taken ? [...faults, faultOf(one.row, 'repeated-id', 'id', `${taken.file}:${taken.line}`)] : faults
    },
    (p) => p.persons,
    (p) => p.id,
  )
  const pointById = new Map(points.map((point) => [point.id, point]))

  const end = (text: string): string => {
    if (depotById.has(text) || pointById.has(text)) return text
    return /^\d{5}$/.test(text) && index.has(`0${text}`) ? `0${text}` : text
  }
  const known = (id: string): boolean => depotById.has(id) || pointById.has(id) || index.has(id)
  const distances = keep(
    unique(
      logistics.distance.map((one) => {
        const value = { ...one.value, from: end(one.value.from), to: end(one.value.to) }
        for (const column of ['from', 'to'] as const)
          if (value[column] !== one.value[column]) one.book.repair(one.row, 'zero-restored', column, value[column])
        return { ...one, value }
      }),
      (d) => `${d.from}\t${d.to}\t${d.mode}\t${d.closedFrom ?? ''}`,
      'to',
      none,
    ),
    ({ row, value }) => {
      const faults: Fault[] = []
      for (const column of ['from', 'to'] as const)
        if (!known(value[column])) faults.push(faultOf(row, 'unknown-place', column, value[column]))
      const a = depotById.get(value.from) ?? pointById.get(value.from) ?? positionOf(value.from)
      const b = depotById.get(value.to) ?? pointById.get(value.to) ?? positionOf(value.to)
      if (faults.length > 0 || a === undefined || b === undefined) return faults
      const straight = greatCircle(a.lat, a.lon, b.lat, b.lon)
      return value.metres < STRAIGHT * straight
        ? [faultOf(row, 'shorter-than-straight-line', 'km', (straight / 1000).toFixed(1))]
        : []
    },
    none,
    (d) => `${d.from}\t${d.to}\t${d.mode}\t${d.closedFrom ?? ''}`,
  )
  return { products, depots, lots, vehicleTypes, fleet, points, distances }
}
