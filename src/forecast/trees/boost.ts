import type { Random } from '../../kernel/random.ts'
import { growTree, leafValue, type Tree, type TreeSettings } from './tree.ts'

/** A number and the trees that add to it. */
export interface Boosted {
  readonly start: number
  readonly trees: readonly Tree[]
}

export interface BoostSettings extends TreeSettings {
  readonly rounds: number
  /** Shares of rows and of features that each tree sees. */
  readonly rowShare: number
  readonly featureShare: number
}

/** Rows to learn from. */
export interface Table {
  readonly features: number
  /** rows × features. */
  readonly bins: Uint8Array
  readonly target: Float64Array
  readonly weight: Float64Array
}

/** Residuals below this share of the mean one count as if they were it: 1 ÷ |r| has no bound. */
const NEAR = 0.1

/**
 * A quantile by gradient boosting (Friedman 2001). The pinball loss has no curvature, so each round descends the parabola that touches it at the residual
 * r and lies above it elsewhere: slope r ÷ (ε + |r|) + 2τ − 1, curvature 1 ÷ (ε + |r|) (Hunter and Lange 2000). A leaf that sees all its rows cannot make
 * the loss greater, but for ε.
 */
export function boostQuantile(table: Table, level: number, settings: BoostSettings, random: Random): Boosted {
  const { features, bins, target, weight } = table
  const rows = target.length
  const start = weightedQuantile(target, weight, level)
  const told = new Float64Array(rows).fill(start)
  let [size, total] = [0, 0]
  for (let i = 0; i < rows; i++) {
    size += weight[i] * Math.abs(target[i] - start)
    total += weight[i]
  }
  const near = NEAR * (size / total) + 1e-12
  const slope = new Float64Array(rows)
  const curve = new Float64Array(rows)
  const pool: Float64Array[] = []
  const trees = Array.from({ length: settings.rounds }, () => {
    for (let i = 0; i < rows; i++) {
      const rest = target[i] - told[i]
      curve[i] = weight[i] / (near + Math.abs(rest))
      slope[i] = curve[i] * rest + weight[i] * (2 * level - 1)
    }
    const order = drawn(rows, settings.rowShare, random)
    const asked = drawn(features, settings.featureShare, random)
    const tree = growTree({ features, bins, slope, curve }, order, asked, settings, pool)
    for (let i = 0; i < rows; i++) told[i] += leafValue(tree, bins, i * features)
    return tree
  })
  return { start, trees }
}

/** What was learnt says of the row of bins that begins at `at`. */
export function boostedValue({ start, trees }: Boosted, bins: Uint8Array, at: number): number {
  let sum = start
  for (const tree of trees) sum += leafValue(tree, bins, at)
  return sum
}

/** The smallest number that has at least this share of the weight at or below it. */
function weightedQuantile(target: Float64Array, weight: Float64Array, level: number): number {
  const order = Array.from(target.keys()).sort((a, b) => target[a] - target[b])
  const total = weight.reduce((a, b) => a + b, 0)
  let sum = 0
  for (const i of order) {
    sum += weight[i]
    if (sum >= level * total) return target[i]
  }
  return target[order[order.length - 1]]
}

/** A share of 0 … n − 1, at least one, none twice; ascending (Knuth's selection sampling). */
function drawn(n: number, share: number, random: Random): Int32Array {
  const out = new Int32Array(Math.max(1, Math.round(share * n)))
  let got = 0
  for (let i = 0; i < n && got < out.length; i++) if (random() * (n - i) < out.length - got) out[got++] = i
  return out
}
