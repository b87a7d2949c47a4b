import type { MethodName } from './forecast.ts'

/** What `forecast --table` found, chose or could not know. Each code has a sentence in `messages`. */
export type TableNote =
  | {
      readonly code: 'table-read'
      readonly series: number
      readonly unit: 'month' | 'week' | 'day'
      readonly every: number
      readonly cycle: number
    }
  /** The method of all series, or of those with negative numbers; weights where it is the combination, largest first. */
  | {
      readonly code: 'table-method'
      readonly signed: boolean
      readonly method: MethodName
      readonly origins: number
      readonly horizon: number
      readonly loss: number
      readonly weights: readonly { readonly method: MethodName; readonly weight: number }[]
    }
  /** Too short to score any method. */
  | { readonly code: 'table-untested'; readonly signed: boolean; readonly method: MethodName }
  /** Less than one and a half seasons: none is looked for. */
  | { readonly code: 'table-without-season'; readonly steps: number }
  | { readonly code: 'rows-added-up'; readonly rows: number }
  /** Not one number: nothing is forecast, the cells stay empty. */
  | { readonly code: 'series-unknown'; readonly series: readonly string[] }
  /** Nothing but zeros: so is the forecast. */
  | { readonly code: 'series-zero'; readonly series: readonly string[] }
  /** One or two numbers: the forecast is made of them. */
  | { readonly code: 'series-short'; readonly series: readonly string[] }
  /** Negative numbers: these are no counts, and the forecast may be negative. */
  | { readonly code: 'series-negative'; readonly series: readonly string[] }
  /** More than a season without a number, between numbers. */
  | { readonly code: 'series-gap'; readonly series: readonly string[] }
