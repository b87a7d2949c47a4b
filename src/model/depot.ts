import type { Day } from './day.ts'
import type { Parsed } from './fault.ts'
import { Fields, type Row } from './row.ts'
import type { Ubigeo } from './ubigeo.ts'
import {
  type Grams,
  gramsOfKg,
  type Millilitres,
  millilitresOfM3,
  type Packs,
  packs,
  type Seconds,
  secondsOfMinutes,
} from './units.ts'

export const DEPOT_LEVELS = ['national', 'regional', 'forward'] as const
export type DepotLevel = (typeof DEPOT_LEVELS)[number]

/** A warehouse. Its networks are those of the place it stands in. */
export interface Depot {
  readonly id: string
  readonly name: string
  readonly level: DepotLevel
  readonly ubigeo: Ubigeo
  readonly lat: number
  readonly lon: number
  /** Times of day between which vehicles are loaded. */
  readonly opens: Seconds
  readonly closes: Seconds
  /** Vehicles that can be loaded at once. */
  readonly docks: number
  /** Time to load one vehicle. */
  readonly loadS: Seconds
  readonly parent: string | null
  readonly capacityG: Grams | null
  readonly capacityMl: Millilitres | null
}

/** Packs of one product with one expiry, in one depot. */
export interface Lot {
  readonly depot: string
  readonly product: string
  readonly lot: string
  readonly packs: Packs
  /** Last day of use; null: does not spoil. */
  readonly expires: Day | null
  /** Day it is in the depot; null: it is there. */
  readonly arrives: Day | null
  /** Prefix of the ubigeos it is reserved for. */
  readonly earmark: string | null
}

/** Columns id, name, level, ubigeo, lat, lon, opens, closes, docks, load_min, parent, capacity_kg, capacity_m3. */
export function parseDepot(row: Row): Parsed<Depot> {
  const f = new Fields(row)
  const opens = f.time('opens')
  const closes = f.time('closes')
  if (f.faults.length === 0 && closes <= opens) f.fault('closes-before-it-opens', 'closes', f.raw('opens'))
  const capacityKg = f.optionalNumber('capacity_kg')
  const capacityM3 = f.optionalNumber('capacity_m3')
  return f.done({
    id: f.text('id'),
    name: f.raw('name') || f.raw('id'),
    level: f.oneOf('level', DEPOT_LEVELS),
    ubigeo: f.ubigeo('ubigeo'),
    ...f.position('lat', 'lon'),
    opens,
    closes,
    docks: f.positive('docks', { whole: true }),
    loadS: secondsOfMinutes(f.number('load_min')),
    parent: f.optionalText('parent'),
    capacityG: capacityKg === null ? null : gramsOfKg(capacityKg),
    capacityMl: capacityM3 === null ? null : millilitresOfM3(capacityM3),
  })
}

/** Columns depot, product, lot, packs, expires, arrives, earmark. */
export function parseLot(row: Row): Parsed<Lot> {
  const f = new Fields(row)
  return f.done({
    depot: f.text('depot'),
    product: f.text('product'),
    lot: f.text('lot'),
    packs: packs(f.number('packs', { whole: true })),
    expires: f.optionalDay('expires'),
    arrives: f.optionalDay('arrives'),
    earmark: f.optionalPrefix('earmark'),
  })
}
