declare const brand: unique symbol

/** A calendar month as a count: year × 12 + month − 1, so that months add and compare as numbers. */
export type Month = number & { readonly [brand]: 'Month' }

export const month = (index: number): Month => index as Month
export const monthOf = (year: number, oneBased: number): Month => month(year * 12 + oneBased - 1)
export const addMonths = (m: Month, n: number): Month => month(m + n)
export const yearOfMonth = (m: Month): number => Math.floor(m / 12)
/** 1 for January … 12 for December. */
export const calendarMonth = (m: Month): number => (m % 12) + 1

/** `YYYY-MM`. */
export function formatMonth(m: Month): string {
  return `${String(yearOfMonth(m)).padStart(4, '0')}-${String(calendarMonth(m)).padStart(2, '0')}`
}

/** Reads `YYYY-MM`; `undefined` for anything else. */
export function parseMonth(text: string): Month | undefined {
  const found = /^(\d{4})-(\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const of = Number(found[2])
  return of >= 1 && of <= 12 ? monthOf(Number(found[1]), of) : undefined
}
