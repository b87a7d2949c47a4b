import { expect, test } from 'vitest'
import { monthOf } from '../../src/model/month.ts'
import {
  chance,
  count,
  counted,
  decimal,
  estimate,
  longMonth,
  moment,
  percent,
  range,
  shortDay,
  shortMonth,
  soles,
  times,
} from '../../src/messages/format.ts'

test('one is not many', () => {
  expect([0, 1, 1200].map((n) => counted(n, 'kit', 'kits'))).toEqual(['0 kits', '1 kit', '1,200 kits'])
})

test('thousands are always grouped, also in numbers of four digits', () => {
  expect([count(0), count(999), count(1000), count(12_067), count(1_210_836)]).toEqual([
    '0',
    '999',
    '1,000',
    '12,067',
    '1,210,836',
  ])
})

test('a negative number has the true minus, and what rounds to zero has none', () => {
  expect([count(-72), decimal(-1234.56, 1), decimal(-0.04, 1), count(-0.4)]).toEqual(['−72', '−1,234.6', '0.0', '0'])
})

test('a forecast is shown to two significant figures', () => {
  // 40,412 → 40,000; 184,999 → 180,000; 1,149 → 1,100; 96.4 → 96; 99.6 → 100; 9.6 → 10; 9.3 → 9
  expect([40_412, 184_999, 1149, 96.4, 99.6, 9.6, 9.3].map(estimate)).toEqual([
    '40,000',
    '180,000',
    '1,100',
    '96',
    '100',
    '10',
    '9',
  ])
})

test('a forecast that is small is not shown as zero, and zero is', () => {
  expect([estimate(0), estimate(0.02), estimate(0.5)]).toEqual(['0', '<\u00a01', '1'])
})

test('units stand behind a no-break space', () => {
  expect([percent(0.654), soles(814_449), times(4), times(1.5), range('1', '2,200')]).toEqual([
    '65\u00a0%',
    'S/\u00a08,144',
    '×4',
    '×1.5',
    '1 – 2,200',
  ])
})

test('months are written out, September as Peru writes it', () => {
  const set = monthOf(2023, 9)
  expect([longMonth(set, 'es'), shortMonth(set, 'es'), longMonth(set, 'en'), shortMonth(set, 'en')]).toEqual([
    'setiembre de 2023',
    'set. de 2023',
    'September 2023',
    'Sep 2023',
  ])
})

test('a moment is day, month and 24-hour time', () => {
  expect([shortDay('2025-09-08', 'es'), shortDay('2025-09-08', 'en')]).toEqual(['8 set 2025', '8 Sep 2025'])
  expect([moment('2022-12-02T08:14:59', 'es'), moment('2022-12-02T20:04:00', 'en')]).toEqual([
    '2 dic, 08:14',
    '2 Dec, 20:04',
  ])
})

test('a chance that was counted in 400 draws is never told as certain, nor as impossible of what has happened', () => {
  // 399 of 400 are 99.75 %, which would round to 100 %; 2 of 400 are 0.5 %.
  expect([1, 399 / 400, 0.99, 0.654].map((share) => chance(share, true))).toEqual([
    '>\u00a099\u00a0%',
    '>\u00a099\u00a0%',
    '99\u00a0%',
    '65\u00a0%',
  ])
  expect([chance(0, true), chance(1 / 400, false), chance(2 / 400, true), chance(0, false)]).toEqual([
    '<\u00a01\u00a0%',
    '<\u00a01\u00a0%',
    '1\u00a0%',
    '0\u00a0%',
  ])
})
