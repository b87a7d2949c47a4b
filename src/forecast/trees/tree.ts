import { MOST_BINS } from './bins.ts'

/** Nodes of one tree; node 0 is the root. */
export interface Tree {
  /** Feature asked, −1 in a leaf. */
  readonly feature: Int16Array
  /** Bins up to this one go left. */
  readonly bin: Uint8Array
  /** Whether what is missing (bin 0) goes left. */
  readonly missingLeft: Uint8Array
  /** Its left child; the right one follows it. */
  readonly left: Int32Array
  /** What a leaf adds. */
  readonly value: Float64Array
}

/** What a tree is grown on: rows of bins, and the first and second derivative of the loss of each. */
export interface Lessons {
  readonly features: number
  /** rows × features. */
  readonly bins: Uint8Array
  /** Minus the derivative of the loss by the forecast, and its curvature (> 0). */
  readonly slope: Float64Array
  readonly curve: Float64Array
}

export interface TreeSettings {
  readonly leaves: number
  /** Rows in a leaf at least. */
  readonly least: number
  /** Added to the curvature of each leaf. */
  readonly ridge: number
}

export interface Split {
  readonly gain: number
  readonly feature: number
  readonly bin: number
  readonly missingLeft: boolean
}

/** Of a bin: sum of slopes, sum of curvatures, rows. */
const CHANNELS = 3
const WIDTH = MOST_BINS * CHANNELS

/** Sums by feature and bin over the rows `order[from … to)`; only the features asked are filled. */
export function histogram(
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

/** The split of most gain G²/(H + λ) left + right − whole (Friedman 2001; Chen and Guestrin 2016), the first of equals. */
export function bestSplit(hist: Float64Array, asked: Int32Array, { least, ridge }: TreeSettings): Split | undefined {
  let best: Split | undefined
  let most = 1e-12
  for (const f of asked) {
    const base = f * WIDTH
    let [g, h, n] = [0, 0, 0]
    for (let b = 0; b < MOST_BINS; b++) {
      g += hist[base + b * CHANNELS]
      h += hist[base + b * CHANNELS + 1]
      n += hist[base + b * CHANNELS + 2]
    }
    const whole = (g * g) / (h + ridge)
    const missing = hist[base + 2]
    let [lg, lh, ln] = [0, 0, 0]
    for (let b = 1; b < MOST_BINS; b++) {
      const at = base + b * CHANNELS
      if (hist[at + 2] === 0) continue
      lg += hist[at]
      lh += hist[at + 1]
      ln += hist[at + 2]
      for (let side = 0; side < (missing > 0 ? 2 : 1); side++) {
        const wl = side === 1 ? 1 : 0
        const n1 = ln + wl * missing
        if (n1 < least || n - n1 < least) continue
        const g1 = lg + wl * hist[base]
        const h1 = lh + wl * hist[base + 1]
        const gain = (g1 * g1) / (h1 + ridge) + ((g - g1) * (g - g1)) / (h - h1 + ridge) - whole
        if (gain > most) {
          most = gain
          best = { gain, feature: f, bin: b, missingLeft: wl === 1 }
        }
      }
    }
  }
  return best
}

interface Open {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly hist: Float64Array
  readonly split: Split | undefined
}

/**
 * A tree grown leaf by leaf, the leaf of most gain first (Shi 2007; Ke et al. 2017): of two children the smaller one is counted, the other is what
 * is left of the parent.
 * @param order rows to grow on; it is reordered
 * @param shrink factor of what leaves add
 * @param pool histograms to use again
 */
export function growTree(
  lessons: Lessons,
  order: Int32Array,
  asked: Int32Array,
  settings: TreeSettings,
  shrink: number,
  pool: Float64Array[],
): Tree {
  const { features, bins, slope, curve } = lessons
  const nodes = 2 * settings.leaves - 1
  const tree: Tree = {
    feature: new Int16Array(nodes).fill(-1),
    bin: new Uint8Array(nodes),
    missingLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes),
    value: new Float64Array(nodes),
  }
  const spare = (): Float64Array => pool.pop() ?? new Float64Array(features * WIDTH)
  const open = (node: number, from: number, to: number, hist: Float64Array): Open => ({
    node,
    from,
    to,
    hist,
    split: to - from < 2 * settings.least ? undefined : bestSplit(hist, asked, settings),
  })
  const first = spare()
  histogram(lessons, order, 0, order.length, asked, first)
  const leaves: Open[] = [open(0, 0, order.length, first)]
  let used = 1
  const right = new Int32Array(order.length)
  while (leaves.length < settings.leaves) {
    let at = -1
    leaves.forEach(({ split }, i) => {
      if (split && (at < 0 || split.gain > (leaves[at].split?.gain ?? 0))) at = i
    })
    const leaf = leaves[at]
    if (leaf?.split === undefined) break
    const { node, from, to, hist, split } = leaf
    let end = from
    let others = 0
    for (let i = from; i < to; i++) {
      const b = bins[order[i] * features + split.feature]
      if (b === 0 ? split.missingLeft : b <= split.bin) order[end++] = order[i]
      else right[others++] = order[i]
    }
    order.set(right.subarray(0, others), end)
    tree.feature[node] = split.feature
    tree.bin[node] = split.bin
    tree.missingLeft[node] = split.missingLeft ? 1 : 0
    tree.left[node] = used
    const own = spare()
    const small = end - from <= to - end
    histogram(lessons, order, small ? from : end, small ? end : to, asked, own)
    for (const f of asked) for (let k = f * WIDTH; k < (f + 1) * WIDTH; k++) hist[k] -= own[k]
    leaves[at] = open(used, from, end, small ? own : hist)
    leaves.push(open(used + 1, end, to, small ? hist : own))
    used += 2
  }
  for (const { node, from, to, hist } of leaves) {
    let [g, h] = [0, 0]
    for (let i = from; i < to; i++) {
      g += slope[order[i]]
      h += curve[order[i]]
    }
    tree.value[node] = (shrink * g) / (h + settings.ridge)
    pool.push(hist)
  }
  return tree
}

/** What the tree says of a row of bins. */
export function leafValue(
  { feature, bin, missingLeft, left, value }: Tree,
  bins: Uint8Array,
  at: number,
): number {
  let node = 0
  while (feature[node] >= 0) {
    const b = bins[at + feature[node]]
    node = left[node] + ((b === 0 ? missingLeft[node] === 1 : b <= bin[node]) ? 0 : 1)
  }
  return value[node]
}
