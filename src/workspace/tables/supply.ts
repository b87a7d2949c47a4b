import { formatTime, parseTime } from '../../model/day.ts'
import type { Depot, DepotLevel, Lot } from '../../model/depot.ts'
import type { Product } from '../../model/product.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { gramsOfKg, millilitresOfM3, packs, seconds, secondsOfMinutes, type Seconds } from '../../model/units.ts'
import { date, real, type StoredRow, type Table, text, whole } from './table.ts'

export const timeOrNull = (row: StoredRow, name: string): Seconds | null => {
  const stored = row.textOrNull(name)
  return stored === null ? null : (parseTime(stored) ?? null)
}
export const time = (row: StoredRow, name: string): Seconds => timeOrNull(row, name) ?? seconds(0)

export const PRODUCTS: Table<Product> = {
  name: 'products',
  columns: [
    text('id', 'product', (p) => p.id),
    text('name', 'name', (p) => p.name),
    text('unit', 'what demand counts', (p) => p.unit),
    real('pack', 'units in a pack', (p) => p.pack),
    real('kg', 'mass of a pack [kg]', (p) => p.massG / 1000),
    real('m3', 'volume of a pack [m³]', (p) => p.volumeMl / 1_000_000),
    whole('shelf_life_days', 'shelf life [days]', (p) => p.shelfLifeDays),
    real('persons', 'people that one unit serves', (p) => p.persons),
    real('days', 'days for which it serves them', (p) => p.days),
    whole('critical_level', 'packs that a depot keeps back', (p) => p.criticalPacks),
    text('earmark', 'prefix of the ubigeos it is for', (p) => p.earmark),
  ],
  read: (row) => ({
    id: row.text('id'),
    name: row.text('name'),
    unit: row.text('unit'),
    pack: row.number('pack'),
    massG: gramsOfKg(row.number('kg')),
    volumeMl: millilitresOfM3(row.number('m3')),
    shelfLifeDays: row.numberOrNull('shelf_life_days'),
    persons: row.number('persons'),
    days: row.number('days'),
    criticalPacks: packs(row.number('critical_level')),
    earmark: row.textOrNull('earmark'),
  }),
}

export const DEPOTS: Table<Depot> = {
  name: 'depots',
  columns: [
    text('id', 'depot', (d) => d.id),
    text('name', 'name', (d) => d.name),
    text('level', 'national, regional or forward', (d) => d.level),
    text('ubigeo', 'place it stands in', (d) => d.ubigeo),
    real('lat', 'latitude [degrees]', (d) => d.lat),
    real('lon', 'longitude [degrees]', (d) => d.lon),
    text('opens', 'loading from [time of day]', (d) => formatTime(d.opens)),
    text('closes', 'loading until [time of day]', (d) => formatTime(d.closes)),
    whole('docks', 'vehicles loaded at once', (d) => d.docks),
    real('load_min', 'loading a vehicle [min]', (d) => d.loadS / 60),
    text('parent', 'depot it is supplied from', (d) => d.parent),
    real('capacity_kg', 'capacity [kg]', (d) => (d.capacityG === null ? null : d.capacityG / 1000)),
    real('capacity_m3', 'capacity [m³]', (d) => (d.capacityMl === null ? null : d.capacityMl / 1_000_000)),
  ],
  read: (row) => {
    const kg = row.numberOrNull('capacity_kg')
    const m3 = row.numberOrNull('capacity_m3')
    return {
      id: row.text('id'),
      name: row.text('name'),
      level: row.text('level') as DepotLevel,
      ubigeo: ubigeo(row.text('ubigeo')),
      lat: row.number('lat'),
      lon: row.number('lon'),
      opens: time(row, 'opens'),
      closes: time(row, 'closes'),
      docks: row.number('docks'),
      loadS: secondsOfMinutes(row.number('load_min')),
      parent: row.textOrNull('parent'),
      capacityG: kg === null ? null : gramsOfKg(kg),
      capacityMl: m3 === null ? null : millilitresOfM3(m3),
    }
  },
}

export const LOTS: Table<Lot> = {
  name: 'lots',
  columns: [
    text('depot', 'depot', (l) => l.depot),
    text('product', 'product', (l) => l.product),
    text('lot', 'lot', (l) => l.lot),
    whole('packs', 'packs', (l) => l.packs),
    date('expires', 'last day of use', (l) => l.expires),
    date('arrives', 'day it is in the depot', (l) => l.arrives),
    text('earmark', 'prefix of the ubigeos it is for', (l) => l.earmark),
  ],
  read: (row) => ({
    depot: row.text('depot'),
    product: row.text('product'),
    lot: row.text('lot'),
    packs: packs(row.number('packs')),
    expires: row.dayOrNull('expires'),
    arrives: row.dayOrNull('arrives'),
    earmark: row.textOrNull('earmark'),
  }),
}
