/**
 * The real emergency register: people and events of districts and provinces, monthly origins of a year, one to three months ahead. Weights,
 * calibration and networks are of what was known when the year began. 0.9 pinball ÷ what came (no factor 2), in brackets the same of all nine levels.
 * `CHASQUI_DATA` names the folder with the real files. Usage: node bench/forecast/register.ts [people|events] [district|province] [--year 2022]
 */
import { parseArgs } from 'node:util'
import { fileSource } from '../../src/adapters/codecs.ts'
import { withNetworks } from '../../src/adapters/tensors/networks.ts'
import { emptyTally, firstDemand, score } from '../../src/forecast/backtest.ts'
import { fitGroup } from '../../src/forecast/fit-group.ts'
import { type Group, historyAt } from '../../src/forecast/history.ts'
import { neighboursOf } from '../../src/forecast/neighbours.ts'
import { PLAN_LEVELS } from '../../src/forecast/levels.ts'
import type { Member } from '../../src/forecast/member.ts'
import { MEMBERS } from '../../src/forecast/members.ts'
import { memberOf, nameOf } from '../../src/forecast/method.ts'
import type { HeadName } from '../../src/forecast/network/head.ts'
import { TRAIN_SETTINGS } from '../../src/forecast/network/network-input.ts'
import { networkMember } from '../../src/forecast/network/network-member.ts'
import { askModel, trainModel } from '../../src/forecast/network/network-model.ts'
import type { Exogenous } from '../../src/forecast/network/exogenous.ts'
import { covariateScale, covariatesOfPlaces } from '../../src/forecast/network/place-covariates.ts'
import { covariatePanel } from '../../src/prepare/covariates.ts'
import { scaleOf, staticsOfPlaces } from '../../src/forecast/network/statics.ts'
import { schedule } from '../../src/forecast/schedule.ts'
import { day, monthOfDay } from '../../src/model/day.ts'
import { LEVELS } from '../../src/model/forecast.ts'
import { HAZARD_TYPES } from '../../src/model/observation.ts'
import { addMonths, type Month, monthOf } from '../../src/model/month.ts'
import { provinceOf, type Ubigeo } from '../../src/model/ubigeo.ts'
import { ingestAll } from '../../test/ingest/country.ts'

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    year: { type: 'string', default: '2022' },
    heads: { type: 'string', default: 'count,hurdle' },
    covariates: { type: 'boolean', default: false },
  },
})
const HORIZON = 3
const MEASURES = {
  people: ['affected', 'affected_cold', 'homeless', 'homeless_cold'],
  events: HAZARD_TYPES.map((type) => `events:${type}`),
} as const
const LEVEL = { district: (u: Ubigeo) => u, province: provinceOf } as const

const names = [
  'geo/michaelsuarez0_ubigeo_inei_2025.csv',
  'geo/jmcastagnetto_ubigeo_distrito.csv',
  'demand/sinpad_emergencias_2017_2023.csv.gz',
]
const { tables } = await ingestAll(await Promise.all(names.map((name) => fileSource(`${data}/peru`, name))))
const { observations: o, registers, places } = tables
const first = Math.min(...registers.filter((r) => r.rows > 0).map((r) => r.period)) as Month
const months = Math.max(...registers.map((r) => r.period)) - first + 1

/** Sums by place and month; NaN where the register is not whole. */
function groupOf(
  measure: keyof typeof MEASURES,
  level: keyof typeof LEVEL,
): { readonly group: Group; readonly rows: readonly Ubigeo[] } {
  const rows = [...new Set(places.filter((p) => p.level === 'district').map((p) => LEVEL[level](p.ubigeo)))].sort()
  const index = new Map(rows.map((code, i) => [code as string, i]))
  const values = new Float64Array(rows.length * months)
  const wanted: readonly string[] = MEASURES[measure]
  for (let i = 0; i < o.length; i++) {
    if (!wanted.includes(o.measure[i] ?? '')) continue
    const row = index.get(LEVEL[level](o.ubigeo[i] as Ubigeo))
    const t = monthOfDay(day(o.period[i] ?? 0)) - first
    const value = o.value[i] ?? 0
    if (row !== undefined && t >= 0 && t < months && value > 0)
      values[row * months + t] = (values[row * months + t] ?? 0) + value
  }
  for (const r of registers) {
    const status = measure === 'events' ? r.events : r.persons
    const t = r.period - first
    if (status !== 'observed' && t >= 0 && t < months)
      for (let row = 0; row < rows.length; row++) values[row * months + t] = Number.NaN
  }
  return { group: { rows: rows.length, steps: months, cycle: 12, values, neighbours: neighboursOf(rows) }, rows }
}

