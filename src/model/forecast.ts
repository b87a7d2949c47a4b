import type { Month } from './month.ts'
import type { SeriesKey } from './demand.ts'

/** Levels at which every forecast is kept. */
export const LEVELS = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const
/** Worlds drawn jointly for all places, products and months. */
export const DRAWS = 400

/** What will be needed. Mean and quantiles are read from the draws, which add up over the hierarchy world by world. */
export interface Forecast {
  readonly series: readonly SeriesKey[]
  readonly periods: readonly Month[]
  /** series × periods × DRAWS, row-major, in the product's unit; the same position is the same world everywhere. */
  readonly draws: Float64Array
  /** series × periods. */
  readonly mean: Float64Array
  /** series × periods × LEVELS. */
  readonly quantiles: Float64Array
}

/** Methods of forecasting (docs/methods.md). */
export type MethodName =
  | 'zero'
  | 'seasonal-naive'
  | 'empirical-month'
  | 'empirical-season'
  | 'empirical-all'
  | 'nearby-seasons'
  | 'moving-average-12'
  | 'moving-average-18'
  | 'seasonal-average-12'
  | 'seasonal-average-18'
  | 'shared-average-12'
  | 'shared-average-18'
  | 'sba'
  | 'tsb'
  | 'theta'
  | 'theta-aggregated'
  | 'ets'
  | 'boosted-trees'
  | 'network-count'
  | 'network-hurdle'
  | 'network-quantile'
  | 'combination'

export const isNetwork = (method: string): boolean => method.startsWith('network-')

/** Ways to make the forecasts of places and of their sums agree (docs/methods.md). */
export type ReconciliationWay = 'bottom-up' | 'wls-variance' | 'mint-shrink' | 'level-conditional'

/** Rolling-origin score of one method on one product; kept also for the methods that were not chosen. */
export interface BacktestScore {
  readonly product: string
  readonly method: MethodName
  /** Sum of pinball losses over places, months and levels, over the sum of what came. */
  readonly loss: number
  readonly bias: number
  readonly coverage80: number
  readonly origins: number
  readonly chosen: boolean
}

/** How often what came lay within the 80 % interval of a product's method, over part of the places. */
export interface CoverageScore {
  readonly product: string
  readonly by: 'department' | 'poverty-quintile'
  /** Ubigeo of the department; 1 (least poor) to 5. */
  readonly of: string
  /** Places × months ahead × origins. */
  readonly cells: number
  readonly coverage80: number
}
