import { expect, test } from 'vitest'
import type { ForecastResponse } from '../../src/api/forecast.ts'
import { addMonths, monthOf } from '../../src/model/month.ts'
import { leadsOf, pastChecks } from '../../web/src/forecast/past-record.ts'
import { comparison, seasonFacts } from '../../web/src/forecast/season-facts.ts'
import { type Predicted, type Recorded, sameMonths, spreadUnknown } from '../../web/src/forecast/shown-forecast.ts'
import { matches, searchable } from '../../web/src/frame/place-matches.ts'
import { csvText } from '../../web/src/csv-text.ts'

/** From December 2019: in order of months, `null` missing. */
const recorded = (persons: readonly (number | null)[]): readonly Recorded[] =>
  persons.map((p, i) => ({
    at: addMonths(monthOf(2019, 12), i),
    persons: p ?? 0,
    status: p === null ? 'missing' : 'observed',
  }))
//                        dic  ene feb mar abr …                            dic ene feb
const past = recorded([4, 0, 7, null, 9, 9, 9, 9, 9, 9, 9, 9, 6, 0, 30])
const february = monthOf(2022, 2)

test('the season of a month is it and its neighbours, observed months only', () => {
  // January, February 2020 and 2021; March 2020 is missing, December is no neighbour.
  expect(seasonFacts(past, february)).toMatchObject({ months: 4, some: 2, since: 2020, from: 24_264, to: 24_266 })
  expect(seasonFacts(past, february).greatest?.persons).toBe(30)
  expect(seasonFacts([], february)).toMatchObject({ months: 0, greatest: undefined })
})

test('the numbers beside the predicted one are means of observed months', () => {
  expect(sameMonths(past, february).map((m) => m.persons)).toEqual([7, 30])
  // The last twelve observed: eight of 9 from April to November, 6, 0, 30, and February 2020 with 7.
  expect(comparison(past, february)).toEqual({
    lastYear: { months: 12, mean: (8 * 9 + 6 + 0 + 30 + 7) / 12 },
    sameMean: 18.5,
    sameMost: 30,
  })
  expect(comparison([], february)).toEqual({
    lastYear: { months: 0, mean: undefined },
    sameMean: undefined,
    sameMost: undefined,
  })
})

test('past forecasts are grouped by how far ahead they looked; the ends of the interval are inside', () => {
  const row = (origin: string, month: string, actual: number | null) => ({
    origin,
    month,
    mean: 1,
    quantiles: [2, 3, 4, 5, 6],
    actual,
  })
  const forecast = {
    pastLevels: [0.1, 0.25, 0.5, 0.75, 0.9],
    past: [
      row('2021-12', '2021-12', 2),
      row('2021-12', '2022-01', 6),
      row('2022-01', '2022-01', 6.1),
      row('2022-01', '2022-02', null),
    ],
  } as unknown as ForecastResponse
  expect(leadsOf(forecast)).toEqual([1, 2])
  expect(pastChecks(forecast, 1).map((c) => [c.at - monthOf(2021, 12), c.inside])).toEqual([
    [0, true],
    [1, false],
  ])
  expect(pastChecks(forecast, 2).map((c) => [c.eighty, c.median, c.actual, c.inside])).toEqual([
    [[2, 6], 4, 6, true],
    [[2, 6], 4, undefined, undefined],
  ])
})

test('a place is found by its name without accents, by what lies above it, and by its code', () => {
  const places = searchable([
    { ubigeo: '000000', name: 'Perú' },
    { ubigeo: '020000', name: 'Áncash' },
    { ubigeo: '020100', name: 'Huaraz' },
    { ubigeo: '020101', name: 'Huaraz' },
    { ubigeo: '090000', name: 'Huancavelica' },
    { ubigeo: '090100', name: 'Huancavelica' },
    { ubigeo: '090117', name: 'Yauli' },
    { ubigeo: '120805', name: 'Yauli' },
  ])
  const found = (text: string) => matches(places, text).map((p) => p.ubigeo)
  expect(found('ancash')).toEqual(['020000', '020100', '020101'])
  expect(found('yauli huanca')).toEqual(['090117'])
  // The department before its province before what only lies in them.
  expect(found('HUANCAVELICA')).toEqual(['090000', '090100', '090117'])
  expect(found('0901')).toEqual(['090100', '090117'])
  expect(found('peru')).toEqual(['000000'])
  expect(found('  ')).toEqual([])
  expect(places.find((p) => p.ubigeo === '090117')?.around).toBe('Huancavelica, Huancavelica')
})

test('a CSV cell that a spreadsheet would run is text, a separator is quoted, nothing is an empty cell', () => {
  expect(
    csvText(
      ['a', 'b'],
      [
        ['=1+1', 'x;"y"'],
        [null, -5],
        ['-5', '+cmd'],
      ],
    ),
  ).toBe('\ufeffa;b\r\n\'=1+1;"x;""y"""\r\n;-5\r\n-5;\'+cmd\r\n')
})

test('of one observed number the spread is not known; of several alike, or of none, it is as forecast', () => {
  const of = (numbers: readonly (number | null)[]) => ({ history: recorded(numbers) }) as unknown as ForecastResponse
  const ends = (low: number, high: number) => ({ most: [low, high] }) as unknown as Predicted
  expect(spreadUnknown(of([null, 25]), ends(25, 25))).toBe(true)
  expect(spreadUnknown(of([25, 25]), ends(25, 25))).toBe(false)
  expect(spreadUnknown(of([25]), ends(3, 90))).toBe(false)
  expect(spreadUnknown(of([0]), ends(0, 0))).toBe(false)
})
