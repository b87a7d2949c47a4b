import { z } from 'zod'
import { list } from './fields.ts'

/** RFC 9457, `application/problem+json`. */
export const Problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    items: list(z.string()).optional().meta({ description: 'what it is about, one by one' }),
    code: z.string().meta({ description: 'stable code of what is wrong' }),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
