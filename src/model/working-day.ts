import { civil, type Day, dayOf, weekday } from './day.ts'

/**
 * Month and day of the fixed national holidays of Peru: Decreto Legislativo 713 as amended by laws 30137, 31381, 31788, 31822 and 31530
 * (June 7, July 23, August 6 and December 9 were added between 2022 and 2024).
 */
const FIXED = [
  '1-1',
  '5-1',
  '6-7',
  '6-29',
  '7-23',
  '7-28',
  '7-29',
  '8-6',
  '8-30',
  '10-8',
  '11-1',
  '12-8',
  '12-9',
  '12-25',
]

/** Easter Sunday (Meeus, Jones and Butcher). */
function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Monday to Saturday without the national holidays, Holy Thursday and Good Friday among them. */
export function isWorkingDay(d: Day): boolean {
  if (weekday(d) === 0) return false
  const { year, month, day } = civil(d)
  if (FIXED.includes(`${month}-${day}`)) return false
  const sunday = easter(year)
  return d !== sunday - 3 && d !== sunday - 2
}
