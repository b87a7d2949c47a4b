import { expect, test } from 'vitest'
import { backtest } from '../../src/forecast/backtest.ts'
import { forecast } from '../../src/forecast/forecast.ts'
import { nodeForecasts } from '../../src/forecast/hierarchy.ts'
import { PLAN_LEVELS } from '../../src/forecast/levels.ts'
import type { Member } from '../../src/forecast/member.ts'
import { MEMBERS } from '../../src/forecast/members.ts'
import { PAST_LEVELS, type PastForecast, pastForecasts } from '../../src/forecast/past-forecasts.ts'
import { LEVELS, type MethodName } from '../../src/model/forecast.ts'
import type { DemandPanel } from '../../src/model/demand.ts'
import { addMonths } from '../../src/model/month.ts'
import { memberOf } from '../../src/forecast/method.ts'
import { pastMethods, type Way } from '../../src/forecast/past-methods.ts'
import { productHistories } from '../../src/forecast/product-history.ts'
import { schedule } from '../../src/forecast/schedule.ts'
import { after, type Cell, code, panelOf, simulated } from './panels.ts'

const MONTHS = 40
const methods: readonly MethodName[] = [
  'empirical-season',
  'seasonal-naive',
  'seasonal-average-12',
  'moving-average-18',
]

const always = (member: Member | undefined, product = 'p') => {
  if (member === undefined) throw new Error('no such member')
  return new Map([[product, { members: Array.from({ length: 12 }, () => member) }]])
}
const chosen = (method: MethodName, product = 'p') =>
  always(
    MEMBERS.find((m) => m.name === method),
    product,
  )

/** The members put together in one way at each origin, as the backtest of the panel's product has it. */
function together(panel: DemandPanel, way: Way, counts: boolean) {
  const [known] = productHistories(panel, panel.months)
  if (known === undefined) throw new Error('one product')
  const plan = schedule(known.group, known.start, known.end, 3)
  const { record, origins } = backtest(known.group, plan, MEMBERS, PLAN_LEVELS, () => true)
  const usable = MEMBERS.flatMap(({ name }, m) => (name === 'zero' ? [] : [m]))
  const past = pastMethods({ record, members: MEMBERS, plan, done: origins, levels: PLAN_LEVELS, usable, counts }, way)
  return new Map([['p', { members: past.map((method) => memberOf(method, MEMBERS)) }]])
}
const told = ({ ubigeo, period, mean, quantiles }: PastForecast) => [ubigeo, period, mean, ...quantiles]

test('a past forecast never sees what came from its origin on', () => {
  const rows = simulated(4, MONTHS, 21)
  const panel = panelOf(rows)
  const origin = addMonths(panel.first, 30)
  const changed = panelOf(
    Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row.map((x, t) => (t < 30 ? x : 9999 - t))])),
  )
  for (const method of methods) {
    const [seen, unseen] = [panel, changed].map((p) =>
      pastForecasts(p, after(panel), chosen(method), { seed: 1 }).filter((row) => row.origin <= origin),
    )
    expect(seen?.map(told)).toEqual(unseen?.map(told))
    // Origins 26 … 30, three months; four districts, each in a province of its own, the department and the nation.
    expect(seen).toHaveLength(5 * 3 * 10)
  }
  for (const combined of [true, false])
    for (const counts of [true, false]) {
      const way = { combined, calibrated: true, member: 4 }
      const [seen, unseen] = [panel, changed].map((p) =>
        pastForecasts(p, after(panel), together(p, way, counts), { seed: 1 }).filter((row) => row.origin <= origin),
      )
      expect(seen?.map(told)).toEqual(unseen?.map(told))
      expect(seen).toHaveLength(5 * 3 * 10)
    }
})

test('weights and calibration are of what had come by then: before anything had, all members weigh the same', () => {
  const panel = panelOf(simulated(40, MONTHS, 25))
  const made = (way: Way) => pastForecasts(panel, after(panel), together(panel, way, true), { seed: 1 })
  const combined = made({ combined: true, calibrated: false, member: 0 })
  const calibrated = made({ combined: true, calibrated: true, member: 0 })
  const means = MEMBERS.filter(({ name }) => name !== 'zero').map(({ name }) =>
    pastForecasts(panel, after(panel), chosen(name), { seed: 1 }),
  )
  // Of four at a time, the earliest origins 26 … 29 know what had come before 26: nothing.
  const first = addMonths(panel.first, 29)
  const early = (row: PastForecast) => row.origin <= first
  expect(calibrated.filter(early)).toEqual(combined.filter(early))
  expect(calibrated.filter((row) => !early(row))).not.toEqual(combined.filter((row) => !early(row)))
  combined.forEach((row, i) => {
    if (!early(row) || row.ubigeo !== '000000') return
    const even = means.reduce((sum, of) => sum + (of[i]?.mean ?? Number.NaN), 0) / means.length
    expect(row.mean).toBeCloseTo(even, 6)
  })
})

