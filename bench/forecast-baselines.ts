/**
 * Accuracy of every method on the real emergency register: monthly origins of one year, one to three months ahead.
 * `CHASQUI_DATA` names the folder with the real files. Usage: node bench/forecast-baselines.ts [year, 2022 unless told]
 */
import { backtest, type Tally } from '../src/forecast/backtest.ts'
import { forecast } from '../src/forecast/forecast.ts'
import { observedValues } from '../src/forecast/history.ts'
import { PLAN_LEVELS } from '../src/forecast/levels.ts'
import { MEMBERS } from '../src/forecast/members.ts'
import type { DemandPanel } from '../src/model/demand.ts'
import { LEVELS } from '../src/model/forecast.ts'
import { monthOf } from '../src/model/month.ts'
import { MISSING } from '../src/model/observation.ts'
import { provinceOf } from '../src/model/ubigeo.ts'
import { realPanel } from '../test/real-panel.ts'

const year = Number(process.argv[2] ?? 2022)
const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const { panel: districts } = await realPanel(`${data}/peru`)

/** The panel with districts added up to their provinces; the months' status is the same for all districts. */
function provincesOf(panel: DemandPanel): DemandPanel {
  const { months } = panel
  const keys = [...new Set(panel.series.map((k) => `${provinceOf(k.ubigeo)} ${k.product}`))].sort()
  const index = new Map(keys.map((key, i) => [key, i]))
  const quantity = new Float64Array(keys.length * months)
  const status = new Uint8Array(keys.length * months)
  panel.series.forEach((k, s) => {
    const p = index.get(`${provinceOf(k.ubigeo)} ${k.product}`) ?? 0
    for (let t = 0; t < months; t++) {
      status[p * months + t] = panel.status[s * months + t] ?? MISSING
      quantity[p * months + t] = (quantity[p * months + t] ?? 0) + (panel.quantity[s * months + t] ?? 0)
    }
  })
  const series = keys.map((key) => {
    const [code = '', product = ''] = key.split(' ')
    return { ubigeo: provinceOf(code as (typeof panel.series)[number]['ubigeo']), product }
  })
  return { ...panel, series, quantity, status }
}

const q90 = LEVELS.indexOf(0.9)
const columns = (t: Tally) => [
  (t.loss[q90] ?? 0) / t.actual,
  t.loss.reduce((a, b) => a + b, 0) / t.actual,
  (t.forecast - t.actual) / t.actual,
  t.inside / t.cells,
]

for (const [level, panel] of [
  ['district', districts],
  ['province', provincesOf(districts)],
] as const) {
  const began = performance.now()
  const { forecast: made, scores } = forecast({ panel, window: { from: monthOf(2022, 12), months: 3 }, seed: 1 })
  const seconds = (performance.now() - began) / 1000
  console.log(`\n${level}: ${made.series.length} series, forecast with backtest ${seconds.toFixed(1)} s`)
  console.log('product          method               0.9 pinball ÷ demand   all levels     bias   in 80 %')
  for (const product of new Set(panel.series.map((k) => k.product))) {
    const rows = panel.series.flatMap((k, s) => (k.product === product ? [s] : []))
    // Targets January to November: origins January to September, three months each.
    const origins = Array.from({ length: 9 }, (_, i) => monthOf(year, 9 - i) - panel.first)
    const plan = { origins, horizon: 3 }
    const values = observedValues(panel, rows)
    const { tallies } = backtest(
      { rows: rows.length, steps: panel.months, cycle: 12, values },
      plan,
      MEMBERS,
      PLAN_LEVELS,
      () => true,
    )
    for (const tally of tallies) {
      const { name } = tally.member
      const chosen = scores.some((s) => s.product === product && s.method === name && s.chosen) ? '←' : ''
      const numbers = columns(tally).map((x) => x.toFixed(3).padStart(12))
      console.log(`${product.padEnd(16)} ${name.padEnd(18)} ${numbers.join(' ')} ${chosen}`)
    }
  }
}
