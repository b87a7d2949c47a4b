import { PAST_LAGS } from './covariates.ts'
import type { HeadName } from './head.ts'
import { STATICS } from './statics.ts'
import type { Scales } from './surroundings.ts'

const each = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${name}_${i + 1}`)
const back = (name: string, lags: number): readonly string[] => each(name, lags).toReversed()

/**
 * Names of the numbers that the network of a plan reads, in the order in which `writeWindow` writes them, for whoever loads it elsewhere. What each is
 * stands in docs/data.md.
 */
export const inputNames = (
  head: HeadName,
  lags: number,
  horizon: number,
  { pastOnly, knownAhead }: Pick<Scales, 'pastOnly' | 'knownAhead'>,
): { readonly lags: readonly string[]; readonly known: readonly string[] } => ({
  lags: back('lag', lags),
  known: [
    ...back('seen', lags),
    'log_scale',
    'zero_share',
    'since_event',
    'past_mean',
    'dispersion',
    ...each('month_mean', horizon),
    ...(head === 'quantile' ? each('naive', horizon) : []),
    'sin_1',
    'cos_1',
    'sin_2',
    'cos_2',
    ...STATICS.map((name) => name.replace(' ', '_')),
    ...pastOnly.names.flatMap((name) => each(`${name}_before`, PAST_LAGS)),
    ...knownAhead.names.flatMap((name) => each(name, horizon)),
  ],
})
