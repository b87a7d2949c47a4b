import { MOST_BINS } from './bins.ts'

/** What a tree is grown on. */
export interface Lessons {
  readonly features: number
  /** rows × features. */
  readonly bins: Uint8Array
  /** Of each row, minus the derivative of the loss by the forecast, and its curvature (> 0). */
  readonly slope: Float64Array
  readonly curve: Float64Array
}

/** What is asked in a node, and what is gained by it. */
export interface Split {
  readonly gain: number
  readonly feature: number
  /** Bins up to this one go left. */
  readonly bin: number
  /** Whether what is missing goes left. */
  readonly missingLeft: boolean
}

/** Limits of a leaf. */
export interface LeafLimits {
  /** Rows at least. */
  readonly least: number
  /** Added to the curvature of each leaf. */
  readonly ridge: number
}

/** Of a bin: sum of slopes, sum of curvatures, rows. */
const CHANNELS = 3
/** Numbers of one feature. */
const WIDTH = MOST_BINS * CHANNELS

export const emptyHistogram = (features: number): Float64Array => new Float64Array(features * WIDTH)

/** Sums by feature and bin over the rows `order[from … to − 1]`, of the features asked alone. */
export function fillHistogram(
  { features, bins, slope, curve }: Lessons,
  order: Int32Array,
  from: number,
  to: number,
  asked: Int32Array,
  out: Float64Array,
): void {
  out.fill(0)
  for (let i = from; i < to; i++) {
    const row = order[i]
    const base = row * features
    const g = slope[row]
    const h = curve[row]
    for (let k = 0; k < asked.length; k++) {
      const f = asked[k]
      const at = f * WIDTH + bins[base + f] * CHANNELS
      out[at] += g
      out[at + 1] += h
      out[at + 2]++
    }
  }
}

/** A node's histogram becomes that of one child when the other child's is taken away. */
export function takeAway(hist: Float64Array, child: Float64Array, asked: Int32Array): void {
  for (const f of asked) for (let k = f * WIDTH; k < (f + 1) * WIDTH; k++) hist[k] -= child[k]
}

/**
 * The split that gains most, the first of equals: G² ÷ (H + λ) of both sides less that of the whole (Friedman 2001; Chen and Guestrin 2016). What is
 * missing is tried on both sides.
 */
export function bestSplit(hist: Float64Array, asked: Int32Array, { least, ridge }: LeafLimits): Split | undefined {
  let best: Split | undefined
  for (const feature of asked) {
    const base = feature * WIDTH
    let [g, h, n] = [0, 0, 0]
    for (let at = base; at < base + WIDTH; at += CHANNELS) {
      g += hist[at]
      h += hist[at + 1]
      n += hist[at + 2]
    }
    const missing = hist[base + 2]
    const sides = missing > 0 ? [0, 1] : [0]
    let [left, bend, rows] = [0, 0, 0]
    for (let bin = 1; bin < MOST_BINS; bin++) {
      const at = base + bin * CHANNELS
      if (hist[at + 2] === 0) continue
      left += hist[at]
      bend += hist[at + 1]
      rows += hist[at + 2]
      for (const side of sides) {
        const n1 = rows + side * missing
        if (n1 < least || n - n1 < least) continue
        const g1 = left + side * hist[base]
        const h1 = bend + side * hist[base + 1]
        const gain = g1 ** 2 / (h1 + ridge) + (g - g1) ** 2 / (h - h1 + ridge) - g ** 2 / (h + ridge)
        if (gain > (best?.gain ?? LEAST_GAIN)) best = { gain, feature, bin, missingLeft: side === 1 }
      }
    }
  }
  return best
}

/** Less is rounding. */
const LEAST_GAIN = 1e-12
