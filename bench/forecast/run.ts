/**
 * Accuracy of `forecast --table`'s engine on public series, with the protocol of the published tables: nine quantiles 0.1 … 0.9, WQL, MASE, NaN-aware; the
 * last window, and the mean over the last three (each window's forecast knows nothing of what came after it).
 * `CHASQUI_DATA` names the folder with the files. Usage: node bench/forecast/run.ts [set …] [--windows N]
 */
import { parseArgs } from 'node:util'
import { networkThreads } from '../../src/adapters/tensors/networks.ts'
import type { NetworkPlace } from '../../src/forecast/table/table-networks.ts'
import { tableForecast } from '../../src/forecast/table/table-forecast.ts'
import { NINE, type Score, type Window } from './score.ts'
import { scoreSet } from './score-set.ts'
import { type BenchSet, endsOf, readSets } from './sets.ts'
import { seasonalNaive, zero } from './yardsticks.ts'

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

async function run(set: BenchSet, method: Method, back: number): Promise<Scored> {
  const ends = endsOf(set, back)
  const before = process.cpuUsage().user
  const window = await method(set, ends)
  const seconds = (process.cpuUsage().user - before) / 1e6
  return { ...scoreSet(set, ends, window), seconds }
}

const sets = readSets(data)
const names = positionals.length > 0 ? positionals : Object.keys(sets)
const METHODS = { chasqui: ours(networks), 'statistics alone': ours(), 'seasonal naive': seasonalNaive, zero }
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
