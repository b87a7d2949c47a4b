import type { MethodName } from './forecast.ts'

/** What `forecast --table` found, chose or could not know. Each code has a sentence in `messages`. */
export type TableNote =
  | {
      readonly code: 'table-read'
      readonly series: number
      readonly rows: number
      readonly unit: 'month' | 'week' | 'day'
      readonly every: number
      readonly cycle: number
    }
  /** The method of all series, or of those with negative numbers; weights where it is the combination, largest first. */
  | {
      readonly code: 'table-method'
      readonly signed: boolean
      /** Whether a season is looked for: else every step is like any other. */
      readonly seasonal: boolean
      readonly method: MethodName
      readonly origins: number
      readonly horizon: number
      readonly loss: number
      readonly weights: readonly { readonly method: MethodName; readonly weight: number }[]
    }
  /** Too short to score any method. */
  | {
      readonly code: 'table-untested'
      readonly signed: boolean
      readonly seasonal: boolean
      readonly method: MethodName
    }
  /** Less than one and a half seasons: none is looked for. */
  | { readonly code: 'table-without-season'; readonly steps: number }
  /** Rows of a series and period that an earlier row has, with the first of them. */
  | {
      readonly code: 'rows-added-up'
      readonly rows: number
      readonly name: string
      readonly period: string
      readonly line: number
    }
  /** No cell tells decimals from thousands: the first that is open, and how it was read. */
  | { readonly code: 'table-decimal'; readonly cell: string; readonly line: number; readonly digits: string }
  /** Not one number: nothing is forecast, the cells stay empty. */
  | { readonly code: 'series-unknown'; readonly series: readonly string[] }
  /** Nothing but zeros: so is the forecast. */
  | { readonly code: 'series-zero'; readonly series: readonly string[] }
  /** One or two numbers: the forecast is made of them. */
  | { readonly code: 'series-short'; readonly series: readonly string[] }
  /** Negative numbers: these are no counts, and the forecast may be negative. */
  | { readonly code: 'series-negative'; readonly series: readonly string[] }
  /** More than a season without a number, between numbers; the periods before and after the longest. */
  | {
      readonly code: 'series-gap'
      readonly series: readonly string[]
      readonly steps: number
      readonly from: string
      readonly to: string
    }
