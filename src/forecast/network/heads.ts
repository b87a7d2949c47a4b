import { countHead } from './count-head.ts'
import type { Head } from './head.ts'
import { quantileHead } from './quantile-head.ts'

export const HEADS: Readonly<Record<'count' | 'quantile', Head>> = { count: countHead, quantile: quantileHead }
