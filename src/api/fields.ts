import { z } from 'zod'

/** An array that is only read. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

export const UbigeoField = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'INEI code; 010100 is a province, 010000 a department, 000000 the nation' })

export const MonthField = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'YYYY-MM' })

export const LevelField = z.enum(['department', 'province', 'district'])
export type MapLevel = z.infer<typeof LevelField>

export const ProductField = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().meta({ description: 'what demand counts' }),
  pack: z.number().meta({ description: 'units in a pack' }),
  persons: z.number().meta({ description: 'people one unit serves' }),
  days: z.number().meta({ description: 'days for which it serves them' }),
})

/** A forecast in persons. Means add up over places, the interval does not. */
export const EstimateField = z.object({
  mean: z.number(),
  median: z.number(),
  low: z.number().meta({ description: 'lower end of the 80 % interval (quantile 0.1)' }),
  high: z.number().meta({ description: 'upper end of the 80 % interval (quantile 0.9)' }),
})
export type Estimate = z.infer<typeof EstimateField>
