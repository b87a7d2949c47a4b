import { z } from 'zod'
import { list, MonthField, ProductField, UbigeoField } from './fields.ts'
import { DRIVERS } from '../model/driver.ts'
import { RecordedMonth } from './panorama.ts'

export const ForecastParams = z.object({ ubigeo: UbigeoField })
export const ForecastQuery = z.object({
  product: z.string().optional().meta({ description: 'id; default: the one that most people will need' }),
})

/** A node of the hierarchy that has a forecast. */
const NodeField = z.object({ ubigeo: UbigeoField, name: z.string() })
export type ForecastNode = z.infer<typeof NodeField>

export const NodesResponse = z
  .object({ nodes: list(NodeField).meta({ description: 'nation, departments, provinces and districts, by code' }) })
  .meta({ id: 'Nodes' })
export type NodesResponse = z.infer<typeof NodesResponse>

const ForecastMonth = z.object({
  month: MonthField,
  mean: z.number(),
  quantiles: list(z.number()).meta({ description: 'at `levels`' }),
  positive: z.number().meta({ description: 'share of the joint draws with any need' }),
  supply: z
    .object({
      need: z.int().meta({ description: 'packs to cover here and below, reserves included' }),
      granted: z.int().meta({ description: 'packs allocated under the rule of the settings' }),
      short: z.int().meta({ description: 'packs short' }),
    })
    .nullable()
    .meta({ description: 'null: not allocated yet' }),
})
export type ForecastMonth = z.infer<typeof ForecastMonth>

/** From where a place takes its forecast. */
export const BorrowedField = z
  .object({
    from: NodeField.meta({ description: 'the node that the lenders lie in' }),
    lenders: z.int().meta({ description: 'places whose draws it takes' }),
    young: z.boolean().meta({ description: 'its own few months weigh beside them' }),
  })
  .nullable()
  .meta({ description: 'null: it follows its own history, or is a sum of places' })

const OverrideField = z.object({
  place: NodeField.meta({ description: 'the corrected node' }),
  month: MonthField,
  baseline: z.number().meta({ description: 'mean of that node without any correction' }),
  corrected: z.number(),
  author: z.string(),
  reason: z.string(),
  date: z.string().meta({ description: 'YYYY-MM-DD' }),
})

const MemberField = z.object({
  method: z.string(),
  loss: z.number().meta({ description: 'sum of pinball losses over the sum of what came, of the whole country' }),
  bias: z.number().meta({ description: 'sum of errors of the mean over the sum of what came' }),
  coverage80: z.number().meta({ description: 'share of months inside the 80 % interval' }),
  origins: z.int(),
  chosen: z.boolean(),
})
export type ForecastMember = z.infer<typeof MemberField>

const PastMonth = z.object({
  origin: MonthField.meta({ description: 'first month that was not known' }),
  month: MonthField,
  mean: z.number(),
  quantiles: list(z.number()).meta({ description: 'at `pastLevels`' }),
  actual: z.number().nullable().meta({ description: 'what came; null: not observed' }),
})

/** The forecast of one product for one node, everything in persons unless a field says packs. */
export const ForecastResponse = z
  .object({
    product: ProductField,
    place: NodeField.extend({
      population: z.number().nullable(),
      altitude: z.number().nullable().meta({ description: 'of the capital [m]' }),
      series: z.int().meta({ description: 'places below it (or itself) that were forecast one by one' }),
    }),
    path: list(NodeField).meta({ description: 'from the nation to the node itself' }),
    below: list(NodeField).meta({ description: 'nodes one level down' }),
    levels: list(z.number()),
    months: list(ForecastMonth),
    history: list(RecordedMonth).meta({ description: 'up to the first month of the forecast' }),
    drivers: list(z.object({ driver: z.enum(DRIVERS), effect: z.number() })).meta({
      description:
        'by how much the networks’ mean of all months is higher because of what they know of one thing; none without networks',
    }),
    weights: list(z.object({ method: z.string(), weight: z.number() })).meta({
      description: 'of the methods that are combined, largest first',
    }),
    borrowed: BorrowedField,
    overrides: list(OverrideField).meta({
      description: 'persons’ corrections that this node follows: its own and those of nodes above it, by month',
    }),
    members: list(MemberField).meta({ description: 'methods on this product, the least loss first' }),
    pastLevels: list(z.number()),
    past: list(PastMonth).meta({ description: 'by origin and month, of the member in use' }),
    notes: list(z.looseObject({ code: z.string() })).meta({
      description: 'what `prepare` and `forecast` decided or could not know that touches this product',
    }),
  })
  .meta({ id: 'Forecast' })
export type ForecastResponse = z.infer<typeof ForecastResponse>
