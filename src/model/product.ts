import type { Parsed } from './fault.ts'
import { Fields, type Row } from './row.ts'
import { type Grams, gramsOfKg, type Millilitres, millilitresOfM3, type Packs, packs } from './units.ts'

/** A kind of aid, stored and carried in whole packs. Demand is counted in its unit. */
export interface Product {
  readonly id: string
  readonly name: string
  /** What demand counts: ration, kit, set. */
  readonly unit: string
  /** Units in one pack. */
  readonly pack: number
  /** Mass and volume of one pack. */
  readonly massG: Grams
  readonly volumeMl: Millilitres
  readonly shelfLifeDays: number | null
  /** People that one unit serves. */
  readonly persons: number
  /** Days for which it serves them. */
  readonly days: number
  /** Packs that a depot keeps back. */
  readonly criticalPacks: Packs
  /** Prefix of the ubigeos it is reserved for. */
  readonly earmark: string | null
}

/** Columns id, name, unit, pack, kg, m3, shelf_life_days, persons, days, critical_level, earmark. */
export function parseProduct(row: Row): Parsed<Product> {
  const f = new Fields(row)
  return f.done({
    id: f.text('id'),
    name: f.raw('name') || f.raw('id'),
    unit: f.text('unit'),
    pack: f.positive('pack'),
    massG: gramsOfKg(f.positive('kg')),
    volumeMl: millilitresOfM3(f.positive('m3')),
    shelfLifeDays: f.optionalNumber('shelf_life_days', { whole: true }),
    persons: f.positive('persons'),
    days: f.positive('days'),
    criticalPacks: packs(f.optionalNumber('critical_level', { whole: true }) ?? 0),
    earmark: f.optionalPrefix('earmark'),
  })
}
