import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPeriod, parsePeriod } from '../../../src/forecast/table/period.ts'
import { sideBySide } from '../../../src/forecast/table/side-by-side.ts'
import { tableForecast } from '../../../src/forecast/table/table-forecast.ts'
import { tableOf, type TableRow } from '../../../src/forecast/table/table.ts'
import { negativeBinomial, stream } from '../../../src/kernel/random.ts'

type Cell = readonly [series: string, period: string, quantity: number]
const rows = (...cells: readonly Cell[]): TableRow[] =>
  cells.map(([series, period, quantity], i) => ({ series, period, quantity, line: i + 2 }))
const read = (...cells: readonly Cell[]) => {
  const table = tableOf(rows(...cells))
  if (!table.ok) throw new Error(`line ${table.line}`)
  return table
}

test('every week, month and day is read back as it is written', () => {
  fc.assert(
    fc.property(fc.constantFrom('week', 'month', 'date'), fc.integer({ min: 0, max: 3000 }), (form, count) => {
      const period = { form, count: form === 'month' ? 1970 * 12 + (count % 1200) : count } as const
      expect(parsePeriod(formatPeriod(period))).toEqual(period)
    }),
    { numRuns: 500, seed: 1 },
  )
})

test('years of 53 weeks have a week 53, the others none', () => {
  // ISO 8601: 2015 and 2020 have 53 weeks; week 1 of 2021 begins on 4 January.
  const week = (text: string) => parsePeriod(text)?.count
  expect(week('2021-W01')! - week('2020-W53')!).toBe(1)
  expect([week('2019-W53'), week('2021-W53'), week('2021-W00')]).toEqual([undefined, undefined, undefined])
  expect(week('2016-W01')! - week('2015-W01')!).toBe(53)
})

test('the frequency is read from the periods, and what follows is written in their form', () => {
  const after = (...periods: readonly string[]) => {
    const { frequency, series } = read(...periods.map((p): [string, string, number] => ['a', p, 1]))
    const { first, values } = series[0]!
    return [frequency.unit, frequency.every, frequency.cycle, frequency.textOf(first + values.length)]
  }
  expect(after('2024-01', '2024-02', '2024-04')).toEqual(['month', 1, 12, '2024-05'])
  expect(after('2024-01', '2024-04', '2024-10')).toEqual(['month', 3, 4, '2025-01'])
  expect(after('2020-W51', '2020-W52')).toEqual(['week', 1, 52, '2020-W53'])
  expect(after('2024-01-31', '2024-02-29', '2024-03-31')).toEqual(['month', 1, 12, '2024-04-30'])
  expect(after('2024-01-15', '2024-02-15')).toEqual(['month', 1, 12, '2024-03-15'])
  expect(after('2024-01-01', '2024-01-08', '2024-01-22')).toEqual(['week', 1, 52, '2024-01-29'])
  expect(after('2024-02-27', '2024-02-28')).toEqual(['day', 1, 7, '2024-02-29'])
})

test('an absent row is missing, an empty cell is missing, rows of one period add up', () => {
  const { series, repeated } = read(
    ['a', '2024-01', 1],
    ['a', '2024-04', Number.NaN],
    ['a', '2024-01', 2],
    ['a', '2024-03', 0],
  )
  expect([...series[0]!.values]).toEqual([3, Number.NaN, 0, Number.NaN])
  expect(repeated).toBe(1)
})

test('a period that cannot be read, or in another form, is told by its line', () => {
  expect(tableOf(rows(['a', '2024-01', 1], ['a', '2024-13', 1]))).toMatchObject({
    ok: false,
    line: 3,
    period: '2024-13',
  })
  expect(tableOf(rows(['a', '2024-01', 1], ['a', '2024-W02', 1]))).toMatchObject({ ok: false, line: 3 })
})

test('series are moved by whole seasons only, and end in the last one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 30 })), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.constantFrom(1, 7, 12),
      (spans, cycle) => {
        const series = spans.map(([first, length], i) => ({
          name: `${i}`,
          first,
          values: new Float64Array(length).fill(i + 1),
        }))
        const { group, ends, end } = sideBySide(series, cycle)
        series.forEach((s, i) => {
          expect((ends[i]! - s.first - s.values.length) % cycle === 0).toBe(true)
          expect(end - ends[i]!).toBeLessThan(cycle)
          const row = group.values.subarray(i * group.steps, (i + 1) * group.steps)
          expect(row.filter((x) => x === i + 1).length).toBe(s.values.length)
          expect(row[ends[i]! - 1]).toBe(i + 1)
        })
      },
    ),
    { numRuns: 200, seed: 1 },
  )
})

const levels = [0.1, 0.5, 0.9]
const forecastOf = async (series: Record<string, readonly number[]>, horizon = 2) => {
  const { frequency, series: made } = read(
    ...Object.entries(series).flatMap(([name, values]) =>
      values.map((x, t): [string, string, number] => [name, formatPeriod({ form: 'month', count: 24_000 + t }), x]),
    ),
  )
  const result = await tableForecast({ series: made, frequency, horizon, levels, seed: 1 })
  const of = (name: string): number[] => {
    const i = made.findIndex((s) => s.name === name)
    return [...result.quantiles.subarray(i * horizon * 3, (i + 1) * horizon * 3)]
  }
  return { of, codes: result.notes.map((n) => n.code), notes: result.notes }
}

const random = stream(9)
const year = Array.from({ length: 48 }, (_, t) => 5 + (t % 12) + negativeBinomial(random, 3, 2))

test('bad series are forecast where something is known, and said', async () => {
  const gap = [...year.slice(0, 12), ...Array.from({ length: 20 }, () => Number.NaN), ...year.slice(32)]
  const { of, notes } = await forecastOf({
    year,
    zero: year.map(() => 0),
    none: year.map(() => Number.NaN),
    one: [7],
    negative: year.map((x) => x - 10),
    gap,
  })
  expect(of('zero')).toEqual([0, 0, 0, 0, 0, 0])
  expect(of('none').every(Number.isNaN)).toBe(true)
  expect(of('one').every((x) => x >= 0 && Number.isFinite(x))).toBe(true)
  expect(of('negative')[0]).toBeLessThan(0)
  expect(of('gap').every((x) => Number.isFinite(x) && x >= 0)).toBe(true)
  const named = (code: string) => notes.find((n) => n.code === code)
  expect(named('series-zero')).toMatchObject({ series: ['zero'] })
  expect(named('series-unknown')).toMatchObject({ series: ['none'] })
  expect(named('series-short')).toMatchObject({ series: ['one'] })
  expect(named('series-negative')).toMatchObject({ series: ['negative'] })
  // Months 12 to 31 from January 2000 on are absent: 20, between December 2000 and September 2002.
  expect(named('series-gap')).toMatchObject({ series: ['gap'], steps: 20, from: '2000-12', to: '2002-09' })
})

test('the order of the series changes nothing', async () => {
  const others = { b: year.map((x) => 2 * x), c: year.map((x, t) => (t % 4 === 0 ? x : 0)) }
  const [a, b] = await Promise.all([forecastOf({ year, ...others }), forecastOf({ ...others, year })])
  for (const name of ['year', 'b', 'c'])
    a.of(name).forEach((x, i) => expect(Math.abs(b.of(name)[i]! - x)).toBeLessThan(1e-6 * Math.max(1, x)))
})

test('less than a season and a half looks for none', async () => {
  expect((await forecastOf({ a: year.slice(0, 17) })).codes).toContain('table-without-season')
  expect((await forecastOf({ a: year.slice(0, 18) })).codes).not.toContain('table-without-season')
})
