/** Every forecast of a backtest beside what came; cells in the order of origins (latest first), rows, steps ahead. */
export interface ForecastRecord {
  readonly members: number
  /** Levels per forecast. */
  readonly width: number
  /** Cells so far. */
  size: number
  readonly row: Int32Array
  /** Position of the origin in the schedule, 0 the latest. */
  readonly origin: Int32Array
  /** Steps ahead, 0 the first. */
  readonly ahead: Int32Array
  /** Column that was forecast. */
  readonly target: Int32Array
  /** Index into the classes of demand, by what was known at the origin. */
  readonly kind: Uint8Array
  readonly actual: Float64Array
  /** cells × members × width. */
  readonly quantiles: Float32Array
  /** cells × members. */
  readonly means: Float32Array
  /** @param quantiles of each member, steps ahead × width */
  add(
    row: number,
    origin: number,
    ahead: number,
    target: number,
    kind: number,
    actual: number,
    quantiles: readonly Float64Array[],
    means: readonly Float64Array[],
  ): void
}

export function emptyRecord(cells: number, members: number, width: number): ForecastRecord {
  return {
    members,
    width,
    size: 0,
    row: new Int32Array(cells),
    origin: new Int32Array(cells),
    ahead: new Int32Array(cells),
    target: new Int32Array(cells),
    kind: new Uint8Array(cells),
    actual: new Float64Array(cells),
    quantiles: new Float32Array(cells * members * width),
    means: new Float32Array(cells * members),
    add(row, origin, ahead, target, kind, actual, quantiles, means) {
      const at = this.size++
      this.row[at] = row
      this.origin[at] = origin
      this.ahead[at] = ahead
      this.target[at] = target
      this.kind[at] = kind
      this.actual[at] = actual
      for (let m = 0; m < members; m++) {
        const from = ahead * width
        const to = (at * members + m) * width
        const own = quantiles[m]
        for (let q = 0; q < width; q++) this.quantiles[to + q] = own[from + q]
        this.means[at * members + m] = means[m][ahead]
      }
    },
  }
}

/** Indexes of the record's cells that hold. */
export function cellsWhere(record: ForecastRecord, holds: (cell: number) => boolean): Int32Array {
  const found: number[] = []
  for (let c = 0; c < record.size; c++) if (holds(c)) found.push(c)
  return Int32Array.from(found)
}

/** One member's part of the record: cells × width. */
export function memberRecord({ members, width, size, quantiles }: ForecastRecord, m: number): Float32Array {
  const out = new Float32Array(size * width)
  for (let c = 0; c < size; c++)
    out.set(quantiles.subarray((c * members + m) * width, (c * members + m + 1) * width), c * width)
  return out
}
