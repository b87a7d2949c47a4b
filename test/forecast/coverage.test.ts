import { expect, test } from 'vitest'
import { coverageScores } from '../../src/forecast/coverage.ts'
import { forecast } from '../../src/forecast/forecast.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { after, panelOf, simulated } from './panels.ts'

const codes = ['010101', '010102', '010201', '020101', '020102', '020103']
const series = codes.map((code) => ({ ubigeo: ubigeo(code), product: 'p' }))

test('coverage adds up by department and by quintile of poverty; a district without a number has its province’s', () => {
  const coverage = { cells: Int32Array.of(10, 10, 10, 10, 10, 0), inside: Int32Array.of(8, 6, 10, 5, 5, 0) }
  const poverty = new Map(
    [
      ['010100', 0.1],
      ['010201', 0.2],
      ['020101', 0.5],
      ['020102', 0.4],
    ].map(([code, share]) => [ubigeo(String(code)), Number(share)] as const),
  )
  // Five places have a number: 010101 and 010102 (of their province), 010201, 020102, 020101 from least to most poor.
  expect(
    coverageScores('p', series, [0, 1, 2, 3, 4, 5], coverage, poverty).map((c) => [c.by, c.of, c.cells, c.coverage80]),
  ).toEqual([
    ['department', '010000', 30, 24 / 30],
    ['department', '020000', 20, 10 / 20],
    ['poverty-quintile', '1', 10, 0.8],
    ['poverty-quintile', '2', 10, 0.6],
    ['poverty-quintile', '3', 10, 1],
    ['poverty-quintile', '4', 10, 0.5],
    ['poverty-quintile', '5', 10, 0.5],
  ])
})

test('a forecast reports the coverage of what it chose, near nominal where the counts are what they seem', () => {
  const panel = panelOf(simulated(40, 60, 31, () => 6))
  const { coverage } = forecast({ panel, window: after(panel), seed: 1 })
  expect(coverage.map((c) => [c.by, c.of])).toEqual([['department', '010000']])
  // 40 places × 4 origins × 3 months = 480, of about 6 different months: 240 facts, sd 0.026; both ends of a count's interval are in it.
  expect(coverage[0]!.cells).toBe(480)
  expect(coverage[0]!.coverage80).toBeGreaterThan(0.8 - 3 * 0.026)
  expect(coverage[0]!.coverage80).toBeLessThan(0.9)
})
