import { aggregated } from './aggregated.ts'
import { ets } from './ets.ts'
import { empirical } from './empirical.ts'
import type { Member } from './member.ts'
import { nearbySeasons } from './nearby-seasons.ts'
import { movingAverage } from './moving-average.ts'
import { sba, tsb } from './rare-demand.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { sharedAverage } from './shared-average.ts'
import { theta } from './theta.ts'
import { boostedTrees } from './trees/boosted-trees.ts'
import { zero } from './zero.ts'

/** The yardstick that no method may hide behind: scored, never chosen. */
export const YARDSTICK = zero
/** What serves where nothing can be scored. */
export const FALLBACK = empirical('empirical-month', 'same')

/** In order of preference where losses are equal. */
export const MEMBERS: readonly Member[] = [
  FALLBACK,
  empirical('empirical-season', 'near'),
  empirical('empirical-all', 'all'),
  nearbySeasons,
  seasonalNaive,
  movingAverage('moving-average-12', 12),
  movingAverage('moving-average-18', 18),
  movingAverage('seasonal-average-12', 12, true),
  movingAverage('seasonal-average-18', 18, true),
  sharedAverage('shared-average-12', 12),
  sharedAverage('shared-average-18', 18),
  sba,
  tsb,
  theta,
  aggregated('theta-aggregated', theta),
  ets,
  boostedTrees,
  YARDSTICK,
]
