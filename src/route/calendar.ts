import { addDays, type Day, dayOfInstant, firstDay, type Instant, instant, lastDay, startOfDay } from '../model/day.ts'
import type { Month } from '../model/month.ts'
import { isWorkingDay } from '../model/working-day.ts'

/** Days after the month within which every tour must be back: a longer one is taken for a mistake in speeds or distances. */
const HORIZON_DAYS = 366

/** The working days of a month and of the year after it. */
export interface Calendar {
  readonly first: Day
  /** Working days in the month itself: on these a tour may begin. */
  readonly startDays: number
  /** Ascending. */
  readonly days: Int32Array
  /** By days since `first`: index of the first working day that is not earlier. */
  readonly nextIndex: Int32Array
}

export function calendarOf(month: Month): Calendar {
  const first = firstDay(month)
  const length = lastDay(month) - first + 1
  const span = length + HORIZON_DAYS
  const nextIndex = new Int32Array(span)
  const days: number[] = []
  let startDays = 0
  for (let i = 0; i < span; i++) {
    nextIndex[i] = days.length
    if (!isWorkingDay(addDays(first, i))) continue
    days.push(addDays(first, i))
    if (i < length) startDays++
  }
  return { first, startDays, days: Int32Array.from(days), nextIndex }
}

/** Index of the working day a moment falls on, or of the next one; beyond the horizon, the number of days. */
export function workingIndex(calendar: Calendar, t: Instant): number {
  const since = dayOfInstant(t) - calendar.first
  return since >= calendar.nextIndex.length ? calendar.days.length : calendar.nextIndex[Math.max(0, since)]
}

/**
 * Working time runs only inside shifts of working days: working second w lies w mod `shiftS` seconds into shift number ⌊w / shiftS⌋.
 * So a tour's timing is the same on every date, and driving through nights and Sundays is one addition.
 */
export interface Shift {
  /** Time of day at which it begins [s]. */
  readonly startS: number
  /** Its length [s], above 0. */
  readonly shiftS: number
}

/** The moment of a working second at which something begins: the end of a shift is the start of the next. */
export function beginning({ days }: Calendar, { startS, shiftS }: Shift, work: number): Instant {
  const index = Math.floor(work / shiftS)
  return instant(days[index] * 86_400 + startS + work - index * shiftS)
}

/** The moment of a working second at which something that took time ends: the end of a shift is itself. */
export function ending({ days }: Calendar, { startS, shiftS }: Shift, work: number): Instant {
  const index = Math.max(0, Math.ceil(work / shiftS) - 1)
  return instant(days[index] * 86_400 + startS + work - index * shiftS)
}

/** The working second of a moment inside a shift of the working day with this index. */
export function workOf({ days }: Calendar, { startS, shiftS }: Shift, index: number, t: Instant): number {
  return index * shiftS + t - (startOfDay(days[index] as Day) + startS)
}
