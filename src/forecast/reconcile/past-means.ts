import type { ForecastRecord } from '../record.ts'

/** Means that one method would have forecast at the origins of a backtest. */
export interface PastMeans {
  readonly rows: number
  readonly origins: number
  readonly horizon: number
  /** rows × origins (latest first) × steps ahead; NaN where what came is not known. */
  readonly mean: Float64Array
}

export const emptyMeans = (rows: number, horizon: number, origins: number): PastMeans => ({
  rows,
  origins,
  horizon,
  mean: new Float64Array(rows * origins * horizon).fill(Number.NaN),
})

/** @param meanOf cell of the record → what was forecast for it */
export function pastMeans(
  record: ForecastRecord,
  rows: number,
  horizon: number,
  origins: number,
  meanOf: (cell: number) => number,
): PastMeans {
  const out = emptyMeans(rows, horizon, origins)
  for (let c = 0; c < record.size; c++)
    out.mean[(record.row[c] * origins + record.origin[c]) * horizon + record.ahead[c]] = meanOf(c)
  return out
}

/** Those of some rows, in the order given. */
export function meansOfRows({ origins, horizon, mean }: PastMeans, rows: readonly number[]): PastMeans {
  const cells = origins * horizon
  const out = new Float64Array(rows.length * cells)
  rows.forEach((row, i) => out.set(mean.subarray(row * cells, (row + 1) * cells), i * cells))
  return { rows: rows.length, origins, horizon, mean: out }
}
