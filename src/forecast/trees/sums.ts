import type { Group } from '../history.ts'

/** Sums of what is observed before each column: the sums of any stretch are a difference. */
export interface Sums {
  /** rows × (steps + 1). */
  readonly known: Float64Array
  readonly sum: Float64Array
  readonly size: Float64Array
  readonly zeros: Float64Array
  /** Means over the rows observed, by column; NaN where none is. */
  readonly whole: Float64Array
}

export function sumsOf({ values, rows, steps }: Group): Sums {
  const width = steps + 1
  const known = new Float64Array(rows * width)
  const sum = new Float64Array(rows * width)
  const size = new Float64Array(rows * width)
  const zeros = new Float64Array(rows * width)
  const total = new Float64Array(steps)
  const seen = new Float64Array(steps)
  for (let row = 0; row < rows; row++)
    for (let t = 0; t < steps; t++) {
      const at = row * width + t
      const value = values[row * steps + t]
      const is = Number.isNaN(value) ? 0 : 1
      const y = is === 1 ? value : 0
      known[at + 1] = known[at] + is
      sum[at + 1] = sum[at] + y
      size[at + 1] = size[at] + Math.abs(y)
      zeros[at + 1] = zeros[at] + (is === 1 && y === 0 ? 1 : 0)
      total[t] += y
      seen[t] += is
    }
  return { known, sum, size, zeros, whole: total.map((x, t) => (seen[t] > 0 ? x / seen[t] : Number.NaN)) }
}

/** Mean of one row over the columns from … to − 1; NaN where nothing is observed there. */
export function meanOver({ known, sum }: Sums, base: number, from: number, to: number): number {
  const n = known[base + to] - known[base + from]
  return n > 0 ? (sum[base + to] - sum[base + from]) / n : Number.NaN
}
