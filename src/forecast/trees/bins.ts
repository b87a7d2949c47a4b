/** Cuts of each feature into at most {@link MOST_BINS} − 1 stretches; bin 0 holds what is missing. */
export interface Cuts {
  readonly features: number
  /** Per feature: ascending; bin k + 1 holds numbers above the k-th cut, up to the next. */
  readonly at: readonly Float64Array[]
}

/** Of a feature, the one for missing numbers included. */
export const MOST_BINS = 64
/** Cuts are quantiles of so many rows at most. */
const SAMPLE = 5000

/**
 * Cuts at equal shares of the rows, between neighbouring values.
 * @param x rows × features, row-major; NaN is missing
 */
export function cutsOf(x: Float64Array, rows: number, features: number): Cuts {
  const apart = Math.max(1, Math.floor(rows / SAMPLE))
  const at = Array.from({ length: features }, (_, f) => {
    const seen: number[] = []
    for (let i = 0; i < rows; i += apart) if (!Number.isNaN(x[i * features + f])) seen.push(x[i * features + f])
    const sorted = Float64Array.from(seen).sort()
    const cuts: number[] = []
    for (let k = 1; k < MOST_BINS - 1; k++) {
      const i = Math.floor((k * sorted.length) / (MOST_BINS - 1))
      if (i < 1 || sorted[i] === sorted[i - 1]) continue
      const cut = (sorted[i - 1] + sorted[i]) / 2
      if (cuts.length === 0 || cut > cuts[cuts.length - 1]) cuts.push(cut)
    }
    return Float64Array.from(cuts)
  })
  return { features, at }
}

/** Writes the bins of one row. @param from where the row begins in x @param to where it begins in `out` */
export function binRow({ features, at }: Cuts, x: Float64Array, from: number, out: Uint8Array, to: number): void {
  for (let f = 0; f < features; f++) {
    const value = x[from + f]
    if (Number.isNaN(value)) {
      out[to + f] = 0
      continue
    }
    const cuts = at[f]
    let low = 0
    let high = cuts.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (value > cuts[mid]) low = mid + 1
      else high = mid
    }
    out[to + f] = low + 1
  }
}
