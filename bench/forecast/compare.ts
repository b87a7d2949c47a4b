/**
 * Forecasts that lie in FOLDER, ours beside the peers', and how sure it is who is ahead. `CHASQUI_DATA` names the folder with the series.
 * Usage: node bench/forecast/compare.ts FOLDER [--again] [set …]; --again: ours is forecast anew first.
 */
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compareLosses, lossesOf } from './bootstrap.ts'
import { forecastOurs } from './ours.ts'
import { reached } from './reached.ts'
import { readResult, type Result } from './results.ts'
import { NINE, type Score } from './score.ts'
import { scoreSet } from './score-set.ts'
import { type BenchSet, endsOf, readSets, windowsOf } from './sets.ts'
import { seasonalNaive, zero } from './yardsticks.ts'

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { again: { type: 'boolean', default: false } },
})
const [folder, ...asked] = positionals
if (folder === undefined) throw new Error('usage: node bench/forecast/compare.ts FOLDER [--again] [set …]')
const OURS = 'chasqui'
const RESAMPLES = 2000
const SEED = 1

/** A method's forecasts of all windows of a set. */
interface Entry {
  readonly method: string
  readonly windows: readonly Result[]
}

function entriesOf(set: BenchSet): readonly Entry[] {
  const numbers = Array.from({ length: windowsOf(set) }, (_, i) => i)
  const cost = { cpu: 0, wall: 0, version: '' }
  const yardstick = (method: string, make: typeof seasonalNaive): Entry => ({
    method,
    windows: numbers.map((back) => ({ ...make(set, endsOf(set, back)), cost })),
  })
  const stored = readdirSync(folder ?? '', { withFileTypes: true }).filter(
    (d) => d.isDirectory() && d.name !== 'windows',
  )
  const read = stored.flatMap(({ name }): Entry[] => {
    const windows = numbers.flatMap((back) => readResult(folder ?? '', name, set, back) ?? [])
    return windows.length === numbers.length ? [{ method: name, windows }] : []
  })
  return [...read, yardstick('seasonal naive', seasonalNaive), yardstick('zero', zero)]
}

function compare(set: BenchSet): void {
  const entries = entriesOf(set)
  const ours = entries.find((e) => e.method === OURS)
  const losses = (e: Entry) => e.windows.map((w, back) => lossesOf(set.series, endsOf(set, back), set.horizon, w))
  const table = entries
    .map((entry) => {
      const scores = entry.windows.map((w, back) => scoreSet(set, endsOf(set, back), w))
      const mean = (of: (s: Score) => number) => scores.reduce((sum, s) => sum + of(s), 0) / scores.length
      const cpu = entry.windows.reduce((sum, w) => sum + w.cost.cpu, 0) / scores.length
      const cells = [
        mean((s) => s.wql).toFixed(4),
        mean((s) => s.bias).toFixed(3),
        mean((s) => s.rmsse).toFixed(3),
        mean((s) => s.upper).toFixed(4),
        mean((s) => s.mase).toFixed(3),
        mean((s) => s.inside).toFixed(3),
        cpu.toFixed(1),
        verdict(ours, entry),
      ]
      return { wql: mean((s) => s.wql), line: `| ${entry.method} | ${cells.join(' | ')} |` }
    })
    .sort((a, b) => a.wql - b.wql)
  console.log(`\n**${set.name}** (${set.series.length} series, h = ${set.horizon}, windows: ${windowsOf(set)})\n`)
  console.log('| method | WQL | bias | RMSSE | 0.9 pinball | MASE | in 80 % | CPU s | chasqui − it, WQL | chasqui is |')
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const { line } of table) console.log(line)
  if (ours) tellReached(set, ours)
  const versions = new Set(entries.flatMap((e) => e.windows.map((w) => w.cost.version)).filter((v) => v !== ''))
  console.log(`\n${[...versions].join(', ')}`)

  function verdict(first: Entry | undefined, second: Entry): string {
    if (first === undefined || first === second) return ' | '
    const { mean, low, high, verdict: word } = compareLosses(losses(first), losses(second), RESAMPLES, SEED)
    return `${mean.toFixed(4)} (${low.toFixed(4)} … ${high.toFixed(4)}) | ${word}`
  }
}

function tellReached(set: BenchSet, { windows }: Entry): void {
  const shares = reached(
    windows.flatMap(({ quantiles }, back) =>
      endsOf(set, back).flatMap((end, i) =>
        Array.from({ length: set.horizon }, (_, j) => {
          const at = (i * set.horizon + j) * NINE.length
          return { actual: set.series[i]?.[end + j] ?? Number.NaN, quantiles: quantiles.subarray(at, at + NINE.length) }
        }).filter((cell) => !Number.isNaN(cell.actual)),
      ),
    ),
  )
  const furthest = Math.max(...shares.map((share, k) => Math.abs(share - (NINE[k] ?? 0))))
  const list = shares.map((share, k) => `${NINE[k]}: ${share.toFixed(3)}`).join(', ')
  console.log(
    `\nAt or below each quantile of ${OURS} (randomised PIT): ${list}; furthest ${(100 * furthest).toFixed(1)} points`,
  )
}

const sets = readSets(data)
for (const [name, read] of Object.entries(sets)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const set = read()
  if (options.again) forecastOurs(folder, set)
  compare(set)
}
