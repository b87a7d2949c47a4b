import type { AllocateInput } from '../../src/allocate/allocate.ts'
import type { Network } from '../../src/model/access.ts'
import type { Day } from '../../src/model/day.ts'
import type { Depot, DepotLevel, Lot } from '../../src/model/depot.ts'
import { type Month, monthOf } from '../../src/model/month.ts'
import type { Need } from '../../src/model/need.ts'
import type { Place } from '../../src/model/place.ts'
import type { Product } from '../../src/model/product.ts'
import type { Travel } from '../../src/model/travel.ts'
import { levelOf, ubigeo } from '../../src/model/ubigeo.ts'
import { centimos, grams, metres, millilitres, packs, seconds } from '../../src/model/units.ts'
import type { VehicleType } from '../../src/model/vehicle.ts'

export const DECEMBER: Month = monthOf(2022, 12)
export const JANUARY: Month = monthOf(2023, 1)

export const product = (over: Partial<Product> = {}): Product => ({
  id: 'food',
  name: 'Food',
  unit: 'ration',
  pack: 1,
  massG: grams(1000),
  volumeMl: millilitres(1000),
  shelfLifeDays: null,
  persons: 5,
  days: 10,
  criticalPacks: packs(0),
  earmark: null,
  ...over,
})

/** A pack of 1 kg fills it, so a pack pays the whole trip: one céntimo per km. */
export const truck = (over: Partial<VehicleType> = {}): VehicleType => ({
  id: 'truck',
  name: 'Truck',
  mode: 'road',
  capacityG: grams(1000),
  capacityMl: millilitres(1000),
  speedFlat: 50,
  speedHill: 25,
  costPerKm: centimos(1),
  costPerHour: centimos(0),
  fixedCost: centimos(0),
  shiftStart: seconds(0),
  shiftEnd: seconds(86_400),
  maxMetres: null,
  maxStops: null,
  skills: [],
  ...over,
})

export const depot = (id: string, code: string, level: DepotLevel = 'national', lat = 0): Depot => ({
  id,
  name: id,
  level,
  ubigeo: ubigeo(code),
  lat,
  lon: 0,
  opens: seconds(0),
  closes: seconds(86_400),
  docks: 1,
  loadS: seconds(0),
  parent: null,
  capacityG: null,
  capacityMl: null,
})

export const place = (code: string, lat = 0): Place => ({
  ubigeo: ubigeo(code),
  reniec: null,
  name: code,
  province: null,
  department: code.slice(0, 2),
  level: levelOf(ubigeo(code)) as Place['level'],
  lat,
  lon: 0,
  altitudeM: 0,
  population: 1000,
  poverty: null,
  vulnerability: null,
  region: 'coast',
  access: ['road:main'] satisfies Network[],
  source: 'test',
})

export interface LotOptions {
  readonly lot?: string
  readonly expires?: Day | null
  readonly arrives?: Day | null
  readonly earmark?: string | null
}

export const lot = (at: string, count: number, over: LotOptions = {}): Lot => ({
  depot: at,
  product: 'food',
  lot: over.lot ?? 'L1',
  packs: packs(count),
  expires: over.expires ?? null,
  arrives: over.arrives ?? null,
  earmark: over.earmark ?? null,
})

export const need = (code: string, count: number, period: Month = DECEMBER): Need => ({
  ubigeo: ubigeo(code),
  product: 'food',
  period,
  quantity: count,
  packs: packs(count),
})

/** Ways by `FROM TO` [km]; any pair that is not named has no way. */
export const ways =
  (km: Readonly<Record<string, number>>): Travel =>
  (from, to, by) => {
    const length = km[`${from.id} ${to.id}`]
    if (length === undefined) return undefined
    const ends = { from: from.id, to: to.id, mode: by.mode, vehicleType: by.id }
    return { ...ends, metres: metres(length * 1000), seconds: seconds(0), source: 'distance-table' }
  }

/** A country with a truck in every depot and a window of December and January, but for what is said. */
export function country(over: Partial<AllocateInput> & Pick<AllocateInput, 'solve'>): AllocateInput {
  const depots = over.depots ?? []
  return {
    needs: [],
    products: [product()],
    lots: [],
    vehicleTypes: [truck()],
    fleet: depots.map(({ id }) => ({ depot: id, vehicleType: 'truck', count: 1 })),
    places: (over.needs ?? []).map(({ ubigeo: code }) => place(code)),
    travel: ways({}),
    window: { from: DECEMBER, months: 2 },
    ...over,
    depots,
  }
}
