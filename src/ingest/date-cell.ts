import { type Day, dayOf, formatDay } from '../model/day.ts'
import { formatMonth, monthOf } from '../model/month.ts'
import { fold } from './fold.ts'
import { isBlank } from './number-cell.ts'

export type DayOrder = 'dmy' | 'mdy'

/** Written with slashes, dashes or points, by whether a part above 12 tells day from month; years of two digits are counted apart. */
export interface DateCount {
  /** `2023-01-31`, `20230131`, a month by name or `2023-01`: one reading by shape. */
  clear: number
  long: SlashCount
  short: SlashCount
  other: number
}

export interface SlashCount {
  dmy: number
  mdy: number
  /** Both parts at most 12 and different. */
  either: number
}

export const dateCount = (): DateCount => ({
  clear: 0,
  long: { dmy: 0, mdy: 0, either: 0 },
  short: { dmy: 0, mdy: 0, either: 0 },
  other: 0,
})

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/

/** Date, and time of day as `HH:MM` or `HH:MM:SS` where one stands behind it. */
function parts(raw: string): { readonly date: string; readonly time: string | undefined } {
  const found = /^(\S+?)[T ]\s*(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?$/.exec(raw)
  return found ? { date: found[1] as string, time: found[2] } : { date: raw, time: undefined }
}

export function countDate(count: DateCount, raw: string): void {
  if (isBlank(raw)) return
  const found = SLASHED.exec(parts(raw).date)
  if (!found) {
    if (canonicalDate(raw, 'dmy') === raw && !/^\d{4}-\d{2}(-\d{2}.*)?$/.test(raw)) count.other++
    else count.clear++
    return
  }
  const kind = found[3]?.length === 4 ? count.long : count.short
  const [a, b] = [Number(found[1]), Number(found[2])]
  if (a > 12 && b <= 12) kind.dmy++
  else if (b > 12 && a <= 12) kind.mdy++
  else if (a <= 12 && b <= 12 && a !== b) kind.either++
}

/** The order that values above 12 tell; `undefined` when none does, or when both occur beside values that fit both. */
export function decideOrder(count: SlashCount): DayOrder | undefined {
  if (count.mdy === 0 && (count.dmy > 0 || count.either === 0)) return 'dmy'
  if (count.dmy === 0 && count.mdy > 0) return 'mdy'
  return count.either === 0 ? 'dmy' : undefined
}

export interface DayOrders {
  readonly long: DayOrder
  readonly short: DayOrder
}

/** Spanish and English names of months, whole or by their first three letters. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['enero', 'ene', 'january', 'jan'],
    ['febrero', 'feb', 'february'],
    ['marzo', 'mar', 'march'],
    ['abril', 'abr', 'april', 'apr'],
    ['mayo', 'may'],
    ['junio', 'jun', 'june'],
    ['julio', 'jul', 'july'],
    ['agosto', 'ago', 'august', 'aug'],
    ['setiembre', 'septiembre', 'set', 'sep', 'sept', 'september'],
    ['octubre', 'oct', 'october'],
    ['noviembre', 'nov', 'november'],
    ['diciembre', 'dic', 'december', 'dec'],
  ].flatMap((names, i) => names.map((name): [string, number] => [name, i + 1])),
)

/** 1–12 from a number or a name; `undefined` for anything else. */
export function monthNumber(raw: string): number | undefined {
  const text = fold(raw.replace(/\.0+$/, ''))
  const number = /^\d{1,2}$/.test(text) ? Number(text) : MONTHS.get(text)
  return number !== undefined && number >= 1 && number <= 12 ? number : undefined
}

/** Two digits of a year: 70–99 are of the last century. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900)

function realDay(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2200) return undefined
  const d = dayOf(year, month, day)
  return Number(formatDay(d).slice(5, 7)) === month ? d : undefined
}

/**
 * A day as `YYYY-MM-DD`, a month as `YYYY-MM`, a moment as `YYYY-MM-DDTHH:MM[:SS]`; `''` for a blank; the text as it stands when it is none.
 */
export function canonicalDate(raw: string, orders: DayOrder | DayOrders): string {
  if (isBlank(raw)) return ''
  const { date, time } = parts(raw)
  const day = dayIn(date, typeof orders === 'string' ? { long: orders, short: orders } : orders)
  if (day !== undefined) return time === undefined ? formatDay(day) : `${formatDay(day)}T${time}`
  return time === undefined ? (monthIn(date) ?? raw) : raw
}

function dayIn(text: string, orders: DayOrders): Day | undefined {
  const iso =
    /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\.0+)?$/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const found = SLASHED.exec(text)
  if (!found) return undefined
  const year = found[3] as string
  const [a, b] = [Number(found[1]), Number(found[2])]
  const order = a > 12 ? 'dmy' : b > 12 ? 'mdy' : year.length === 4 ? orders.long : orders.short
  return order === 'dmy' ? realDay(fullYear(year), b, a) : realDay(fullYear(year), a, b)
}

function monthIn(text: string): string | undefined {
  const numeric = /^(\d{4})[-/.]?(\d{1,2})(?:\.0+)?$/.exec(text)
  const reversed = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  const named = /^([a-záéíóú.]+)[\s\-/]*(?:de[l]?\s+)?(\d{4}|\d{2})$/i.exec(text) ?? undefined
  const namedLater = /^(\d{4})[\s\-/]*([a-záéíóú.]+)$/i.exec(text) ?? undefined
  const [year, month] = numeric
    ? [numeric[1], numeric[2]]
    : reversed
      ? [reversed[2], reversed[1]]
      : named
        ? [named[2], named[1]]
        : namedLater
          ? [namedLater[1], namedLater[2]]
          : [undefined, undefined]
  const number = month === undefined ? undefined : monthNumber(month)
  if (year === undefined || number === undefined) return undefined
  const full = fullYear(year)
  return full >= 1900 && full <= 2200 ? formatMonth(monthOf(full, number)) : undefined
}
