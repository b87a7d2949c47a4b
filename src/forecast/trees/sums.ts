import type { Group } from '../history.ts'

/** Running sums of what is observed: those of any stretch of columns are one difference. */
export interface Sums {
  /** rows × (steps + 1): how many are observed before a column, their sum, the sum of their sizes, and how many are 0. */
  readonly known: Float64Array
  readonly sum: Float64Array
  readonly size: Float64Array
  readonly zeros: Float64Array
  /** By column, the mean of the rows that are observed there; NaN where none is. */
  readonly whole: Float64Array
}

export function sumsOf({ values, rows, steps }: Group): Sums {
  const empty = (): Float64Array => new Float64Array(rows * (steps + 1))
  const sums = { known: empty(), sum: empty(), size: empty(), zeros: empty() }
  const total = new Float64Array(steps)
  const seen = new Float64Array(steps)
  for (let row = 0; row < rows; row++)
    for (let t = 0; t < steps; t++) {
      const at = row * (steps + 1) + t
      const value = values[row * steps + t]
      const known = Number.isNaN(value) ? 0 : 1
      const y = known === 1 ? value : 0
      sums.known[at + 1] = sums.known[at] + known
      sums.sum[at + 1] = sums.sum[at] + y
      sums.size[at + 1] = sums.size[at] + Math.abs(y)
      sums.zeros[at + 1] = sums.zeros[at] + (value === 0 ? 1 : 0)
      total[t] += y
      seen[t] += known
    }
  return { ...sums, whole: total.map((y, t) => (seen[t] > 0 ? y / seen[t] : Number.NaN)) }
}

/** Mean over the columns from … to − 1 of the row whose sums begin at `base`; NaN where nothing is observed. */
export function meanOver({ known, sum }: Sums, base: number, from: number, to: number): number {
  const n = known[base + to] - known[base + from]
  return n > 0 ? (sum[base + to] - sum[base + from]) / n : Number.NaN
}

/** The same of the whole group. */
export function wholeOver({ whole }: Sums, from: number, to: number): number {
  let [sum, n] = [0, 0]
  for (let t = from; t < to; t++) {
    if (Number.isNaN(whole[t])) continue
    sum += whole[t]
    n++
  }
  return n > 0 ? sum / n : Number.NaN
}
