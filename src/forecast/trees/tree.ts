import {
  bestSplit,
  emptyHistogram,
  fillHistogram,
  type LeafLimits,
  type Lessons,
  type Split,
  takeAway,
} from './histogram.ts'

/** One tree; node 0 is its root. */
export interface Tree {
  /** Feature asked; −1 in a leaf. */
  readonly feature: Int16Array
  /** Bins up to this one go left. */
  readonly bin: Uint8Array
  /** Whether what is missing (bin 0) goes left. */
  readonly missingLeft: Uint8Array
  /** The left child; the right one follows it. */
  readonly left: Int32Array
  /** What a leaf adds. */
  readonly value: Float64Array
}

export interface TreeSettings extends LeafLimits {
  readonly leaves: number
  /** Factor of what leaves add. */
  readonly shrink: number
}

/** A leaf that may yet be split; its rows lie together in the order. */
interface Open {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly hist: Float64Array
  readonly split: Split | undefined
}

/**
 * A tree grown leaf by leaf, the one that gains most first (Shi 2007; Ke et al. 2017). Of two children the smaller one is counted, the other is what is
 * left of the parent.
 * @param order rows to grow on; it is put into another order
 * @param asked features that may be asked
 * @param pool histograms to use again
 */
export function growTree(
  lessons: Lessons,
  order: Int32Array,
  asked: Int32Array,
  settings: TreeSettings,
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
  const spare = (): Float64Array => pool.pop() ?? emptyHistogram(features)
  const open = (node: number, from: number, to: number, hist: Float64Array): Open => {
    const split = to - from < 2 * settings.least ? undefined : bestSplit(hist, asked, settings)
    return { node, from, to, hist, split }
  }
  const whole = spare()
  fillHistogram(lessons, order, 0, order.length, asked, whole)
  const leaves = [open(0, 0, order.length, whole)]
  const aside = new Int32Array(order.length)
  while (leaves.length < settings.leaves) {
    const at = mostGaining(leaves)
    const { node, from, to, hist, split } = leaves[at]
    if (split === undefined) break
    let [end, others] = [from, 0]
    for (let i = from; i < to; i++) {
      const b = bins[order[i] * features + split.feature]
      if (b === 0 ? split.missingLeft : b <= split.bin) order[end++] = order[i]
      else aside[others++] = order[i]
    }
    order.set(aside.subarray(0, others), end)
    const child = 2 * leaves.length - 1
    tree.feature[node] = split.feature
    tree.bin[node] = split.bin
    tree.missingLeft[node] = split.missingLeft ? 1 : 0
    tree.left[node] = child
    const own = spare()
    const leftIsSmall = end - from <= to - end
    fillHistogram(lessons, order, leftIsSmall ? from : end, leftIsSmall ? end : to, asked, own)
    takeAway(hist, own, asked)
    leaves[at] = open(child, from, end, leftIsSmall ? own : hist)
    leaves.push(open(child + 1, end, to, leftIsSmall ? hist : own))
  }
  for (const { node, from, to, hist } of leaves) {
    let [g, h] = [0, 0]
    for (let i = from; i < to; i++) {
      g += slope[order[i]]
      h += curve[order[i]]
    }
    tree.value[node] = (settings.shrink * g) / (h + settings.ridge)
    pool.push(hist)
  }
  return tree
}

/** Index of the leaf whose split gains most, the first of equals. */
function mostGaining(leaves: readonly Open[]): number {
  let best = 0
  for (let i = 1; i < leaves.length; i++) if ((leaves[i].split?.gain ?? 0) > (leaves[best].split?.gain ?? 0)) best = i
  return best
}

/** What the tree adds to a row of bins that begins at `at`. */
export function leafValue({ feature, bin, missingLeft, left, value }: Tree, bins: Uint8Array, at: number): number {
  let node = 0
  while (feature[node] >= 0) {
    const b = bins[at + feature[node]]
    node = left[node] + ((b === 0 ? missingLeft[node] === 1 : b <= bin[node]) ? 0 : 1)
  }
  return value[node]
}
