/**
 * What a district without history, or with a few months of it, gets from its province: each fifth of the districts of the register in turn is left with so
 * many months before the origin, and is scored on what came. 0.9 pinball ÷ what came, the sum of nine levels, and (forecast − what came) ÷ what came;
 * origins of 2022 two months apart, three months ahead. Weights are of what was known when the year began.
 * `CHASQUI_DATA` names the folder with the real files. Usage: node bench/forecast/borrowing.ts
 */
import { fileSource } from '../../src/adapters/codecs.ts'
import { emptyTally, firstDemand, score, type Tally } from '../../src/forecast/backtest.ts'
import { compareMethods, historiesOf } from '../../src/forecast/compare.ts'
import { elasticity, type Population } from '../../src/forecast/elasticity.ts'
import { drawForecast } from '../../src/forecast/forecast.ts'
import { historyAt } from '../../src/forecast/history.ts'
import { PLAN_LEVELS } from '../../src/forecast/levels.ts'
import { MEMBERS, YARDSTICK } from '../../src/forecast/members.ts'
import { type Method, memberOf } from '../../src/forecast/method.ts'
import { assumedProducts } from '../../src/ingest/default-products.ts'
import { quantileSorted } from '../../src/kernel/quantile.ts'
import type { DemandPanel } from '../../src/model/demand.ts'
import { DRAWS, LEVELS } from '../../src/model/forecast.ts'
import { type Month, monthOf } from '../../src/model/month.ts'
import { MISSING, OBSERVED } from '../../src/model/observation.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import { prepare } from '../../src/prepare/prepare.ts'
import { ingestAll } from '../../test/ingest/country.ts'

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const FOLDS = 5
const HORIZON = 3
const KNOWN = [0, 1, 3, 6, 11]
const names = [
  'geo/michaelsuarez0_ubigeo_inei_2025.csv',
  'geo/jmcastagnetto_ubigeo_distrito.csv',
  'demand/sinpad_emergencias_2017_2023.csv.gz',
]
const { tables } = await ingestAll(await Promise.all(names.map((name) => fileSource(`${data}/peru`, name))))
const { observations, registers, places, covariates } = tables
const products = assumedProducts.map((assumed) => assumed.product)
const { panel } = prepare({ observations, registers, products, places, covariates, settings: DEFAULT_SETTINGS })
const population: Population = new Map(places.map((place) => [place.ubigeo, place.population]))
type Methods = ReadonlyMap<string, Method>
const origins = [1, 3, 5, 7, 9].map((m) => monthOf(2022, m))
const districts = [...new Set(panel.series.map((key) => key.ubigeo))].sort()

/** Some districts with so many months before an origin. */
function left(fold: ReadonlySet<string>, before: number, months: number): DemandPanel {
  const status = Uint8Array.from(panel.status)
  panel.series.forEach(({ ubigeo }, s) => {
    if (fold.has(ubigeo)) status.fill(MISSING, s * panel.months, s * panel.months + Math.max(0, before - months))
  })
  return { ...panel, status }
}

const tallies = new Map<string, Tally>()
const width = PLAN_LEVELS.all.length

function told(product: string, way: string): Tally {
  const name = `${product.padEnd(14)} ${way}`
  const tally = tallies.get(name) ?? emptyTally(YARDSTICK, PLAN_LEVELS)
  tallies.set(name, tally)
  return tally
}
const came = (s: number, month: Month): number => {
  const at = s * panel.months + month - panel.first
  return panel.status[at] === OBSERVED ? (panel.quantity[at] ?? Number.NaN) : Number.NaN
}

/** What the methods say of places by what is known of each alone. */
function scoreOwn(of: DemandPanel, from: Month, fold: ReadonlySet<string>, methods: Methods, way: string): void {
  const quantiles = new Float64Array(HORIZON * width)
  const means = new Float64Array(HORIZON)
  for (const { product, rows, group, end } of historiesOf(of, { from, months: HORIZON })) {
    const method = methods.get(product)
    if (method === undefined) continue
    const member = memberOf(method, MEMBERS)
    const history = historyAt(group, end, new Float64Array(group.steps))
    const demand = firstDemand(group)
    rows.forEach((s, row) => {
      if (!fold.has(panel.series[s]?.ubigeo ?? '')) return
      quantiles.fill(0)
      means.fill(0)
      if ((demand[row] ?? end) < end)
        member.predict(history, row, from - of.first, HORIZON, PLAN_LEVELS.all, quantiles, means)
      for (let j = 0; j < HORIZON; j++) {
        const actual = came(s, (from + j) as Month)
        if (!Number.isNaN(actual)) score(told(product, way), PLAN_LEVELS, actual, quantiles, j * width, means[j] ?? 0)
      }
    })
  }
}

function scoreBorrowed(of: DemandPanel, from: Month, fold: ReadonlySet<string>, methods: Methods, way: string): void {
  const { forecast } = drawForecast({ panel: of, window: { from, months: HORIZON }, seed: 1, methods, population })
  panel.series.forEach(({ ubigeo, product }, s) => {
    if (!fold.has(ubigeo)) return
    for (let j = 0; j < HORIZON; j++) {
      const actual = came(s, (from + j) as Month)
      if (Number.isNaN(actual)) continue
      const cell = s * HORIZON + j
      const sorted = forecast.draws.slice(cell * DRAWS, (cell + 1) * DRAWS).sort()
      const quantiles = Float64Array.from(PLAN_LEVELS.all, (level) => quantileSorted(sorted, level))
      score(told(product, way), PLAN_LEVELS, actual, quantiles, 0, forecast.mean[cell] ?? 0)
    }
  })
}

for (let k = 0; k < FOLDS; k++) {
  const fold = new Set<string>(districts.filter((_, i) => i % FOLDS === k))
  const [begin = monthOf(2022, 1)] = origins
  const compared = compareMethods({ panel: left(fold, panel.months, 0), window: { from: begin, months: HORIZON } })
  // Places added up: the ways that make sums agree are not what is compared here.
  const methods: Methods = new Map(
    [...compared.methods].map(([product, method]) => [
      product,
      method.agreement ? { ...method, agreement: { ...method.agreement, way: 'bottom-up' as const } } : method,
    ]),
  )
  for (const from of origins) {
    const column = from - panel.first
    scoreOwn(left(fold, column, 0), from, fold, methods, 'nothing known: zero')
    scoreOwn(panel, from, fold, methods, 'own, whole history')
    for (const months of KNOWN) {
      const young = left(fold, column, months)
      if (months > 0) scoreOwn(young, from, fold, methods, `${String(months).padStart(2)} months, own`)
      scoreBorrowed(young, from, fold, methods, `${String(months).padStart(2)} months, borrowed`)
    }
  }
}

for (const { product, rows, group, end, standing } of historiesOf(panel, { from: monthOf(2022, 1), months: HORIZON })) {
  const codes = rows.flatMap((s) => panel.series[s]?.ubigeo ?? [])
  console.log(`${product.padEnd(14)} elasticity ${elasticity(codes, group, standing, end, population).toFixed(2)}`)
}
const q90 = LEVELS.indexOf(0.9)
for (const [name, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const sum = tally.loss.reduce((a, b) => a + b, 0)
  const numbers = [
    (tally.loss[q90] ?? 0) / tally.actual,
    sum / tally.actual,
    (tally.forecast - tally.actual) / tally.actual,
    tally.inside / tally.cells,
  ]
  console.log(`${name.padEnd(40)} ${numbers.map((x) => x.toFixed(3).padStart(9)).join(' ')}`)
}
