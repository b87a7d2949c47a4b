/**
 * The networks alone on published series, by the protocol of the published tables. `CHASQUI_DATA` names the folder with the real files.
 * Usage: node bench/forecast/networks.ts [car|m3 …] [--seeds N]
 */
import { parseArgs } from 'node:util'
import { networkThreads } from '../../src/adapters/tensors/networks.ts'
import { type NetworkInput, TRAIN_SETTINGS } from '../../src/forecast/network/network-input.ts'
import { readOutput } from '../../src/forecast/network/predict.ts'
import { naive } from '../../src/forecast/network/window.ts'
import { month } from '../../src/model/month.ts'
import { NINE, score, type Window } from './score.ts'
import { type BenchSet, readSets } from './sets.ts'

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '3' } },
})
const ARCHITECTURES = ['residual', 'pooled'] as const
const HEADS = { car: 'count', m3: 'quantile' } as const

/** All but the last horizon, the ends of all series in the last column. */
function inputOf(set: BenchSet, head: 'count' | 'quantile', architecture: 'residual' | 'pooled'): NetworkInput {
  const { series, horizon } = set
  const months = Math.max(...series.map((y) => y.length)) - horizon
  const values = new Float64Array(series.length * months).fill(Number.NaN)
  series.forEach((y, row) => values.set(y.slice(0, -horizon), (row + 1) * months - (y.length - horizon)))
  const shape = architecture === 'pooled' ? { width: 96, blocks: 3 } : { width: 128, blocks: 2 }
  const settings = { ...TRAIN_SETTINGS[head], ...shape, architecture, seeds: Number(options.seeds) }
  return { values, rows: series.length, months, first: month(0), horizon, head, quantum: 1, seed: 1, settings }
}

function naiveOf(input: NetworkInput): Window {
  const means = Float64Array.from({ length: input.rows * input.horizon }, (_, c) =>
    naive(input, Math.floor(c / input.horizon), input.months, 0, c % input.horizon),
  )
  return {
    means,
    quantiles: Float64Array.from({ length: means.length * 9 }, (_, c) => means[Math.floor(c / 9)] ?? 0),
  }
}

async function forecastOf(input: NetworkInput): Promise<Window> {
  const { rows, horizon, months } = input
  const row = Int32Array.from({ length: rows }, (_, i) => i)
  const output = await threads.predict(await threads.train(input), input, { row, origin: row.map(() => months) })
  const quantiles = new Float64Array(rows * horizon * 9)
  const means = new Float64Array(rows * horizon)
  for (let i = 0; i < rows; i++)
    readOutput(
      input,
      output,
      i,
      NINE,
      quantiles.subarray(i * horizon * 9, (i + 1) * horizon * 9),
      means.subarray(i * horizon, (i + 1) * horizon),
    )
  return { quantiles, means }
}

const mean = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, i) => (x + (b[i] ?? 0)) / 2)
/** CPU seconds of all threads so far. */
const cpu = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1e6

const threads = networkThreads()
console.log('set                 network           WQL    MASE   RMSSE    bias  in 80 %   CPU s')
for (const name of ['car', 'm3'] as const) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const set = readSets(data)[name]()
  const ends = set.series.map((y) => y.length - set.horizon)
  const print = (network: string, window: Window, seconds: number): void => {
    const { wql, mase, rmsse, bias, inside } = score(set.series, ends, set.horizon, set.cycle, window)
    const figures = [wql.toFixed(4), mase.toFixed(3), rmsse.toFixed(3), bias.toFixed(3), inside.toFixed(3)]
    const columns = [...figures, seconds.toFixed(1)].map((x) => x.padStart(7)).join(' ')
    console.log(`${set.name.padEnd(19)} ${network.padEnd(14)} ${columns}`)
  }
  print('seasonal naive', naiveOf(inputOf(set, HEADS[name], 'pooled')), 0)
  const windows: Window[] = []
  const start = cpu()
  for (const architecture of ARCHITECTURES) {
    const input = inputOf(set, HEADS[name], architecture)
    const began = cpu()
    const window = await forecastOf(input)
    windows.push(window)
    print(`${architecture} × ${options.seeds}`, window, cpu() - began)
  }
  const [a, b] = windows as [Window, Window]
  const both = { quantiles: mean(a.quantiles, b.quantiles), means: mean(a.means, b.means) }
  print('mean of both', both, cpu() - start)
}
await threads.close()
