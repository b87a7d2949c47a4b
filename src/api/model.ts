import { z } from 'zod'
import { list, MonthField, ProductField } from './fields.ts'

const NetworkField = z
  .object({
    head: z.enum(['count', 'hurdle', 'quantile']),
    horizon: z.int().meta({ description: 'months it looks ahead' }),
    settings: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .meta({ description: 'of params.yaml, filled in' }),
    before: MonthField.meta({ description: 'first month it has not seen' }),
    past: list(MonthField).meta({ description: 'the same of those that stand for it in the backtest, latest first' }),
    best: z.int().meta({ description: 'epoch whose weights are kept, from 1' }),
    losses: list(z.object({ epoch: z.int(), training: z.number(), validation: z.number() })).meta({
      description: 'in the unit of the head’s loss',
    }),
  })
  .nullable()
  .meta({ description: 'null: no network of this product' })

const ModelMember = z.object({
  method: z.string(),
  kind: z.enum(['network', 'statistics', 'combination']),
  loss: z.number().meta({ description: 'sum of pinball losses over the sum of what came' }),
  bias: z.number().meta({ description: 'sum of errors of the mean over the sum of what came' }),
  coverage80: z.number().meta({ description: 'share of months inside the 80 % interval' }),
  origins: z.int(),
  chosen: z.boolean(),
  weights: list(z.number()).nullable().meta({ description: 'in the combination, one per class; null: none' }),
})
export type ModelMember = z.infer<typeof ModelMember>

const CoverageField = z.object({
  by: z.enum(['department', 'poverty-quintile']),
  of: z.string().meta({ description: 'ubigeo of the department; 1 (least poor) to 5' }),
  name: z.string(),
  cells: z.int().meta({ description: 'places × months ahead × origins' }),
  coverage80: z.number(),
})
export type ModelCoverage = z.infer<typeof CoverageField>

const ProductModel = z.object({
  product: ProductField,
  network: NetworkField,
  members: list(ModelMember).meta({ description: 'the least loss first' }),
  coverage: list(CoverageField).meta({ description: 'of the method in use' }),
})
export type ProductModel = z.infer<typeof ProductModel>

const Miss = z.object({
  maeMin: z.number().meta({ description: 'mean distance from what the legs took [min]' }),
  mape: z.number().meta({ description: 'the same as a share of it' }),
})
const LegScore = z.object({ legs: z.int(), table: Miss, fitted: Miss, network: Miss })
const LegsField = z
  .object({
    used: z.boolean().meta({ description: 'it beats the speed table, so routes are timed by it' }),
    legs: z.object({ training: z.int(), stopping: z.int(), heldOut: z.int() }),
    heldOut: z.object({ from: z.string(), until: z.string() }),
    driven: LegScore.meta({ description: 'way known' }),
    planned: LegScore.meta({ description: 'as a plan sees them' }),
  })
  .nullable()
  .meta({ description: 'network of the duration of legs; null: none' })
export type ModelLegs = z.infer<typeof LegsField>

/** The networks in use, how they learned, and how well they and the statistical methods did. */
export const ModelResponse = z
  .object({
    id: z.string().nullable().meta({ description: 'of the training; null: nothing was trained' }),
    unreadable: z.boolean().meta({ description: 'its file is of another version' }),
    early: z.boolean().meta({ description: 'training ended before its time, on request' }),
    classes: list(z.string()).meta({ description: 'kinds of demand, in the order of the weights' }),
    products: list(ProductModel).meta({ description: 'the most needed first' }),
    legs: LegsField,
    notes: list(z.looseObject({ code: z.string() })).meta({ description: 'what training and backtest decided' }),
  })
  .meta({ id: 'Model' })
export type ModelResponse = z.infer<typeof ModelResponse>

const ExperimentField = z.object({
  id: z.string(),
  name: z.string().nullable(),
  at: z.string().nullable().meta({ description: 'local time, ISO 8601' }),
  state: z.enum(['in-use', 'waiting']).nullable().meta({
    description: 'in-use: the present forecast is from it; waiting: trained last, not planned with yet',
  }),
  statistical: z.boolean().meta({ description: 'a backtest without networks' }),
  before: MonthField.nullable().meta({ description: 'first month that the networks have not seen' }),
  sameData: z.boolean().nullable().meta({ description: 'tried on the demand of now; null: not known' }),
  parameters: list(z.object({ name: z.string(), value: z.string() })),
  measures: list(
    z.object({
      product: z.string().meta({ description: 'empty: of all' }),
      measure: z.string().meta({
        description:
          'combination, statistics, network: losses of the backtest, each to compare with its like; coverage80; validation; or as DVC names it',
      }),
      value: z.number(),
    }),
  ),
})
export type Experiment = z.infer<typeof ExperimentField>

export const ExperimentsResponse = z
  .object({
    source: z.enum(['dvc', 'workspace']),
    failed: z.string().nullable().meta({ description: 'why DVC, which the folder is a project of, did not tell' }),
    experiments: list(ExperimentField).meta({ description: 'the latest first' }),
  })
  .meta({ id: 'Experiments' })
export type ExperimentsResponse = z.infer<typeof ExperimentsResponse>