/** What networks are told of the rows. */
function surroundingsOf(rows: readonly Ubigeo[], told: boolean, before: Month): Exogenous {
  const statics = staticsOfPlaces(rows, places, scaleOf(rows, places))
  if (!told) return { statics }
  const axis = { first, months }
  const panel = covariatePanel({ facts: tables.covariates, observations: o, registers, places }, axis)
  const past = covariatesOfPlaces(panel, 'past-only', covariateScale(panel, 'past-only', before), rows, first, months)
  const scale = covariateScale(panel, 'known-ahead', before)
  const ahead = covariatesOfPlaces(panel, 'known-ahead', scale, rows, first, months + 12)
  return { statics, ...(past && { past }), ...(ahead && { ahead }) }
}

const q90 = LEVELS.indexOf(0.9)
const begin = monthOf(Number(options.year), 1) - first
const origins = Array.from({ length: 10 }, (_, i) => begin + i)

for (const measure of ['people', 'events'] as const)
  for (const level of ['district', 'province'] as const) {
    if (positionals.length > 0 && !(positionals.includes(measure) && positionals.includes(level))) continue
    const { group, rows } = groupOf(measure, level)
    const plan = schedule(group, 0, begin, HORIZON)
    const own = {
      group,
      first,
      ...surroundingsOf(rows, options.covariates, addMonths(first, plan.origins.at(-1) ?? begin)),
    }
    const past: Member[] = []
    const now: Member[] = []
    await withNetworks(async ({ train, predict }) => {
      for (const head of options.heads.split(',').filter(Boolean) as HeadName[]) {
        const settings = TRAIN_SETTINGS[head]
        const model = await trainModel(train, { ...own, end: begin, plan, horizon: 6, head, settings, seed: 1 })
        const before = model && (await askModel(predict, model, own, plan.origins))
        const after = model && (await askModel(predict, model, own, origins))
        if (before && after) {
          past.push(networkMember(head, before))
          now.push(networkMember(head, after))
        }
      }
    })
    const fitted = fitGroup(group, plan, begin, PLAN_LEVELS, [...MEMBERS, ...past], () => true)
    const statistics = fitGroup(group, plan, begin, PLAN_LEVELS, MEMBERS, () => true)
    const chosen = { ...memberOf(fitted.method, [...MEMBERS, ...now]), label: `chosen (${nameOf(fitted.method)})` }
    const alone = { ...memberOf(statistics.method, MEMBERS), label: 'chosen of statistics' }
    const all = [...MEMBERS, ...now].map((m) => ({ ...m, label: m.name as string }))
    const tallies = [...all, alone, chosen].map((member) => ({
      label: member.label,
      member,
      tally: emptyTally(member, PLAN_LEVELS),
    }))
    const demand = firstDemand(group)
    const width = PLAN_LEVELS.all.length
    const out = new Float64Array(HORIZON * width)
    const means = new Float64Array(HORIZON)
    for (const origin of origins) {
      const history = historyAt(group, origin, new Float64Array(months))
      for (let row = 0; row < rows.length; row++)
        for (const { member, tally } of tallies) {
          out.fill(0)
          means.fill(0)
          if ((demand[row] ?? months) < origin)
            member.predict(history, row, origin, HORIZON, PLAN_LEVELS.all, out, means)
          for (let j = 0; j < HORIZON; j++) {
            const actual = group.values[row * months + origin + j] ?? Number.NaN
            if (!Number.isNaN(actual)) score(tally, PLAN_LEVELS, actual, out, j * width, means[j] ?? 0)
          }
        }
    }
    console.log(`\n${measure}, ${level}`)
    for (const { label, tally } of tallies) {
      const sum = tally.loss.reduce((a, b) => a + b, 0)
      const numbers = [
        (tally.loss[q90] ?? 0) / tally.actual,
        sum / tally.actual,
        (tally.forecast - tally.actual) / tally.actual,
        tally.inside / tally.cells,
      ]
      console.log(`${label.padEnd(30)} ${numbers.map((x) => x.toFixed(3).padStart(9)).join(' ')}`)
    }
    const weights = fitted.method.blend?.[4]
    if (weights)
      console.log(
        fitted.method.members
          .flatMap((name, m) => ((weights[m] ?? 0) > 0 ? [`${name} ${(weights[m] ?? 0).toFixed(2)}`] : []))
          .join(', '),
      )
  }
