import { stream } from '../kernel/random.ts'
import { shuffle } from './worlds.ts'
import { DRAWS } from '../model/forecast.ts'

/** Overwritten by each series. */
export interface ShuffleScratch {
  readonly worlds: Int32Array
  readonly value: Float64Array
  readonly columns: Int32Array
  readonly rank: Int32Array
  readonly next: Int32Array
}

export const shuffleScratch = (months: number): ShuffleScratch => ({
  worlds: new Int32Array(DRAWS),
  value: new Float64Array(months),
  columns: new Int32Array(months),
  rank: new Int32Array(months),
  next: new Int32Array(DRAWS + 1),
})

/**
 * Schaake shuffle (Clark, Gangopadhyay, Hay, Rajagopalan and Wilby 2004) of one series: in each month its sorted draws go to the worlds in the
 * order of the values that the worlds' past months hold, ties in an order of worlds drawn once for the series. Nothing of the marginal changes.
 * @param values the series' months, NaN where not observed (such a month takes the place of another one drawn at random)
 * @param source horizon × DRAWS: the column whose value orders the world, −1 for none
 * @param sorted horizon × DRAWS, ascending in each month
 * @param out receives horizon × DRAWS from index `at` on
 */
export function shuffleSeries(
  values: Float64Array,
  source: Int32Array,
  sorted: Float64Array,
  horizon: number,
  seed: number,
  scratch: ShuffleScratch,
  out: Float64Array,
  at: number,
): void {
  const { worlds, value, columns, rank, next } = scratch
  const random = stream(seed)
  for (let w = 0; w < DRAWS; w++) worlds[w] = w
  shuffle(worlds, random)
  for (let j = 0; j < horizon; j++) {
    const base = j * DRAWS
    if (sorted[base] === sorted[base + DRAWS - 1]) {
      out.fill(sorted[base], at + base, at + base + DRAWS)
      continue
    }
    // Dense ranks of the distinct columns: equal values share one, so that only the order of worlds parts them.
    rank.fill(-1)
    let n = 0
    for (let w = 0; w < DRAWS; w++) {
      const c = source[base + w]
      if (c >= 0 && rank[c] < 0) {
        rank[c] = 0
        columns[n++] = c
      }
    }
    const used = columns.subarray(0, n).sort()
    for (let i = 0; i < n; i++) value[used[i]] = values[used[i]]
    fillGaps(used, value, random)
    used.sort((a, b) => value[a] - value[b])
    for (let i = 1; i < n; i++) rank[used[i]] = rank[used[i - 1]] + (value[used[i]] > value[used[i - 1]] ? 1 : 0)

    next.fill(0)
    for (let w = 0; w < DRAWS; w++) next[1 + (source[base + w] < 0 ? 0 : rank[source[base + w]])]++
    for (let r = 1; r <= DRAWS; r++) next[r] += next[r - 1]
    for (let k = 0; k < DRAWS; k++) {
      const w = worlds[k]
      const r = source[base + w] < 0 ? 0 : rank[source[base + w]]
      out[at + base + w] = sorted[base + next[r]++]
    }
  }
}

function fillGaps(used: Int32Array, value: Float64Array, random: () => number): void {
  let known = 0
  for (const c of used) if (!Number.isNaN(value[c])) known++
  if (known === used.length) return
  const pool = used.filter((c) => !Number.isNaN(value[c]))
  for (const c of used)
    if (Number.isNaN(value[c])) value[c] = known === 0 ? 0 : value[pool[Math.floor(random() * known)]]
}
