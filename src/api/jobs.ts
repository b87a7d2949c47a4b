import { z } from 'zod'
import { list } from './fields.ts'
import { Problem } from './problem.ts'

export const JobParams = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) })

export const JobOrder = z.strictObject({ command: z.enum(['train', 'plan']) })
export type JobCommand = z.infer<typeof JobOrder>['command']

/** A command that a page asked for; it runs in a process of its own. */
export const Job = z
  .object({
    id: z.string(),
    command: z.string(),
    at: z.string().meta({ description: 'when it was asked for, ISO 8601 UTC' }),
    state: z.enum(['running', 'done', 'cancelled', 'failed', 'lost']).meta({
      description: 'lost: its process ended without a word',
    }),
    wantsBest: z.boolean().meta({ description: 'the best so far was asked for' }),
    problem: Problem.pick({ code: true, detail: true, items: true })
      .nullable()
      .meta({ description: 'what stopped it' }),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

export const JobsResponse = z.object({ jobs: list(Job).meta({ description: 'the latest first' }) }).meta({ id: 'Jobs' })
export type JobsResponse = z.infer<typeof JobsResponse>

/** A line of a job's file, and the data of one server-sent event; its id is the number of the line, from 1. */
export const JobEvent = z
  .looseObject({
    at: z.string().meta({ description: 'ISO 8601, UTC' }),
    kind: z
      .string()
      .meta({ description: 'requested, spawned, started, start, progress, unchanged, done, behind, commit or ended' }),
    stage: z.string().optional(),
    share: z.number().optional().meta({ description: 'of the stage, 0–1' }),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    exitCode: z.int().optional(),
  })
  .meta({ id: 'JobEvent' })
export type JobEvent = z.infer<typeof JobEvent>
