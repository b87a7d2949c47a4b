import { existsSync, readFileSync } from 'node:fs'
import { NINE, type Window } from './score.ts'
import type { BenchSet } from './sets.ts'

/** Forecasts of one window as they lie in `FOLDER/METHOD/SET-WINDOW.csv` (series, step, mean, 0.1 … 0.9), and beside it, in JSON, what they took. */
export interface Result extends Window {
  readonly cost: Cost
}

export interface Cost {
  /** Processor and wall time [s]. */
  readonly cpu: number
  readonly wall: number
  /** Program and its version. */
  readonly version: string
}

/** `undefined` where the method has not forecast that window. A method without means: those of its nine quantiles. */
export function readResult(folder: string, method: string, set: BenchSet, window: number): Result | undefined {
  const path = `${folder}/${method}/${set.name}-${window}`
  if (!existsSync(`${path}.csv`)) return undefined
  const [header = '', ...lines] = readFileSync(`${path}.csv`, 'utf8').trim().split(/\r?\n/)
  if (header !== ['series', 'step', 'mean', ...NINE].join(',')) throw new Error(`${path}.csv: ${header}`)
  const row = new Map(set.ids.map((id, i) => [id, i]))
  const means = new Float64Array(set.ids.length * set.horizon).fill(Number.NaN)
  const quantiles = new Float64Array(means.length * NINE.length)
  for (const line of lines) {
    const [series = '', step, mean = '', ...nine] = line.split(',')
    const cell = (row.get(series) ?? Number.NaN) * set.horizon + Number(step) - 1
    const numbers = nine.map(Number)
    quantiles.set(numbers, cell * NINE.length)
    means[cell] = mean === '' ? numbers.reduce((sum, q) => sum + q, 0) / NINE.length : Number(mean)
  }
  if (means.some((x) => Number.isNaN(x))) throw new Error(`${path}.csv: not every series and step`)
  return { means, quantiles, cost: JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Cost }
}
