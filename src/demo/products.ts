import type { Cells } from './csv.ts'

/**
 * The four products. The ration is DATA §4's (5 persons × 10 days × 0.59 kg = 29.5 kg); masses and volumes of the others are assumptions:
 * six blankets, a tarpaulin with its frame, a family's soap and towels by four in a box.
 */
export const PRODUCTS = [
  {
    id: 'alimentos',
    name: 'Ración de alimentos',
    unit: 'ración',
    pack: 1,
    kg: 29.5,
    m3: 0.06,
    shelfLifeDays: 365,
    persons: 5,
    days: 10,
    critical: 15,
  },
  {
    id: 'abrigo',
    name: 'Kit de abrigo',
    unit: 'kit',
    pack: 1,
    kg: 9.5,
    m3: 0.05,
    shelfLifeDays: null,
    persons: 5,
    days: 180,
    critical: 10,
  },
  {
    id: 'techo',
    name: 'Módulo de techo',
    unit: 'módulo',
    pack: 1,
    kg: 42.5,
    m3: 0.22,
    shelfLifeDays: null,
    persons: 5,
    days: 180,
    critical: 5,
  },
  {
    id: 'higiene',
    name: 'Kit de higiene',
    unit: 'kit',
    pack: 4,
    kg: 14.5,
    m3: 0.04,
    shelfLifeDays: 1095,
    persons: 5,
    days: 30,
    critical: 5,
  },
] as const

export type ProductId = (typeof PRODUCTS)[number]['id']

export const productRows = (): readonly Cells[] =>
  PRODUCTS.map((p) => ({
    record: 'product',
    id: p.id,
    name: p.name,
    unit: p.unit,
    pack: p.pack,
    kg: p.kg,
    m3: p.m3,
    shelf_life_days: p.shelfLifeDays ?? '',
    persons: p.persons,
    days: p.days,
    critical_level: p.critical,
  }))
