/**
 * Forecasts of TourismLarge's 555 nodes (places × purposes, crossed) made to add up: mean RMSSE over all nodes and WQL of all, three windows of twelve
 * months. `CHASQUI_DATA` names the folder with the files. Usage: node bench/forecast/reconcile.ts [windows to skip]
 */
import { fitGroup } from '../../src/forecast/fit-group.ts'
import { historyAt } from '../../src/forecast/history.ts'
import { levelsFor } from '../../src/forecast/levels.ts'
import type { Member } from '../../src/forecast/member.ts'
import { MEMBERS } from '../../src/forecast/members.ts'
import { memberOf } from '../../src/forecast/method.ts'
import { chooseWay, type Way } from '../../src/forecast/reconcile/choice.ts'
import { type Evidence, evidenceOf, type NodePast } from '../../src/forecast/reconcile/evidence.ts'
import { levelConditional } from '../../src/forecast/reconcile/level-conditional.ts'
import { type Projection, projection } from '../../src/forecast/reconcile/projection.ts'
import { shrunkCovariance } from '../../src/forecast/reconcile/shrinkage.ts'
import { schedule } from '../../src/forecast/schedule.ts'
import { NINE, score, type Window } from './score.ts'
import { type BenchSet, readSets } from './sets.ts'

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const WINDOWS = 3
const skipped = Number(process.argv[2] ?? 0)
const set: BenchSet = readSets(data).tourism()
const { sums = [], levels = [], horizon, cycle } = set
const series = sums.map((leaves) =>
  (set.series[0] ?? []).map((_, t) => leaves.reduce((sum, leaf) => sum + (set.series[leaf]?.[t] ?? 0), 0)),
)
const steps = series[0]?.length ?? 0
const uppers = sums.slice(0, sums.length - set.series.length)

function upTo(nodes: readonly number[], end: number) {
  const values = new Float64Array(nodes.length * steps).fill(Number.NaN)
  nodes.forEach((node, row) => values.set((series[node] ?? []).slice(0, end), row * steps))
  return { rows: nodes.length, steps, cycle, values }
}

interface Base extends Window {
  readonly past: NodePast
}

/** Every level a group of its own, or one member for all. */
function baseOf(end: number, only?: Member): Base {
  const means = new Float64Array(sums.length * horizon)
  const quantiles = new Float64Array(means.length * NINE.length)
  const { origins } = schedule({ rows: set.series.length, cycle }, 0, end, horizon)
  const mean = new Float64Array(sums.length * origins.length * horizon)
  for (const nodes of levels) {
    const group = upTo(nodes, end)
    const fitted = only ? undefined : fitGroup(group, { origins, horizon }, end, levelsFor(NINE), MEMBERS, () => true)
    const member = only ?? (fitted && memberOf(fitted.method, MEMBERS))
    const history = historyAt(group, end, new Float64Array(steps))
    nodes.forEach((node, row) => {
      const own = means.subarray(node * horizon, (node + 1) * horizon)
      const width = horizon * NINE.length
      member?.predict(history, row, end, horizon, NINE, quantiles.subarray(node * width, (node + 1) * width), own)
      if (!fitted) return
      const cells = origins.length * horizon
      mean.set(fitted.means.mean.subarray(row * cells, (row + 1) * cells), node * cells)
    })
    if (only)
      origins.forEach((origin, k) => {
        const then = historyAt(group, origin, new Float64Array(steps))
        const room = new Float64Array(horizon)
        nodes.forEach((node, row) => {
          only.predict(then, row, origin, horizon, [0.5], room, mean.subarray((node * origins.length + k) * horizon))
        })
      })
  }
  const values = new Float64Array(sums.length * steps)
  values.set(upTo([...series.keys()], end).values)
  return { means, quantiles, past: { nodes: sums.length, sums: uppers.length, origins, horizon, mean, values, steps } }
}

const closed =
  (project: Projection): Projection =>
  (base) => {
    const out = project(base)
    for (let i = uppers.length; i < out.length; i++) out[i] = Math.max(0, out[i] ?? 0)
    uppers.forEach((leaves, u) => {
      out[u] = leaves.reduce((sum, leaf) => sum + (out[uppers.length + leaf] ?? 0), 0)
    })
    return out
  }
const diagonal = ({ variances }: Evidence): Float64Array => {
  const w = new Float64Array(variances.length ** 2)
  variances.forEach((v, i) => {
    w[i * (variances.length + 1)] = v
  })
  return w
}
const known = (found: Projection | undefined): Projection | undefined => found && closed(found)
const crossed = { sums: uppers, levels: levels.slice(0, -1) }
const WAYS: readonly Way[] = [
  { name: 'bottom-up', fit: () => closed((base) => Float64Array.from(base)) },
  { name: 'wls-variance', fit: (evidence) => known(projection(uppers, diagonal(evidence))) },
  {
    name: 'mint-shrink',
    fit({ errors }) {
      const found = shrunkCovariance(errors, sums.length)
      return found && known(projection(uppers, found.covariance))
    },
  },
  { name: 'level-conditional', fit: () => closed((base) => levelConditional(crossed, base)) },
]

/** Means as projected; each node's own quantiles moved by the same factor. */
function moved({ means, quantiles }: Window, project: Projection): Window {
  const out = new Float64Array(means.length)
  for (let j = 0; j < horizon; j++)
    project(Float64Array.from(sums, (_, node) => means[node * horizon + j] ?? 0)).forEach((x, node) => {
      out[node * horizon + j] = x
    })
  const factor = (cell: number): number => ((means[cell] ?? 0) > 0 ? (out[cell] ?? 0) / (means[cell] ?? 1) : 1)
  return { means: out, quantiles: quantiles.map((q, i) => q * factor(Math.floor(i / NINE.length))) }
}

const found = new Map<string, { rmsse: number[]; wql: number[]; note: string[] }>()
function add(name: string, end: number, window: Window, note = ''): void {
  const ends = series.map(() => end)
  const { rmsse, wql } = score(series, ends, horizon, cycle, window)
  const row = found.get(name) ?? { rmsse: [], wql: [], note: [] }
  found.set(name, row)
  row.rmsse.push(rmsse)
  row.wql.push(wql)
  if (note) row.note.push(note)
}
for (let back = skipped; back < skipped + WINDOWS; back++) {
  const end = steps - horizon * (1 + back)
  for (const [label, only] of [
    ['theta', MEMBERS.find((m) => m.name === 'theta')],
    ['ets', MEMBERS.find((m) => m.name === 'ets')],
    ['combination per level', undefined],
  ] as const) {
    const base = baseOf(end, only)
    add(`${label}: base`, end, base)
    const evidence = evidenceOf(base.past, () => true)
    for (const way of WAYS) {
      const project = way.fit(evidence)
      if (project) add(`${label}: ${way.name}`, end, moved(base, project))
    }
    const choice = chooseWay(base.past, cycle, WAYS)
    add(`${label}: chosen`, end, moved(base, choice.project), choice.way)
  }
}
const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length
console.log('| forecasts, made to add up | mean RMSSE of 555 nodes | by window, latest first | WQL of all nodes |')
console.log('|---|---|---|---|')
for (const [name, { rmsse, wql, note }] of found) {
  const label = note.length > 0 ? `${name} (${note.join(', ')})` : name
  const windows = rmsse.map((x) => x.toFixed(3)).join(' ')
  console.log(`| ${label} | ${mean(rmsse).toFixed(4)} | ${windows} | ${mean(wql).toFixed(4)} |`)
}
