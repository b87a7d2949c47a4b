import { quantileSorted } from '../../kernel/quantile.ts'
import { seedFor, stream } from '../../kernel/random.ts'
import type { Group } from '../history.ts'
import { binRow, type Cuts, cutsOf } from './bins.ts'
import { type Boosted, boostedValue, boostQuantile, type BoostSettings } from './boost.ts'
import { FEATURES } from './features.ts'
import { pastSteps } from './lessons.ts'
import type { Sums } from './sums.ts'

/** What a group's past teaches about a step ahead, over the scale of its row. */
export interface Forest {
  readonly cuts: Cuts
  /** Learnt from half of the seasons each; of each the 0.1, 0.5 and 0.9 quantile. */
  readonly halves: readonly (readonly Boosted[])[]
  /** Quantiles at 0 … 1 of (what came − median) ÷ width of its side, in the half that was not learnt from. */
  readonly shape: Float64Array
  /** Of the same, over the width of its side, the mean of what lies below the median, and of what lies above; 0 where the other is. */
  readonly meanBelow: number
  readonly meanAbove: number
}

const LEVELS = [0.1, 0.5, 0.9] as const
const SETTINGS: BoostSettings = {
  rounds: 100,
  shrink: 0.1,
  leaves: 12,
  least: 20,
  ridge: 1,
  rowShare: 0.5,
  featureShare: 0.5,
}
/** Fewer lessons in a half teach nothing. */
const LEAST = 200
/** Narrower than this share of the scale is no side of a distribution. */
const LEAST_WIDTH = 0.02
const SHAPE = 401

/** Median of a step ahead, and how far below and above it 80 % reach. */
interface Spread {
  readonly median: number
  readonly below: number
  readonly above: number
}

function spreadBy(halves: Forest['halves'], bins: Uint8Array, at: number): Spread {
  const [low, median, high] = LEVELS.map((_, q) =>
    halves.reduce((sum, half) => sum + boostedValue(half[q], bins, at) / halves.length, 0),
  )
  return { median, below: Math.max(LEAST_WIDTH, median - low), above: Math.max(LEAST_WIDTH, high - median) }
}

/**
 * Two halves of the past, every other season, each learnt by itself: what is forecast is their average, and how far what comes lies from it is seen
 * where each has not looked.
 * @param end columns from here on are not looked at
 * @param reach steps ahead at most
 * @returns `undefined` where there is too little to learn from
 */
export function growForest(group: Group, sums: Sums, end: number, reach: number): Forest | undefined {
  const random = stream(seedFor(end, `boosted-trees ${reach}`))
  const { x, target, weight, origin } = pastSteps(group, sums, end, reach, random)
  const n = target.length
  const half = Array.from(origin, (t) => Math.floor(t / Math.max(12, group.cycle)) % 2)
  const seen = half.reduce((sum, h) => sum + h, 0)
  if (Math.min(seen, n - seen) < LEAST) return undefined
  const cuts = cutsOf(x, n, FEATURES)
  const bins = new Uint8Array(n * FEATURES)
  for (let i = 0; i < n; i++) binRow(cuts, x, i * FEATURES, bins, i * FEATURES)
  const halves = [1, 0].map((own) => {
    const rows = Int32Array.from(half.keys()).filter((i) => half[i] === own)
    const table = {
      features: FEATURES,
      bins: new Uint8Array(rows.length * FEATURES),
      target: Float64Array.from(rows, (i) => target[i]),
      weight: Float64Array.from(rows, (i) => weight[i]),
    }
    rows.forEach((i, k) => table.bins.set(bins.subarray(i * FEATURES, (i + 1) * FEATURES), k * FEATURES))
    return LEVELS.map((level) => boostQuantile(table, level, SETTINGS, random))
  })
  const rests = new Float64Array(n)
  const sizes = new Float64Array(n)
  let [down, up, wide, tall] = [0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    // The first half learnt from odd seasons, so an even one has not been seen by it.
    const { median, below, above } = spreadBy([halves[half[i]]], bins, i * FEATURES)
    const rest = target[i] - median
    rests[i] = rest / (rest > 0 ? above : below)
    sizes[i] = weight[i] * (below + above)
    if (rest > 0) up += weight[i] * rest
    else down += weight[i] * rest
    tall += weight[i] * above
    wide += weight[i] * below
  }
  return { cuts, halves, shape: shapeOf(rests, sizes), meanBelow: down / wide, meanAbove: up / tall }
}

/** Quantiles of weighted numbers at the middles of equal slices. */
function shapeOf(rests: Float64Array, weight: Float64Array): Float64Array {
  const order = Int32Array.from(rests.keys()).sort((a, b) => rests[a] - rests[b])
  const total = weight.reduce((a, b) => a + b, 0)
  const shape = new Float64Array(SHAPE)
  let [sum, k] = [0, 0]
  for (const i of order) {
    sum += weight[i]
    for (; k < SHAPE && sum >= ((k + 0.5) / SHAPE) * total; k++) shape[k] = rests[i]
  }
  return shape.fill(rests[order[order.length - 1]], k)
}

/** One step ahead, over the scale. */
export interface Distribution {
  readonly mean: number
  readonly quantile: (level: number) => number
}

/**
 * @param x the step's description
 * @param bins room for {@link FEATURES} numbers, overwritten
 */
export function distributionOf(forest: Forest, x: Float64Array, bins: Uint8Array): Distribution {
  binRow(forest.cuts, x, 0, bins, 0)
  const { median, below, above } = spreadBy(forest.halves, bins, 0)
  return {
    mean: median + below * forest.meanBelow + above * forest.meanAbove,
    quantile: (level) => {
      const z = quantileSorted(forest.shape, level)
      return median + z * (z > 0 ? above : below)
    },
  }
}
