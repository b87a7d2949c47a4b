import { expect, test } from 'vitest'
import { historiesOf, scheduleOf } from '../../../src/forecast/compare.ts'
import { emptyForecast } from '../../../src/forecast/draw.ts'
import { forecast } from '../../../src/forecast/forecast.ts'
import { fitGroup } from '../../../src/forecast/fit-group.ts'
import { PLAN_LEVELS } from '../../../src/forecast/levels.ts'
import { MEMBERS } from '../../../src/forecast/members.ts'
import { fitReconciliation } from '../../../src/forecast/reconcile/reconcile.ts'
import { nodeForecasts } from '../../../src/forecast/hierarchy.ts'
import { reconcileDraws } from '../../../src/forecast/reconcile/reconcile-draws.ts'
import { placeTree } from '../../../src/forecast/reconcile/tree.ts'
import { DRAWS, LEVELS } from '../../../src/model/forecast.ts'
import { addMonths } from '../../../src/model/month.ts'
import { levelOf } from '../../../src/model/ubigeo.ts'
import { negativeBinomial, seedFor, stream } from '../../../src/kernel/random.ts'
import { after, panelOf } from '../panels.ts'

/** Three departments of two provinces of three districts, whose demand is noise about a share of a department's season. */
function country(months: number) {
  const rows: Record<string, number[]> = {}
  for (const d of [1, 2, 3])
    for (const p of [1, 2])
      for (const i of [1, 2, 3]) {
        const code = `0${d}0${p}0${i}`
        const random = stream(seedFor(7, code))
        rows[`${code} p`] = Array.from({ length: months }, (_, t) =>
          i === 3 && p === 2 ? 0 : negativeBinomial(random, 2 + 2 * d * (1 + Math.cos((Math.PI * t) / 6)), 1),
        )
      }
  return panelOf(rows)
}

test('after reconciliation means and quantiles are still those of the draws, which are not negative, and zeros stay zero', () => {
  const panel = country(60)
  const { forecast: made, methods, notes } = forecast({ panel, window: after(panel), seed: 1 })
  expect(methods.get('p')!.agreement).toBeDefined()
  expect(notes.filter((n) => n.code === 'sums-agree')).toHaveLength(1)
  made.mean.forEach((mean, cell) => {
    const draws = made.draws.subarray(cell * DRAWS, (cell + 1) * DRAWS)
    expect(mean).toBeCloseTo(draws.reduce((a, b) => a + b, 0) / DRAWS, 8)
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
    const sorted = Float64Array.from(draws).sort()
    const median = made.quantiles[cell * LEVELS.length + LEVELS.indexOf(0.5)]!
    expect(median).toBeCloseTo((sorted[199]! + sorted[200]!) / 2, 8)
  })
  const silent = made.series.flatMap(({ ubigeo }, s) => (ubigeo.endsWith('0203') ? [s] : []))
  expect(silent).toHaveLength(3)
  for (const s of silent) expect(made.mean.subarray(3 * s, 3 * s + 3)).toEqual(new Float64Array(3))
})

test('every node’s mean is what its parts’ means add up to', () => {
  const panel = country(60)
  const nodes = nodeForecasts(forecast({ panel, window: after(panel), seed: 1 }).forecast)
  const total = (level: string, period: number): number =>
    nodes.reduce((sum, n) => sum + (levelOf(n.ubigeo) === level && n.period === period ? n.mean : 0), 0)
  for (const { period } of nodes.filter((n) => n.ubigeo === '000000'))
    for (const level of ['department', 'province', 'district'])
      expect(total(level, period)).toBeCloseTo(total('nation', period), 8)
})

test('the way that is used is the one of least error of all four', () => {
  const panel = country(60)
  const window = after(panel)
  const [known] = historiesOf(panel, window)
  const { group, rows, end } = known!
  const plan = scheduleOf(known!, window)
  const fitted = fitGroup(group, plan, end, PLAN_LEVELS, MEMBERS, () => true)
  const tree = placeTree(rows.map((s) => panel.series[s]!.ubigeo))
  const { way, losses } = fitReconciliation(tree, group, plan, end, fitted.means, MEMBERS, () => true)!.choice
  expect([...losses.keys()].sort()).toEqual(['bottom-up', 'level-conditional', 'mint-shrink', 'wls-variance'])
  expect(losses.get(way)).toBe(Math.min(...losses.values()))
})

test('draws are moved to the reconciled means, each month of a place by one factor', () => {
  const panel = panelOf({ '010101 p': [1], '010102 p': [1] })
  const out = emptyForecast(panel, addMonths(panel.first, 1), 1)
  // Means 2 and 0.
  out.draws.subarray(0, DRAWS).set(Float64Array.from({ length: DRAWS }, (_, w) => (w % 2 === 0 ? 4 : 0)))
  out.mean[0] = 2
  out.quantiles.fill(3, 0, LEVELS.length)
  const tree = placeTree(panel.series.map((s) => s.ubigeo))
  const project = (base: Float64Array) => Float64Array.from(base, (x) => 2.5 * x)
  const use = () => expect.unreachable('no sum has a forecast of its own')
  reconcileDraws(out, [0, 1], { tree, levels: [], way: 'wls-variance', project }, use, 1, 1)
  expect([...out.draws.subarray(0, 3)]).toEqual([10, 0, 10])
  expect([...out.mean]).toEqual([5, 0])
  expect(out.quantiles[0]).toBe(7.5)
  expect(out.draws.subarray(DRAWS).every((x) => x === 0)).toBe(true)
})
