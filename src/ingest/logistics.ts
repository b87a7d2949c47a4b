import { type Depot, type Lot, parseDepot, parseLot } from '../model/depot.ts'
import { type Distance, parseDistance } from '../model/distance.ts'
import type { Fault, Parsed } from '../model/fault.ts'
import { type Point, parsePoint } from '../model/point.ts'
import { type Product, parseProduct } from '../model/product.ts'
import { NATION } from '../model/ubigeo.ts'
import { type Fleet, parseFleet, parseVehicleType, type VehicleType } from '../model/vehicle.ts'
import { NO_NAMES, type ReadDistrict } from './district-reader.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import { RECORDS, type RecordType } from './logistics-tables.ts'

/** A noun that was read and still waits for the check of what it refers to. */
export interface Held<T> {
  readonly value: T
  readonly row: ReadRow
  readonly book: Ledger
}

/** What the files say there is, by record type, in the order of files and lines. */
export interface Logistics {
  readonly product: readonly Held<Product>[]
  readonly depot: readonly Held<Depot>[]
  readonly lot: readonly Held<Lot>[]
  readonly vehicle_type: readonly Held<VehicleType>[]
  readonly fleet: readonly Held<Fleet>[]
  readonly point: readonly Held<Point>[]
  readonly distance: readonly Held<Distance>[]
}

/** Rows of {@link Logistics}, parsed one by one; a row with a fault of its own is rejected at once with all of its faults. */
export function logisticsReader(): {
  take(record: string, row: ReadRow, book: Ledger, district: ReadDistrict): void
  readonly held: Logistics
  /** Record types of which there was any row, rejected or not. */
  readonly seen: ReadonlySet<RecordType>
} {
  const held = {
    product: [] as Held<Product>[],
    depot: [] as Held<Depot>[],
    lot: [] as Held<Lot>[],
    vehicle_type: [] as Held<VehicleType>[],
    fleet: [] as Held<Fleet>[],
    point: [] as Held<Point>[],
    distance: [] as Held<Distance>[],
  }

  const keep = <T>(
    into: Held<T>[],
    parse: (row: ReadRow) => Parsed<T>,
    row: ReadRow,
    book: Ledger,
    more: Fault[],
  ): void => {
    const parsed = parse(row)
    if (parsed.ok && more.length === 0) into.push({ value: parsed.value, row, book })
    else book.reject(row, [...(parsed.ok ? [] : parsed.faults), ...more], amountOf(row))
  }

  const seen = new Set<RecordType>()
  return {
    held,
    seen,
    take(record, row, book, district) {
      const type = RECORDS.find((known) => known === record)
      if (type === undefined) {
        book.reject(row, [faultOf(row, record === '' ? 'missing' : 'not-in-list', 'record', RECORDS.join(', '))])
        return
      }
      seen.add(type)
      const faults: Fault[] = []
      const mended = mend(type, row, book, district, faults)
      switch (type) {
        case 'product':
          return keep(held.product, parseProduct, mended, book, faults)
        case 'depot':
          return keep(held.depot, parseDepot, mended, book, faults)
        case 'lot':
          return keep(held.lot, parseLot, mended, book, faults)
        case 'vehicle_type':
          return keep(held.vehicle_type, parseVehicleType, mended, book, faults)
        case 'fleet':
          return keep(held.fleet, parseFleet, mended, book, faults)
        case 'point':
          return keep(held.point, parsePoint, mended, book, faults)
        case 'distance':
          return keep(held.distance, parseDistance, mended, book, faults)
      }
    },
  }
}

/** What counts of a row whose noun could not be made: packs of a lot, persons of a point. */
const amountOf = (row: ReadRow): number =>
  Number(row.cells['packs'] || (row.cells['lat'] === undefined ? '' : row.cells['persons']) || 0)

/** Codes of places as they are today; each change is a repair. */
function mend(type: RecordType, row: ReadRow, book: Ledger, district: ReadDistrict, faults: Fault[]): ReadRow {
  const cells = { ...row.cells }
  if (type === 'depot' || type === 'point') {
    const code = district(cells['ubigeo'] ?? '', NO_NAMES)
    if (code.ok) {
      for (const repair of code.repairs) book.repair(row, repair.code, 'ubigeo', repair.detail)
      cells['ubigeo'] = code.code
    } else if (code.fault !== 'missing') {
      faults.push(faultOf(row, code.fault, code.column, code.expected))
      // The row is lost already; its parser is not to say so twice.
      cells['ubigeo'] = NATION
    }
  }
  const earmark = cells['earmark'] ?? ''
  if ((type === 'product' || type === 'lot') && /^(\d|\d{3}|\d{5})$/.test(earmark)) {
    cells['earmark'] = `0${earmark}`
    book.repair(row, 'zero-restored', 'earmark', `0${earmark}`)
  }
  return { ...row, cells }
}
