import { type Day, dayOf, civil, weekday } from '../model/day.ts'

/** National holidays by month (January first); stated again here, so that a day missing in the engines' list is found. */
const HOLIDAYS: readonly (readonly number[])[] = [
  [1],
  [],
  [],
  [],
  [1],
  [7, 29],
  [23, 28, 29],
  [6, 30],
  [],
  [8],
  [1],
  [8, 9, 25],
]

/** Easter Sunday by the method of Oudin (1940). */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const h = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const i = h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - golden) / 11))
  const j = (year + Math.floor(year / 4) + i + 2 - century + Math.floor(century / 4)) % 7
  const p = i - j
  const month = 3 + Math.floor((p + 40) / 44)
  return dayOf(year, month, p + 28 - 31 * Math.floor(month / 4))
}

/** Monday to Saturday, but for national holidays, Holy Thursday and Good Friday. */
export function worked(d: Day): boolean {
  const { year, month, day } = civil(d)
  if (weekday(d) === 0 || HOLIDAYS[month - 1]?.includes(day)) return false
  const beforeEaster = easterSunday(year) - d
  return beforeEaster !== 2 && beforeEaster !== 3
}
