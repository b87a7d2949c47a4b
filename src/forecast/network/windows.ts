import type { Random } from '../../kernel/random.ts'
import type { WindowSource } from './window.ts'

/** A window with less behind it teaches noise. */
const ENOUGH_LAGS = 6
/** Every fifth place is held out of the last months, so that the network is stopped by months it has not learned and still learns from them. */
const HELD = 5
/** Validation windows begin this many months one after the other. */
const ROLLS = 3
/** Fewer windows than this are all used in each epoch; of more, this many are drawn anew. */
const AN_EPOCH = 50_000

/** Inputs that some windows borrow. */
export interface Swap {
  /** Index into the parts; −1: the window borrows nothing. */
  readonly driver: Int8Array
  /** Whose inputs, and at which origin. */
  readonly row: Int32Array
  readonly origin: Int32Array
  /** Which inputs: ranges [from, to) of the lags and of the others. */
  readonly parts: readonly {
    readonly lags: readonly [number, number]
    readonly known: readonly [number, number]
  }[]
}

/** (row, origin) of each window. */
export interface Windows {
  readonly row: Int32Array
  readonly origin: Int32Array
}

/** Where the targets of training end: of held-out rows earlier. */
export interface Split {
  readonly limit: (row: number) => number
  readonly training: Windows
  readonly validation: Windows
}

export function splitWindows(source: WindowSource): Split {
  const { rows, months, horizon } = source
  const ahead = Math.min(horizon, Math.floor(months / 4))
  const cut = months - ahead - ROLLS + 1
  const held = (row: number): boolean => row % HELD === HELD - 1 && cut > ENOUGH_LAGS && ahead > 0
  const limit = (row: number): number => (held(row) ? cut : months)
  return {
    limit,
    training: collect(source, (row) => [ENOUGH_LAGS, limit(row) - 1], limit),
    validation: collect(
      source,
      (row) => (held(row) ? [cut, cut + ROLLS - 1] : [0, -1]),
      () => months,
    ),
  }

  function collect(
    { values, settings }: WindowSource,
    span: (row: number) => readonly [number, number],
    end: (row: number) => number,
  ): Windows {
    const row: number[] = []
    const origin: number[] = []
    // Observed cells before each column of one row.
    const before = new Int32Array(months + 1)
    for (let i = 0; i < rows; i++) {
      for (let t = 0; t < months; t++) before[t + 1] = before[t] + (Number.isNaN(values[i * months + t]) ? 0 : 1)
      const [a, b] = span(i)
      for (let o = a; o <= b; o++) {
        if (before[o] - before[Math.max(0, o - settings.lags)] < ENOUGH_LAGS) continue
        if (before[Math.min(o + horizon, end(i))] === before[o]) continue
        row.push(i)
        origin.push(o)
      }
    }
    return { row: Int32Array.from(row), origin: Int32Array.from(origin) }
  }
}

/** Sums of the windows' weights log(1 + mean of the row) + 1: a larger place has more to lose. */
export function cumulativeWeights({ values, months, quantum }: WindowSource, { row }: Windows): Float64Array {
  const sums = new Float64Array(row.length)
  let last = -1
  let weight = 0
  for (let w = 0; w < row.length; w++) {
    if (row[w] !== last) {
      last = row[w]
      let sum = 0
      let n = 0
      for (let t = 0; t < months; t++) {
        const y = values[last * months + t]
        if (Number.isNaN(y)) continue
        sum += Math.abs(y)
        n++
      }
      weight = Math.log1p(sum / Math.max(1, n) / quantum) + 1
    }
    sums[w] = (w === 0 ? 0 : sums[w - 1]) + weight
  }
  return sums
}

export const epochSize = (sums: Float64Array): number => Math.min(sums.length, AN_EPOCH)

/** Indexes of the windows of one epoch, in random order. */
export function epochOf(sums: Float64Array, random: Random): Int32Array {
  const n = sums.length
  const total = sums[n - 1]
  const order = Int32Array.from({ length: epochSize(sums) }, (_, i) =>
    n <= AN_EPOCH ? i : firstAbove(sums, random() * total),
  )
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
  return order
}

function firstAbove(sums: Float64Array, x: number): number {
  let a = 0
  let b = sums.length - 1
  while (a < b) {
    const c = (a + b) >> 1
    if (sums[c] > x) b = c
    else a = c + 1
  }
  return a
}
