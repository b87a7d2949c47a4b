import { expect, test } from 'vitest'
import { registerRows } from '../../src/ingest/register-months.ts'
import { addDays, dayOf, formatDay } from '../../src/model/day.ts'
import { formatMonth } from '../../src/model/month.ts'

/** A row on every day from the first to the last, but for those in `quiet`; one of two counts damage unless the day is in `late`. */
function register(
  first: string,
  last: string,
  quiet: (day: string) => boolean,
  late: (day: string) => boolean = () => false,
) {
  const rows = registerRows()
  const [y = 0, m = 0, d = 0] = first.split('-').map(Number)
  for (let at = dayOf(y, m, d); formatDay(at) <= last; at = addDays(at, 1)) {
    const text = formatDay(at)
    if (quiet(text)) continue
    rows.see(at)
    rows.count(at, at % 2 === 0 && !late(text))
  }
  return rows.months('r').map((r) => `${formatMonth(r.period)} ${r.daysInHoles}/${r.days} ${r.events} ${r.persons}`)
}

test('three quiet days are no hole, four are: the months they touch are censored', () => {
  expect(register('2022-01-01', '2022-02-28', (d) => d >= '2022-01-10' && d <= '2022-01-12')).toEqual([
    '2022-01 0/31 observed observed',
    '2022-02 0/28 observed observed',
  ])
  // 30 and 31 January, 1 and 2 February: two days of the hole in each month.
  expect(register('2022-01-01', '2022-02-28', (d) => d >= '2022-01-30' && d <= '2022-02-02')).toEqual([
    '2022-01 2/31 censored censored',
    '2022-02 2/28 censored censored',
  ])
})

test('a month wholly in a hole is missing', () => {
  expect(register('2022-01-01', '2022-03-31', (d) => d.startsWith('2022-02'))).toEqual([
    '2022-01 0/31 observed observed',
    '2022-02 28/28 missing missing',
    '2022-03 0/31 observed observed',
  ])
})

test('a month that the register only partly covers is censored at both ends', () => {
  expect(register('2022-01-03', '2022-03-30', () => false)).toEqual([
    '2022-01 2/31 censored censored',
    '2022-02 0/28 observed observed',
    '2022-03 1/31 censored censored',
  ])
})

test('a month whose share of counted rows is below half of the median is censored for persons alone', () => {
  // Median share of the six months about ½; June: none counted.
  const months = register(
    '2022-01-01',
    '2022-06-30',
    () => false,
    (d) => d.startsWith('2022-06'),
  )
  expect(months.slice(-2)).toEqual(['2022-05 0/31 observed observed', '2022-06 0/30 observed censored'])
})
