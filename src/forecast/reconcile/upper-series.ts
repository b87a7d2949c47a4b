import { WHOLE } from '../../model/demand.ts'
import { levelOf } from '../../model/ubigeo.ts'
import { firstDemand } from '../backtest.ts'
import type { Group } from '../history.ts'
import { neighboursOf } from '../neighbours.ts'
import { leavesBelow, type PlaceTree, type Tree } from './tree.ts'

/** The sums of one level, as series that are forecast together. */
export interface UpperGroup {
  /** Nodes of the rows. */
  readonly nodes: readonly number[]
  readonly group: Group
}

/** @returns one row per sum × steps: what its leaves add up to; NaN where less than {@link WHOLE} of them are observed */
export function sumSeries(tree: Tree, { values, steps }: Group): Float64Array {
  const out = new Float64Array(tree.uppers * steps)
  leavesBelow(tree).forEach((leaves, u) => {
    for (let t = 0; t < steps; t++) {
      let known = 0
      for (const leaf of leaves) {
        const value = values[leaf * steps + t]
        if (Number.isNaN(value)) continue
        known++
        out[u * steps + t] += value
      }
      if (known < WHOLE * leaves.length) out[u * steps + t] = Number.NaN
    }
  })
  return out
}

/**
 * Which sums have a forecast of their own: those of two children with any demand before the end. One that is its only child's would be told twice.
 * @returns one per sum
 */
export function ownSums(tree: Tree, leaves: Group, end: number): readonly boolean[] {
  const { parent, uppers } = tree
  const first = firstDemand(leaves)
  const active = Array.from(parent, (_, i) => i >= uppers && first[i - uppers] < end)
  const children = new Int32Array(uppers)
  for (let i = parent.length - 1; i > 0; i--) {
    if (!active[i] || parent[i] < 0) continue
    active[parent[i]] = true
    children[parent[i]]++
  }
  return Array.from(children, (n) => n > 1)
}

/**
 * Nation, departments and provinces, each level a group; only columns before the end.
 * @param leaves rows of the group in the order of the tree's leaves
 * @param own as {@link ownSums} tells
 */
export function upperGroups(
  tree: PlaceTree,
  leaves: Group,
  own: readonly boolean[],
  end: number,
): readonly UpperGroup[] {
  const { steps, cycle } = leaves
  const sums = sumSeries(tree, leaves)
  const byLevel = new Map<string, number[]>()
  tree.codes.forEach((code, u) => {
    if (!own[u]) return
    const level = levelOf(code)
    const found = byLevel.get(level)
    if (found) found.push(u)
    else byLevel.set(level, [u])
  })
  return [...byLevel.values()].map((nodes) => {
    const values = new Float64Array(nodes.length * steps).fill(Number.NaN)
    nodes.forEach((u, row) => values.set(sums.subarray(u * steps, u * steps + end), row * steps))
    const neighbours = neighboursOf(nodes.map((u) => tree.codes[u]))
    return { nodes, group: { rows: nodes.length, steps, cycle, values, neighbours } }
  })
}
