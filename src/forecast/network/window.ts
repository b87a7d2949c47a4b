import { type Exogenous, type Told, widthsOf, writeExogenous } from './exogenous.ts'
import type { HeadName } from './head.ts'
import type { Month } from '../../model/month.ts'

/** The part of a network's input that its windows are cut from. */
export interface WindowSource extends Exogenous {
  readonly values: Float64Array
  readonly rows: number
  readonly months: number
  readonly first: Month
  readonly cycle?: number
  readonly horizon: number
  readonly head: HeadName
  readonly quantum: number
  readonly settings: { readonly lags: number }
}

/** log(1 + scale), share of zeros, months since the last event, past mean ÷ scale, dispersion; two harmonics of the year. */
export const SCALARS = 5
export const CALENDAR = 4

/** The quantile head, which corrects the seasonal naive, is told it. */
export function knownWidth(head: HeadName, lags: number, horizon: number, told: Told): number {
  const { statics, past, ahead } = widthsOf(told, horizon)
  return lags + SCALARS + horizon * (head === 'quantile' ? 2 : 1) + CALENDAR + statics + past + ahead
}

/** Keeps the scale of a silent place off zero, in quanta. */
const COUNT_FLOOR = 0.1
/** No ratio enters a network larger than this: one disaster must not drive all its neurons into saturation. */
const CAP = 10

const cycleOf = ({ cycle = 12 }: WindowSource): number => cycle

const capped = (x: number): number => Math.min(CAP, x)

/**
 * Inputs of one window. Nothing outside columns [from, origin) is read, but for what is known ahead.
 * @param from earliest column that may be read: raising it makes the place look as young as a new one
 * @param lags receives the months before the origin ÷ scale, 0 where not observed, from index `lagsAt` on
 * @param known receives `knownWidth` numbers from index `knownAt` on: mask of the lags, scalars, mean of each step's calendar month, seasonal naive
 * (quantile head), calendar, statics, covariates of the past, covariates known ahead
 * @returns the scale [unit of the values; quanta for counts]
 */
export function writeWindow(
  source: WindowSource,
  row: number,
  origin: number,
  from: number,
  lags: Float32Array,
  lagsAt: number,
  known: Float32Array,
  knownAt: number,
): number {
  const { values, months, horizon, quantum, head, first } = source
  const length = source.settings.lags
  const base = row * months
  const counts = head !== 'quantile'
  const unit = counts ? 1 / quantum : 1
  const start = Math.max(from, origin - length)
  let n = 0
  let zeros = 0
  let sum = 0
  let squares = 0
  for (let t = start; t < origin; t++) {
    const y = values[base + t] * unit
    if (Number.isNaN(y)) continue
    n++
    sum += Math.abs(y)
    squares += y * y
    if (y === 0) zeros++
  }
  const mean = n === 0 ? 0 : sum / n
  const scale = counts ? mean + COUNT_FLOOR : mean > 0 ? mean : 1
  const variance = n < 2 ? 0 : Math.max(0, squares / n - mean * mean)

  lags.fill(0, lagsAt, lagsAt + length)
  known.fill(0, knownAt, knownAt + length)
  for (let t = start; t < origin; t++) {
    const y = values[base + t] * unit
    if (Number.isNaN(y)) continue
    lags[lagsAt + length - origin + t] = capped(y / scale)
    known[knownAt + length - origin + t] = 1
  }

  let all = 0
  let seen = 0
  let since = length
  for (let t = Math.max(0, from); t < origin; t++) {
    const y = values[base + t] * unit
    if (Number.isNaN(y)) continue
    all += Math.abs(y)
    seen++
    if (y > 0) since = Math.min(length, origin - t)
  }
  let k = knownAt + length
  known[k++] = Math.log1p(scale)
  known[k++] = n === 0 ? 1 : zeros / n
  known[k++] = since / length
  known[k++] = seen === 0 ? 0 : capped(all / seen / scale)
  known[k++] = counts ? Math.log1p(mean > 0 ? variance / mean : 0) : capped(Math.sqrt(variance) / scale)
  for (let j = 0; j < horizon; j++) known[k++] = sameMonth(source, row, origin, from, j, scale / unit)
  if (head === 'quantile')
    for (let j = 0; j < horizon; j++) known[k++] = capped(naive(source, row, origin, from, j) / scale)

  // Of the origin alone: sine and cosine of each step are sums of these by fixed factors, which the first layer finds.
  const angle = (2 * Math.PI * (first + origin)) / cycleOf(source)
  for (let h = 1; h <= CALENDAR / 2; h++) {
    known[k++] = Math.sin(h * angle)
    known[k++] = Math.cos(h * angle)
  }
  writeExogenous(source, row, origin, known, k)
  return scale
}

/** Mean of the past months of the calendar of step j, over the scale; of 1 (the scale itself) where none is known. */
function sameMonth(source: WindowSource, row: number, origin: number, from: number, j: number, scale: number): number {
  const { values, months } = source
  const cycle = cycleOf(source)
  let sum = 0
  let n = 0
  for (let t = origin + j - cycle; t >= Math.max(0, from); t -= cycle) {
    const y = t < origin ? values[row * months + t] : Number.NaN
    if (Number.isNaN(y)) continue
    sum += y
    n++
  }
  return n === 0 ? 1 : capped(sum / n / scale)
}

/**
 * The seasonal naive of step j: the last observed value of its calendar month in [from, origin); else the mean of the last lags; else 0.
 */
export function naive(source: WindowSource, row: number, origin: number, from: number, j: number): number {
  const { values, months, settings } = source
  const cycle = cycleOf(source)
  for (let t = origin + j - cycle; t >= Math.max(0, from); t -= cycle) {
    const y = t < origin ? values[row * months + t] : Number.NaN
    if (!Number.isNaN(y)) return y
  }
  let sum = 0
  let n = 0
  for (let t = Math.max(from, origin - settings.lags); t < origin; t++) {
    const y = values[row * months + t]
    if (Number.isNaN(y)) continue
    sum += y
    n++
  }
  return n === 0 ? 0 : sum / n
}
