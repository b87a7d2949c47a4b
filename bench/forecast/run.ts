/**
 * Accuracy of `forecast --table`'s engine on public series, with the protocol of the published tables: nine quantiles 0.1 … 0.9, WQL, MASE, NaN-aware; the
 * last window, and the mean over the last three (each window's forecast knows nothing of what came after it).
 * `CHASQUI_DATA` names the folder with the files. Usage: node bench/forecast/run.ts [set …] [--windows N]
 */
import { parseArgs } from 'node:util'
import { networkThreads } from '../../src/adapters/tensors/networks.ts'
import type { NetworkPlace } from '../../src/forecast/table/table-networks.ts'
import { tableForecast } from '../../src/forecast/table/table-forecast.ts'
import { NINE, type Score, score, type Window } from './score.ts'
import { type BenchSet, readSets } from './sets.ts'

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { windows: { type: 'string', default: '3' } },
})
const windows = Number(options.windows)

interface Scored extends Score {
  readonly seconds: number
}
type Method = (set: BenchSet, ends: readonly number[]) => Window | Promise<Window>

const networks = networkThreads()

const ours =
  (place?: NetworkPlace): Method =>
  async (set, ends) => {
    const series = set.series.map((y, i) => ({
      name: set.ids[i] ?? '',
      first: 0,
      values: Float64Array.from(y.slice(0, ends[i])),
    }))
    const frequency = { unit: 'month', every: 1, cycle: set.cycle, stepOf: (c: number) => c, textOf: String } as const
    const input = { series, frequency, horizon: set.horizon, levels: NINE, seed: 1 }
    const made = await tableForecast(place === undefined ? input : { ...input, networks: place })
    for (const note of made.notes)
      if (note.code === 'table-method')
        console.error(`  ${note.method} ${note.weights.map((w) => `${w.method} ${w.weight.toFixed(2)}`).join(', ')}`)
    return {
      quantiles: made.quantiles.map((q) => (Number.isNaN(q) ? 0 : q)),
      means: made.means.map((m) => (Number.isNaN(m) ? 0 : m)),
    }
  }

/** The last observed value of the same step of the season, at every level. */
const naive: Method = (set, ends) => {
  const { horizon, cycle } = set
  const means = new Float64Array(set.series.length * horizon)
  set.series.forEach((y, i) => {
    const end = ends[i] ?? 0
    for (let j = 0; j < horizon; j++)
      for (let t = end + j - cycle * Math.ceil((j + 1) / cycle); t >= 0; t -= cycle) {
        means[i * horizon + j] = y[t] ?? Number.NaN
        if (!Number.isNaN(means[i * horizon + j])) break
        means[i * horizon + j] = 0
      }
  })
  return {
    means,
    quantiles: Float64Array.from(
      { length: means.length * NINE.length },
      (_, k) => means[Math.floor(k / NINE.length)] ?? 0,
    ),
  }
}

const zero: Method = (set) => ({
  means: new Float64Array(set.series.length * set.horizon),
  quantiles: new Float64Array(set.series.length * set.horizon * NINE.length),
})

/** Node by node: leaves added up as `sums` tells. */
function nodesOf(
  set: BenchSet,
  window: Window,
): { readonly series: readonly (readonly number[])[]; readonly window: Window } {
  const { sums, horizon } = set
  if (sums === undefined) return { series: set.series, window }
  const means = new Float64Array(sums.length * horizon)
  sums.forEach((leaves, node) => {
    for (const leaf of leaves)
      for (let j = 0; j < horizon; j++)
        means[node * horizon + j] = (means[node * horizon + j] ?? 0) + (window.means[leaf * horizon + j] ?? 0)
  })
  const series = sums.map((leaves) =>
    (set.series[0] ?? []).map((_, t) => leaves.reduce((sum, leaf) => sum + (set.series[leaf]?.[t] ?? 0), 0)),
  )
  return { series, window: { means, quantiles: new Float64Array(means.length * NINE.length) } }
}

async function run(set: BenchSet, method: Method, back: number): Promise<Scored> {
  const ends = set.series.map((y) => y.length - set.horizon * (1 + back))
  const enough = ends.map((end) => Math.max(1, end))
  const before = process.cpuUsage().user
  const window = await method(set, enough)
  const seconds = (process.cpuUsage().user - before) / 1e6
  const leaves = score(set.series, enough, set.horizon, set.cycle, window)
  const nodes = nodesOf(set, window)
  const { rmsse } = score(
    nodes.series,
    nodes.series.map((y) => y.length - set.horizon * (1 + back)),
    set.horizon,
    set.cycle,
    nodes.window,
  )
  return { ...leaves, rmsse, seconds }
}

const sets = readSets(data)
const names = positionals.length > 0 ? positionals : Object.keys(sets)
const METHODS = { chasqui: ours(networks), 'statistics alone': ours(), 'seasonal naive': naive, zero }
const digits = (x: number, n: number): string => (Number.isFinite(x) ? x.toFixed(n) : '–')
console.log('| set | method | WQL | MASE | RMSSE | bias | in 80 % | WQL, windows | RMSSE, windows | CPU s |')
console.log('|---|---|---|---|---|---|---|---|---|---|')
for (const name of names) {
  const read = sets[name as keyof typeof sets]
  const set: BenchSet = read()
  for (const [label, method] of Object.entries(METHODS)) {
    const runs: Scored[] = []
    for (let back = 0; back < windows; back++) runs.push(await run(set, method, back))
    const [last] = runs
    if (last === undefined) continue
    const mean = (of: (s: Scored) => number): number => runs.reduce((sum, s) => sum + of(s), 0) / runs.length
    const cells = [
      digits(last.wql, 4),
      digits(last.mase, 3),
      digits(last.rmsse, 3),
      digits(last.bias, 3),
      digits(last.inside, 3),
      digits(
        mean((s) => s.wql),
        4,
      ),
      digits(
        mean((s) => s.rmsse),
        3,
      ),
      digits(last.seconds, 1),
    ]
    console.log(`| ${set.name} (${set.series.length}, h = ${set.horizon}) | ${label} | ${cells.join(' | ')} |`)
  }
}
await networks.close()
