import { z } from 'zod'
import { BorrowedField } from './forecast.ts'
import { EstimateField, list, MonthField, ProductField, UbigeoField } from './fields.ts'

export const WhyParams = z.object({ ubigeo: UbigeoField })
export const WhyQuery = z.object({ product: z.string(), month: MonthField })

/** Where the numbers of one place, product and month come from: from the result back to lines of files. */
export const WhyResponse = z
  .object({
    place: z.object({
      ubigeo: UbigeoField,
      name: z.string(),
      department: z.string().nullable(),
      series: z.int().meta({ description: 'places below it (or itself) that were forecast one by one' }),
    }),
    product: ProductField,
    month: MonthField,
    forecast: z.object({
      persons: EstimateField,
      method: z.string().nullable().meta({ description: 'the member chosen by the backtest' }),
      loss: z.number().nullable().meta({ description: 'its pinball loss over what came' }),
      coverage80: z.number().nullable(),
      origins: z.int().nullable(),
      borrowed: BorrowedField,
    }),
    history: z.object({
      from: MonthField.nullable(),
      until: MonthField.nullable(),
      months: z.int().meta({ description: 'months with a number' }),
      notObserved: z.int().meta({ description: 'months censored or missing' }),
      sameMonth: list(z.object({ month: MonthField, persons: z.number().nullable() })).meta({
        description: 'the same calendar month of earlier years; null: missing',
      }),
    }),
    allocation: z
      .object({
        rule: z.string(),
        need: z.int().meta({ description: 'packs' }),
        reserve: z.int().meta({ description: 'packs of the need that are a region’s reserve' }),
        granted: z.int().meta({ description: 'packs' }),
        depots: list(z.object({ depot: z.string(), packs: z.int() })),
        short: list(z.object({ reason: z.string(), packs: z.int() })),
      })
      .nullable(),
    routes: z
      .object({
        stops: z.int(),
        packs: z.int(),
        first: z.string().nullable().meta({ description: 'first arrival, local time' }),
        unserved: list(z.object({ reason: z.string(), stops: z.int(), packs: z.int() })),
      })
      .nullable()
      .meta({ description: 'null: this month is not routed' }),
    records: z.object({
      count: z.int().meta({ description: 'all facts behind the history' }),
      latest: list(
        z.object({
          file: z.string(),
          row: z.int().meta({ description: 'line of the file, the header being 1' }),
          date: z.string().meta({ description: 'YYYY-MM-DD, or YYYY-MM of a monthly fact' }),
          ubigeo: UbigeoField,
          measure: z.string(),
          value: z.number().nullable(),
        }),
      ),
    }),
    hashes: z.object({
      generation: z.string(),
      plan: z.string().nullable(),
      tables: list(z.object({ table: z.string(), sha256: z.string() })),
    }),
  })
  .meta({ id: 'Why' })
export type WhyResponse = z.infer<typeof WhyResponse>
