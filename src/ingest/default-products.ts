import type { Product } from '../model/product.ts'
import { grams, millilitres, packs } from '../model/units.ts'

/** A kit that is assumed when no file lists products; every figure is an assumption with the source it leans on. */
export interface AssumedProduct {
  readonly product: Product
  readonly source: string
}

const assumed = (
  id: string,
  name: string,
  massG: number,
  volumeMl: number,
  persons: number,
  days: number,
  shelfLifeDays: number | null,
  source: string,
): AssumedProduct => ({
  product: {
    id,
    name,
    unit: 'kit',
    pack: 1,
    massG: grams(massG),
    volumeMl: millilitres(volumeMl),
    shelfLifeDays,
    persons,
    days,
    criticalPacks: packs(0),
    earmark: null,
  },
  source,
})

/** Families of five, the planning figure of the Peruvian course on emergency food aid. Volumes are guesses from densities of packed goods. */
export const assumedProducts: readonly AssumedProduct[] = [
  // 5 persons × 10 days × 0.59 kg; 500 kg/m³.
  assumed('food', 'Kit de alimentos', 29_500, 59_000, 5, 10, 365, 'course-ration'),
  // 90 t for 21,870 families in the cold of 2018.
  assumed('warm-clothing', 'Kit de abrigo', 4_100, 30_000, 5, 90, null, 'cold-relief-2018'),
  // A family tent of the usual relief standard.
  assumed('shelter', 'Kit de techo', 40_000, 250_000, 5, 180, null, 'assumption'),
  // Soap, paste, towels, pads of five persons for a month.
  assumed('hygiene', 'Kit de higiene', 5_000, 20_000, 5, 30, 730, 'assumption'),
]
