import type { Random } from '../../kernel/random.ts'
import { growTree, leafValue, type Tree, type TreeSettings } from './tree.ts'

/** A number and the trees that add to it. */
export interface Boosted {
  readonly start: number
  readonly trees: readonly Tree[]
}

export interface BoostSettings extends TreeSettings {
  readonly rounds: number
  readonly shrink: number
  /** Shares of rows and of features that each tree sees. */
  readonly rowShare: number
  readonly featureShare: number
}

/** Rows to learn from. */
export interface Table {
  readonly rows: number
  readonly features: number
  /** rows × features. */
  readonly bins: Uint8Array
  readonly target: Float64Array
  readonly weight: Float64Array
}

/** Residuals below this share of the mean one count as if they were it: 1/|r| has no bound. */
const NEAR = 0.1

/** Smallest number with at least this share of the weight at or below it. */
function weightedQuantile(target: Float64Array, weight: Float64Array, level: number): number {
  const order = Array.from(target.keys()).sort((a, b) => target[a] - target[b])
  const total = weight.reduce((a, b) => a + b, 0)
  let sum = 0
  for (const i of order) {
    sum += weight[i]
    if (sum >= level * total) return target[i]
  }
  return 0
}

/** A share of 0 … n − 1, drawn without putting back; ascending. */
function drawn(n: number, share: number, random: Random, least = 1): Int32Array {
  const wanted = Math.min(n, Math.max(least, Math.round(share * n)))
  const out = new Int32Array(wanted)
  let got = 0
  for (let i = 0; i < n && got < wanted; i++) if (random() * (n - i) < wanted - got) out[got++] = i
  return out
}

/**
 * Gradient boosting of a quantile (Friedman 2001). The pinball loss has no curvature, so each round descends the parabola that touches it at the
 * residual r and lies above it elsewhere, with slope r ÷ (ε + |r|) + 2τ − 1 and curvature 1 ÷ (ε + |r|) (Hunter and Lange 2000): no leaf can make the
 * loss greater.
 */
export function boostQuantile(table: Table, level: number, settings: BoostSettings, random: Random): Boosted {
  const { rows, features, bins, target, weight } = table
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
  const trees: Tree[] = []
  const pool: Float64Array[] = []
  for (let round = 0; round < settings.rounds; round++) {
    for (let i = 0; i < rows; i++) {
      const r = target[i] - told[i]
      const h = weight[i] / (near + Math.abs(r))
      slope[i] = h * r + weight[i] * (2 * level - 1)
      curve[i] = h
    }
    const order = drawn(rows, settings.rowShare, random)
    const asked = drawn(features, settings.featureShare, random)
    const tree = growTree({ features, bins, slope, curve }, order, asked, settings, settings.shrink, pool)
    trees.push(tree)
    for (let i = 0; i < rows; i++) told[i] += leafValue(tree, bins, i * features)
  }
  return { start, trees }
}

/** @param at where the row begins in `bins` */
export function boostedValue({ start, trees }: Boosted, bins: Uint8Array, at: number): number {
  let sum = start
  for (const tree of trees) sum += leafValue(tree, bins, at)
  return sum
}

