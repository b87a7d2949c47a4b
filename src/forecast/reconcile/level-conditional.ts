import { leavesBelow, type Tree } from './tree.ts'

/** Sums of leaves, in levels within which no leaf is counted twice. */
export interface Levels {
  /** Of each sum the leaves, counted from 0. Nodes are the sums, then the leaves. */
  readonly sums: readonly (readonly number[])[]
  /** Indexes of sums, level by level. */
  readonly levels: readonly (readonly number[])[]
}

/** Levels of a tree: by steps below a root. @param told whether a sum has a forecast of its own */
export function levelsOf(tree: Tree, told: (sum: number) => boolean): Levels {
  const depth = new Int32Array(tree.uppers)
  const levels: number[][] = []
  for (let i = 0; i < tree.uppers; i++) {
    depth[i] = tree.parent[i] < 0 ? 0 : depth[tree.parent[i]] + 1
    levels[depth[i]] ??= []
    if (told(i)) levels[depth[i]].push(i)
  }
  return { sums: leavesBelow(tree), levels: levels.filter((level) => level.length > 0) }
}

/**
 * Means that add up, as the average of several that do: the leaves as they are, and for each level the leaves stretched so that they reach that
 * level's own forecasts (level-conditional forecasts: Hollyman, Petropoulos and Tipping 2021; here by a factor instead of a difference, so that each
 * leaf takes the season of the sums it lies in, 0 stays 0 and nothing becomes negative). Needs no variances.
 * @param base one per node
 */
export function levelConditional({ sums, levels }: Levels, base: Float64Array): Float64Array {
  const uppers = sums.length
  const out = new Float64Array(base.length)
  const leaves = base.subarray(uppers)
  const mean = out.subarray(uppers)
  mean.set(leaves)
  for (const level of levels) {
    const own = Float64Array.from(leaves)
    for (const u of level) {
      let sum = 0
      for (const leaf of sums[u]) sum += leaves[leaf]
      if (sum > 0) for (const leaf of sums[u]) own[leaf] *= Math.max(0, base[u]) / sum
    }
    for (let i = 0; i < own.length; i++) mean[i] += own[i]
  }
  for (let i = 0; i < mean.length; i++) mean[i] /= levels.length + 1
  sums.forEach((below, u) => {
    for (const leaf of below) out[u] += mean[leaf]
  })
  return out
}
