import { z } from 'zod'
import { LevelField, list, MonthField, ProductField } from './fields.ts'

export const StageField = z.object({
  stage: z.enum(['import', 'prepare', 'train', 'backtest', 'forecast', 'allocate', 'route']),
  state: z.enum(['fresh', 'stale', 'pending', 'failed']),
  at: z.string().nullable().meta({ description: 'local time of its last run, ISO 8601' }),
})
export type ApiStage = z.infer<typeof StageField>

/** What the workspace holds and how fresh it is; a part of the chain that has not run yet counts null. */
export const WorkspaceResponse = z
  .object({
    name: z.string().meta({ description: 'name of its folder' }),
    example: z.boolean().meta({ description: 'the data are made up' }),
    generation: z.string().meta({ description: 'changes whenever any result changes' }),
    stages: list(StageField),
    plan: z.string().nullable().meta({ description: 'id of the verified plan in use' }),
    rawFiles: z.int(),
    places: z.int().nullable(),
    observations: z.int().nullable(),
    depots: z.int().nullable(),
    lots: z.int().nullable(),
    products: list(
      ProductField.extend({ levels: list(LevelField).meta({ description: 'levels that have a forecast' }) }),
    ).meta({ description: 'those with a forecast, the most needed first' }),
    months: list(MonthField).meta({ description: 'months that have a forecast' }),
  })
  .meta({ id: 'Workspace' })
export type WorkspaceResponse = z.infer<typeof WorkspaceResponse>

/** What a map of the country is drawn on. */
export const OutlineResponse = z
  .object({
    ring: list(z.tuple([z.number(), z.number()]).readonly()).meta({
      description: '[longitude, latitude], clockwise, first point repeated',
    }),
    labels: list(z.object({ name: z.string(), lat: z.number(), lon: z.number() })).meta({
      description: 'departments, at their capitals',
    }),
  })
  .meta({ id: 'Outline' })
export type OutlineResponse = z.infer<typeof OutlineResponse>
