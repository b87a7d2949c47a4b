import { normal, seedFor, stream } from '../kernel/random.ts'
import { addMonths, calendarMonth, formatMonth, yearOfMonth } from '../model/month.ts'
import type { Cells } from './csv.ts'
import type { Disasters } from './disasters.ts'

/** How warm the sea is from the October before the summer of El Niño to the May after it [°C]. */
const WARMING = [0.4, 0.8, 1.2, 1.6, 1.9, 1.8, 1.2, 0.6]
const OCTOBER = 10
/** Share of a month's deviation that is still there in the next, and what comes anew [°C]. */
const PERSISTENCE = 0.7
const NOISE = 0.25

/** The anomaly of the sea off the north coast, month by month: known once it has come, it warns of El Niño some months ahead. */
export function seaRows(seed: number, { first, months, ninoYear }: Disasters): readonly Cells[] {
  const random = stream(seedFor(seed, 'sea'))
  let weather = 0
  return Array.from({ length: months }, (_, t) => {
    const month = addMonths(first, t)
    weather = PERSISTENCE * weather + NOISE * normal(random)
    const since =
      ninoYear === undefined ? -1 : (yearOfMonth(month) - ninoYear + 1) * 12 + calendarMonth(month) - OCTOBER
    const value = (weather + (WARMING[since] ?? 0)).toFixed(2)
    return { period: formatMonth(month), covariate: 'anomalia_mar', class: 'past-only', value }
  })
}