test('once cancelled, the rest is left out', () => {
  const panel = panelOf(simulated(2, MONTHS, 26))
  let asked = 0
  const past = pastForecasts(panel, after(panel), chosen('zero'), { seed: 1 }, undefined, () => ++asked > 2)
  expect(new Set(past.map((row) => row.origin)).size).toBe(2)
})

test('it is what the forecast was on that day, had the same method been in use', () => {
  const panel = panelOf(simulated(3, MONTHS, 22))
  const window = { from: addMonths(panel.first, 33), months: 3 }
  const then = forecast({ panel, window, seed: 5 })
  const { members } = always(memberOf(then.methods.get('p')!, MEMBERS)).get('p')!
  const agreed = then.past.get('p')?.reconciled
  const reconciled = agreed && { ...agreed, levels: agreed.levels.map((level) => ({ ...level, past: [] })) }
  const inUse = new Map([['p', { members, ...(reconciled && { reconciled }) }]])
  const past = pastForecasts(panel, after(panel), inUse, { seed: 5 }).filter((row) => row.origin === window.from)
  const kept = PAST_LEVELS.map((level) => LEVELS.indexOf(level))
  expect(past.map(told)).toEqual(
    nodeForecasts(then.forecast).map(({ ubigeo, period, mean, quantiles }) => [
      ubigeo,
      period,
      mean,
      ...kept.map((q) => quantiles[q]),
    ]),
  )
})

test('means of a department are those of its districts added up, and so is what came', () => {
  const panel = panelOf(simulated(3, MONTHS, 23))
  const past = pastForecasts(panel, after(panel), chosen('seasonal-average-18'), { seed: 1 })
  const departments = past.filter((row) => row.ubigeo === '010000')
  expect(departments).toHaveLength(12 * 3)
  for (const { origin, period, mean, actual } of departments) {
    const districts = past.filter((r) => r.origin === origin && r.period === period && !r.ubigeo.endsWith('00'))
    expect(districts.map((d) => d.ubigeo)).toEqual([0, 1, 2].map(code))
    const sum = (of: (row: PastForecast) => number) => districts.reduce((total, d) => total + of(d), 0)
    expect(mean).toBeCloseTo(
      sum((d) => d.mean),
      9,
    )
    expect(actual).toBe(sum((d) => d.actual ?? Number.NaN))
  }
})

test('what came is not told of a month that is censored or missing, nor of a sum that lacks more than a twentieth of its places', () => {
  const cells = (last: Cell): readonly Cell[] => [...Array.from({ length: MONTHS - 1 }, () => 2), last]
  const panel = panelOf({ '010101 p': cells(2), '010102 p': cells([7]), '010103 p': cells(null), '010201 p': cells(2) })
  const last = addMonths(panel.first, MONTHS - 1)
  const past = pastForecasts(panel, after(panel), chosen('empirical-all'), { seed: 1 })
  const actual = new Map(past.filter((row) => row.period === last).map((row) => [row.ubigeo as string, row.actual]))
  expect(Object.fromEntries(actual)).toEqual({
    '000000': undefined,
    '010000': undefined,
    '010100': undefined,
    '010101': 2,
    '010102': undefined,
    '010103': undefined,
    '010200': 2,
    '010201': 2,
  })
  // A month before, all is known: four places of 2.
  const before = past.find((row) => row.ubigeo === '000000' && row.period === last - 1)
  expect(before?.actual).toBe(8)
})

test('rows are ordered by ubigeo, product, origin and month; a product that was not tested has none', () => {
  const rows = simulated(2, MONTHS, 24)
  const panel = panelOf({
    ...rows,
    ...Object.fromEntries(Object.entries(rows).map(([key, row]) => [key.replace(' p', ' q'), row])),
    '010101 never-tested': [1, 2],
  })
  const past = pastForecasts(
    panel,
    after(panel),
    new Map([...chosen('empirical-all', 'q'), ...chosen('empirical-all')]),
    { seed: 1 },
  )
  const keys = past.map((row) => `${row.ubigeo} ${row.product} ${row.origin} ${row.period}`)
  expect(keys).toEqual([...keys].sort())
  expect(new Set(past.map((row) => row.product))).toEqual(new Set(['p', 'q']))
})
