import { quantileSorted } from '../kernel/quantile.ts'
import { type Day, day, firstDay, lastDay, monthOfDay } from '../model/day.ts'
import { addMonths, type Month } from '../model/month.ts'
import type { RegisterMonth } from '../model/observation.ts'

/** More days than this without one row in the whole country are a hole: the register was not kept, or not all of it is here. */
const QUIET_DAYS = 3
/** Below this share of the register's median share of counted rows, counts have not arrived yet. */
const COUNTED = 0.5

/** What the rows of a register say about its completeness. */
export interface RegisterRows {
  /** Any row, also of hazards that are set aside: the register was kept that day. */
  see(day: Day): void
  /** A row that counts, and whether it counts any person or house. */
  count(day: Day, counted: boolean): void
  months(register: string): readonly RegisterMonth[]
}

type Status = RegisterMonth['events']

export function registerRows(): RegisterRows {
  const rows = new Map<Day, number>()
  const used = new Map<Month, { rows: number; counted: number }>()

  return {
    see(d) {
      rows.set(d, (rows.get(d) ?? 0) + 1)
    },
    count(d, counted) {
      const m = monthOfDay(d)
      const known = used.get(m) ?? { rows: 0, counted: 0 }
      known.rows++
      if (counted) known.counted++
      used.set(m, known)
    },
    months(register) {
      const days = [...rows.keys()].sort((a, b) => a - b)
      const first = days[0]
      const last = days.at(-1)
      if (first === undefined || last === undefined) return []
      const hole = holes(days)
      const shares = [...used.values()].map((m) => m.counted / m.rows).sort((a, b) => a - b)
      const median = shares.length > 0 ? quantileSorted(shares, 0.5) : 0

      const months: RegisterMonth[] = []
      for (let m = monthOfDay(first); m <= monthOfDay(last); m = addMonths(m, 1)) {
        const length = lastDay(m) - firstDay(m) + 1
        let daysInHoles = 0
        let all = 0
        for (let d = firstDay(m); d <= lastDay(m); d = day(d + 1)) {
          if (d < first || d > last || hole.has(d)) daysInHoles++
          all += rows.get(d) ?? 0
        }
        const month = used.get(m)
        const countedShare = month === undefined ? 0 : month.counted / month.rows
        const events: Status = daysInHoles === 0 ? 'observed' : daysInHoles === length ? 'missing' : 'censored'
        const late = month !== undefined && countedShare < COUNTED * median
        const persons: Status = events === 'observed' && late ? 'censored' : events
        months.push({ register, period: m, rows: all, daysInHoles, days: length, countedShare, events, persons })
      }
      return months
    },
  }
}

/** Days between two days with rows that lie more than {@link QUIET_DAYS} quiet days apart. */
function holes(days: readonly Day[]): ReadonlySet<Day> {
  const inside = new Set<Day>()
  for (let i = 1; i < days.length; i++) {
    const from = days[i - 1] as Day
    const to = days[i] as Day
    if (to - from - 1 > QUIET_DAYS) for (let d = from + 1; d < to; d++) inside.add(day(d))
  }
  return inside
}
