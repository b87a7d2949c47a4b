import { seedFor } from '../kernel/random.ts'
import { DRAWS } from '../model/forecast.ts'
import { assignRuns, keepRuns, type Runs } from './worlds.ts'

/**
 * For each product the past column that orders each month ahead of each world, horizon × DRAWS; −1 without any run. A world is the same run for
 * all products that have it. Runs shorter than the horizon follow one another.
 */
export function sourcesOf(
  runs: ReadonlyMap<string, Runs>,
  horizon: number,
  seed: number,
): ReadonlyMap<string, Int32Array> {
  const whole = [...runs.values()].filter((r) => r.length === horizon)
  const union = [...new Set(whole.flatMap((r) => r.starts))].sort((a, b) => a - b)
  const master = union.length > 0 ? assignRuns(union, seedFor(seed, 'worlds')) : new Int32Array(DRAWS)
  const sources = new Map<string, Int32Array>()
  for (const [product, { starts, length }] of runs) {
    const source = new Int32Array(horizon * DRAWS).fill(-1)
    for (let j = 0; starts.length > 0 && j < horizon; j += length) {
      const name = `worlds ${product} ${j}`
      const start =
        length === horizon ? keepRuns(master, starts, seedFor(seed, name)) : assignRuns(starts, seedFor(seed, name))
      for (let i = 0; i < length && j + i < horizon; i++)
        for (let w = 0; w < DRAWS; w++) source[(j + i) * DRAWS + w] = start[w] + i
    }
    sources.set(product, source)
  }
  return sources
}
