import { expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import { nodeForecasts } from '../../src/forecast/hierarchy.ts'
import { quantileSorted } from '../../src/kernel/quantile.ts'
import { DRAWS, LEVELS } from '../../src/model/forecast.ts'
import { after, panelOf, simulated } from './panels.ts'

const rows = simulated(5, 40, 21)
const [a, b, c, d, e] = Object.values(rows) as [number[], number[], number[], number[], number[]]
const panel = panelOf({ '010101 p': a, '010102 p': b, '010201 p': c, '020101 p': d, '020101 q': e, '030200 q': a })
const { forecast: made } = forecast({ panel, window: after(panel, 2), seed: 1 })
const nodes = nodeForecasts(made)
const find = (ubigeo: string, product = 'p', j = 0) =>
  nodes.find((n) => n.ubigeo === ubigeo && n.product === product && n.period === made.periods[j])!

test('every node above a series is there once per product and month, in order', () => {
  expect([...new Set(nodes.map((n) => `${n.ubigeo} ${n.product}`))]).toEqual([
    '000000 p',
    '000000 q',
    '010000 p',
    '010100 p',
    '010101 p',
    '010102 p',
    '010200 p',
    '010201 p',
    '020000 p',
    '020000 q',
    '020100 p',
    '020100 q',
    '020101 p',
    '020101 q',
    '030000 q',
    '030200 q',
  ])
  expect(nodes.length).toBe(16 * 2)
})

test('means add up over the hierarchy', () => {
  for (const j of [0, 1]) {
    const mean = (code: string) => find(code, 'p', j).mean
    expect(Math.abs(mean('010100') - mean('010101') - mean('010102'))).toBeLessThan(1e-9)
    expect(Math.abs(mean('010000') - mean('010100') - mean('010200'))).toBeLessThan(1e-9)
    expect(Math.abs(mean('000000') - mean('010000') - mean('020000'))).toBeLessThan(1e-9)
  }
})

test('the quantiles of a sum are those of the summed draws', () => {
  const sums = Float64Array.from({ length: DRAWS }, (_, w) => {
    const draw = (s: number) => made.draws[s * 2 * DRAWS + w]!
    return draw(0) + draw(1) + draw(2)
  }).sort()
  expect([...find('010000').quantiles]).toEqual(LEVELS.map((level) => quantileSorted(sums, level)))
  expect([...find('010201').quantiles]).toEqual([
    ...made.quantiles.subarray(2 * 2 * LEVELS.length).subarray(0, LEVELS.length),
  ])
})
