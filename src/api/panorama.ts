import { z } from 'zod'
import { EstimateField, LevelField, list, MonthField, ProductField, UbigeoField } from './fields.ts'

export const PanoramaQuery = z.object({
  product: z.string().optional().meta({ description: 'id; default: the one that most people will need' }),
  level: LevelField.optional().meta({
    description: 'default: of province, department and district the first whose places make up the country',
  }),
})

/** One month of the past, of the whole country, in persons. */
export const RecordedMonth = z.object({
  month: MonthField,
  persons: z.number(),
  status: z.enum(['observed', 'incomplete', 'missing']).meta({
    description: 'incomplete: part of the places is censored or missing, so the number is too small',
  }),
})
export type RecordedMonth = z.infer<typeof RecordedMonth>

/** Packs of one month. */
const SupplyField = z
  .object({
    need: z.int().meta({ description: 'packs to cover, reserves included' }),
    granted: z.int().meta({ description: 'packs allocated under the rule of the settings' }),
    short: z.int().meta({ description: 'packs short' }),
  })
  .nullable()
  .meta({ description: 'null: not allocated yet' })

/** The country in one month of the forecast. */
const NationMonth = z.object({
  month: MonthField,
  persons: EstimateField,
  supply: SupplyField,
  stock: z
    .object({ packs: z.int(), depots: z.int() })
    .nullable()
    .meta({ description: 'packs left in all depots by the months of the window before, and how many depots hold any' }),
})

export const PlaceNeed = z.object({
  ubigeo: UbigeoField,
  name: z.string(),
  capital: z.string().nullable().meta({ description: 'of a province or department; null: not known' }),
  province: z.string().nullable().meta({ description: 'of a district, its province' }),
  department: z.string().nullable().meta({ description: 'of a province or district, its department' }),
  lat: z.number().nullable().meta({ description: 'of the capital, degrees; null: not known' }),
  lon: z.number().nullable(),
  population: z.number().nullable(),
  months: list(EstimateField.nullable()).meta({ description: 'one per month of the forecast; null: no data' }),
  supply: list(SupplyField).meta({ description: 'one per month; reserves count at the department' }),
})
export type PlaceNeed = z.infer<typeof PlaceNeed>

/** Need of one product by place, everything in persons unless a field says packs. */
export const PanoramaResponse = z
  .object({
    product: ProductField,
    level: LevelField,
    months: list(MonthField),
    nation: list(NationMonth),
    coverage: z
      .union([z.number(), z.literal('mean')])
      .nullable()
      .meta({
        description:
          'the number to cover: this quantile of a window’s total, or its mean; null: not known of a stale one',
      }),
    hits: z
      .number()
      .nullable()
      .meta({ description: 'share of months of the backtest that fell inside the 80 % interval' }),
    breaks: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]).readonly().meta({
      description: 'lower bounds of need classes 1 to 5; the same for all months of a product and level',
    }),
    history: list(RecordedMonth).meta({ description: 'up to the first month of the forecast' }),
    places: list(PlaceNeed),
  })
  .meta({ id: 'Panorama' })
export type PanoramaResponse = z.infer<typeof PanoramaResponse>
