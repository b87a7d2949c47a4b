import type { Month } from './month.ts'
import type { Ubigeo } from './ubigeo.ts'
import type { MethodName, ReconciliationWay } from './forecast.ts'

/** Places with too little history of a product, and the node that lends them the forecast of so many places of their level. */
type Borrowing = {
  readonly product: string
  readonly ubigeos: readonly Ubigeo[]
  readonly from: Ubigeo
  readonly lenders: number
}

/** What `forecast` chose or could not know. Each code has a sentence in `messages`. */
export type ForecastNote =
  /** No month of anything is observed: nothing is planned. */
  | { readonly code: 'no-demand' }
  /** The method of a product, by its loss over so many origins and months ahead. */
  | {
      readonly code: 'method-chosen'
      readonly product: string
      readonly method: MethodName
      readonly origins: number
      readonly horizon: number
    }
  /** How the forecasts of places and of their sums were made to agree, by the error over all of them [root mean squares of a seasonal difference], beside that of sums of places alone. */
  | {
      readonly code: 'sums-agree'
      readonly product: string
      readonly way: ReconciliationWay
      readonly error: number
      readonly bottomUp: number
    }
  /** Fewer than three origins: the choice stands on little. */
  | { readonly code: 'few-origins'; readonly product: string; readonly origins: number }
  /** History too short to score any method: the empirical one is taken. */
  | {
      readonly code: 'no-backtest'
      readonly product: string
      readonly method: MethodName
      readonly observedMonths: number
    }
  /** Nothing observed of the product before the window: its forecast is 0 and means nothing. */
  | { readonly code: 'product-without-history'; readonly product: string }
  /** Places with no observed month and nobody to borrow from: their forecast is 0 and means nothing. */
  | { readonly code: 'places-without-history'; readonly product: string; readonly ubigeos: readonly Ubigeo[] }
  /** Places with no observed month, which take the forecast of others. */
  | (Borrowing & { readonly code: 'new-places-borrow' })
  /** Places with few observed months, which take that of others beside their own. */
  | (Borrowing & { readonly code: 'young-places-borrow' })
  /** The window begins so many months after the month that follows the last observed one. */
  | { readonly code: 'window-far-ahead'; readonly last: Month; readonly gap: number }
  /** Places move together as in so few runs of past months, or in shorter ones than the window, or in months that are not wholly observed. */
  | {
      readonly code: 'few-runs'
      readonly product: string
      readonly runs: number
      readonly length: number
      readonly wholly: boolean
    }
  /** Too few months or places to teach the networks of a product anything. */
  | { readonly code: 'network-too-short'; readonly product: string }
  /** Months of places, far out among all, that the networks were trained on as if they had been the cap [product's unit]; nothing else is changed. */
  | { readonly code: 'disasters-capped'; readonly product: string; readonly months: number; readonly cap: number }
  /** No networks were trained: statistical methods serve alone. */
  | { readonly code: 'no-model' }
  /** Networks that had seen what came before a month take part in the forecast of so many products. */
  | { readonly code: 'model-used'; readonly before: Month; readonly products: number }
  /** The networks do not serve a product: it is new to them, they saw months of the window, or they do not look far enough ahead. */
  | { readonly code: 'model-unfit'; readonly product: string }
  /** So many months of the window of which no place has a covariate that the networks were told ahead: they take its mean. */
  | { readonly code: 'covariate-missing'; readonly covariate: string; readonly months: number }
  /** Covariates of the past of which no place has a number in so many of the months before the window that the networks look at. */
  | { readonly code: 'covariates-late'; readonly covariates: readonly string[]; readonly months: number }
  /** Covariates that the networks learned from and that are no longer there in their class: their means are taken. */
  | { readonly code: 'covariates-gone'; readonly covariates: readonly string[] }
  /** Covariates that the networks could learn from and have not: they came after training. */
  | { readonly code: 'covariates-new'; readonly covariates: readonly string[] }
  /** Covariates that are always the same number before the month from which on no network may look: networks are not told of them. */
  | { readonly code: 'covariates-unchanging'; readonly covariates: readonly string[]; readonly before: Month }
  /** The mean of a node follows a person's correction, in the product's unit. */
  | {
      readonly code: 'override-applied'
      readonly ubigeo: Ubigeo
      readonly product: string
      readonly period: Month
      readonly from: number
      readonly to: number
      readonly author: string
      readonly reason: string
    }
  /** Corrections further down have the last word: the places of a corrected node add up to `mean`, not to what was said of it. */
  | {
      readonly code: 'override-outweighed'
      readonly ubigeo: Ubigeo
      readonly product: string
      readonly period: Month
      readonly said: number
      readonly mean: number
      readonly author: string
    }
  /** A correction of a node, product or month that the forecast does not have: it moves nothing. */
  | { readonly code: 'override-unknown'; readonly ubigeo: Ubigeo; readonly product: string; readonly period: Month }
  /** A correction of a sum whose places are all forecast 0: nothing tells how to share it, so it moves nothing. */
  | { readonly code: 'override-of-nothing'; readonly ubigeo: Ubigeo; readonly product: string; readonly period: Month }
  /** Corrections of past months beside what was forecast then, by sums of absolute errors in the product's unit. */
  | {
      readonly code: 'overrides-scored'
      readonly product: string
      readonly scored: number
      readonly nearer: number
      readonly baselineError: number
      readonly overrideError: number
    }
  /** Asked to stop: methods were compared on the origins done so far. */
  | { readonly code: 'stopped-early' }
