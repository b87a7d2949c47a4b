import { countHead } from './count-head.ts'
import type { Head, HeadName } from './head.ts'
import { hurdleHead } from './hurdle-head.ts'
import { quantileHead } from './quantile-head.ts'

export const HEADS: Readonly<Record<HeadName, Head>> = {
  count: countHead,
  hurdle: hurdleHead,
  quantile: quantileHead,
}
