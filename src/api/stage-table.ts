import { z } from 'zod'
import { list } from './fields.ts'
import { StageField } from './workspace.ts'

export const StageTableParams = z.object({
  stage: StageField.shape.stage,
  table: z.string().regex(/^[a-z_]{1,40}$/),
})
export const StageTableQuery = z.object({
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
  offset: z.coerce.number().int().min(0).default(0),
})

/** A page of one table of a stage, as the stage wrote it. */
export const StageTableResponse = z
  .object({
    stage: StageField.shape.stage,
    table: z.string(),
    rows: z.int().meta({ description: 'rows of the whole table' }),
    offset: z.int(),
    columns: list(
      z.object({
        name: z.string(),
        type: z.enum(['text', 'number', 'date', 'list']),
        about: z.string().meta({ description: 'meaning and unit' }),
      }),
    ),
    data: list(list(z.unknown())).meta({ description: 'cells in the order of the columns' }),
  })
  .meta({ id: 'StageTable' })
export type StageTableResponse = z.infer<typeof StageTableResponse>

export const StageTablesResponse = z
  .object({ tables: list(z.object({ stage: StageField.shape.stage, table: z.string() })) })
  .meta({ id: 'StageTables' })
export type StageTablesResponse = z.infer<typeof StageTablesResponse>
