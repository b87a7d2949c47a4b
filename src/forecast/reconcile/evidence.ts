/** What all nodes of a hierarchy would have been forecast at past origins, before anything was made to add up, and what came. */
export interface NodePast {
  readonly nodes: number
  /** The first of them: what is not a leaf. */
  readonly sums: number
  /** Columns of the origins, latest first. */
  readonly origins: readonly number[]
  readonly horizon: number
  /** nodes × origins × steps ahead; NaN where it is not known, 0 for a sum without a forecast of its own. */
  readonly mean: Float64Array
  /** nodes × steps: the series themselves. */
  readonly values: Float64Array
  readonly steps: number
}

/** Errors that the weights of a reconciliation are made of. */
export interface Evidence {
  /** Mean squared error of each node; ∞ where none is known. */
  readonly variances: Float64Array
  /** Target columns × nodes: error for that column, the mean over the origins it was forecast at; NaN where it is
   * not known, 0 for a node of which none ever is. */
  readonly errors: Float64Array
}

/** @param uses which forecasts are looked at, by position of the origin and target column */
export function evidenceOf(past: NodePast, uses: (origin: number, target: number) => boolean): Evidence {
  const { nodes, origins, horizon, mean, values, steps } = past
  const targets = new Set<number>()
  origins.forEach((o, k) => {
    for (let j = 0; j < horizon; j++) if (uses(k, o + j)) targets.add(o + j)
  })
  const place = new Map([...targets].sort((a, b) => a - b).map((t, i) => [t, i]))
  const errors = new Float64Array(place.size * nodes)
  const counts = new Int32Array(place.size * nodes)
  const variances = new Float64Array(nodes)
  for (let i = 0; i < nodes; i++) {
    let known = 0
    for (let k = 0; k < origins.length; k++)
      for (let j = 0; j < horizon; j++) {
        const target = origins[k] + j
        if (!uses(k, target)) continue
        const error = values[i * steps + target] - mean[(i * origins.length + k) * horizon + j]
        if (Number.isNaN(error)) continue
        variances[i] += error * error
        known++
        const at = place.get(target)! * nodes + i
        errors[at] += error
        counts[at]++
      }
    variances[i] = known > 0 ? variances[i] / known : Infinity
    for (let at = i; at < errors.length; at += nodes)
      errors[at] = counts[at] > 0 ? errors[at] / counts[at] : known > 0 ? Number.NaN : 0
  }
  return { variances, errors }
}
