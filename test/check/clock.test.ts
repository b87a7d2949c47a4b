import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { worked } from '../../src/check/calendar.ts'
import { drive, earliest } from '../../src/check/clock.ts'
import { day, dayOf, formatDay, instant, startOfDay } from '../../src/model/day.ts'
import { seconds } from '../../src/model/units.ts'
import { isWorkingDay } from '../../src/model/working-day.ts'

const HOUR = 3600
const crew = { shiftStart: seconds(7 * HOUR), shiftEnd: seconds(17 * HOUR) }
/** 30 March 2026. Holy Thursday and Good Friday are 2 and 3 April, and 5 April is Easter. */
const monday = dayOf(2026, 3, 30)

test('two statements of the calendar agree on every day from 1990 to 2060', () => {
  const differ: string[] = []
  for (let d = dayOf(1990, 1, 1); d < dayOf(2061, 1, 1); d = day(d + 1)) {
    if (worked(d) !== isWorkingDay(d)) differ.push(formatDay(d))
  }
  expect(differ).toEqual([])
})

test('Holy Thursday and Good Friday of three known years are not worked', () => {
  // Easter was on 2000-04-23, 2019-04-21 and is on 2026-04-05.
  const easters = [dayOf(2000, 4, 23), dayOf(2019, 4, 21), dayOf(2026, 4, 5)]
  for (const easter of easters) {
    expect([-4, -3, -2, -1, 0, 1].map((n) => worked(day(easter + n)))).toEqual([true, false, false, true, false, true])
  }
})

test('a drive rests at night, over Holy Week and on Sunday', () => {
  // Wednesday 16:00 + 12 h: 1 h, then 10 h on Saturday, 1 h on Monday.
  const wednesday = day(monday + 2)
  const found = drive(instant(startOfDay(wednesday) + 16 * HOUR), 12 * HOUR, crew)
  expect(found?.arrive).toBe(startOfDay(day(monday + 7)) + 8 * HOUR)
  expect(found?.days).toEqual([wednesday, monday + 5, monday + 7])
})

test('a drive that ends with the shift arrives that day, and the next one begins the next', () => {
  const end = instant(startOfDay(monday) + 17 * HOUR)
  expect(drive(instant(end - HOUR), HOUR, crew)?.arrive).toBe(end)
  expect(drive(end, 1, crew)?.arrive).toBe(startOfDay(day(monday + 1)) + 7 * HOUR + 1)
  expect(drive(end, 0, crew)?.arrive).toBe(end)
})

test('a crew without a shift never arrives', () => {
  expect(drive(startOfDay(monday), 1, { shiftStart: seconds(9 * HOUR), shiftEnd: seconds(9 * HOUR) })).toBeUndefined()
})

const start = fc.integer({ min: 0, max: 14 * 24 - 1 }).map((h) => instant(startOfDay(monday) + h * HOUR))
const shift = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ shiftStart: seconds(from * HOUR), shiftEnd: seconds((from + length) * HOUR) }))

test('a drive of whole hours uses them up one by one', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 60 }), shift, (from, hours, by) => {
      let t = from as number
      for (let left = hours; left > 0; t += HOUR) {
        const d = day(Math.floor(t / 86_400))
        const time = t - startOfDay(d)
        if (worked(d) && time >= by.shiftStart && time < by.shiftEnd) left--
      }
      expect(drive(from, hours * HOUR, by)?.arrive).toBe(t)
    }),
    { seed: 3 },
  )
})

test('a service begins at the first hour that its window and its shift allow', () => {
  const window = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 4 }))
  fc.assert(
    fc.property(start, window, fc.integer({ min: 1, max: 5 }), shift, (from, [opens, length], hours, by) => {
      const service = { opens: opens * HOUR, closes: (opens + length) * HOUR, seconds: hours * HOUR }
      let first: number | undefined
      for (let t: number = from; first === undefined && t < from + 21 * 86_400; t += HOUR) {
        const d = day(Math.floor(t / 86_400))
        const time = t - startOfDay(d)
        const open = time >= service.opens && time <= service.closes
        if (worked(d) && open && time >= by.shiftStart && time + service.seconds <= by.shiftEnd) first = t
      }
      expect(earliest(from, service, by)).toBe(first)
    }),
    { seed: 4 },
  )
})
