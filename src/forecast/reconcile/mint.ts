import { type Projection, projection } from './projection.ts'
import { shrunkCovariance } from './shrinkage.ts'
import { addUp, type Tree } from './tree.ts'
import { wlsVariance } from './wls.ts'

/** Forecasts of one step ahead for all nodes of a tree → the same, so that they add up. */
export interface Reconciliation {
  readonly means: Projection
  /** Blocks whose errors' covariance was used, and those left to variances alone: too few errors, or a singular covariance. */
  readonly dense: number
  readonly left: number
}

/** A part of the tree whose errors are correlated: below one root's child. */
interface Block {
  /** Node at the top of it. */
  readonly top: number
  /** Nodes of the leaves. */
  readonly leaves: readonly number[]
  /** Nodes with a forecast of their own: sums, then leaves. */
  readonly told: readonly number[]
  readonly project: Projection
  /** Covariance of each told node's reconciled error with that of the top, and of the top with itself. */
  readonly withTop: Float64Array
  readonly variance: number
}

function blockOf(
  tree: Tree,
  top: number,
  below: readonly number[],
  variances: Float64Array,
  errors: Float64Array,
): Block | undefined {
  const nodes = tree.parent.length
  const sums = below.filter((i) => i < tree.uppers && variances[i] < Infinity)
  const leaves = below.filter((i) => i >= tree.uppers)
  const told = [...sums, ...leaves]
  const own = new Float64Array((errors.length / nodes) * told.length)
  for (let t = 0; t * nodes < errors.length; t++)
    told.forEach((node, i) => (own[t * told.length + i] = errors[t * nodes + node]))
  const found = shrunkCovariance(own, told.length)
  if (found === undefined) return undefined
  const place = new Map(sums.map((node, i) => [node, i]))
  const within = sums.map((): number[] => [])
  leaves.forEach((leaf, i) => {
    for (let node = tree.parent[leaf]; node >= 0; node = tree.parent[node]) {
      const at = place.get(node)
      if (at !== undefined) within[at].push(i)
    }
  })
  const { covariance } = found
  const project = projection(within, covariance)
  if (project === undefined) return undefined
  const row = new Float64Array(told.length)
  for (let i = 0; i < told.length; i++)
    for (let k = sums.length; k < told.length; k++) row[i] += covariance[i * told.length + k]
  const withTop = project(row)
  let variance = 0
  for (let k = sums.length; k < told.length; k++) variance += withTop[k]
  return { top, leaves, told, project, withTop, variance: Math.max(0, variance) }
}

/**
 * MinT with shrunk covariances inside each part below a root's child (a department), variances alone between the parts and above: the exact least
 * squares for a W of such blocks. Each block is reconciled by itself; its total and the variance of it are then one leaf of the tree above, and what the
 * two passes there change in the total is shared inside by covariance with it. (Wickramasuriya, Athanasopoulos and Hyndman 2019.)
 * @param variances of the nodes' errors, ∞ for one without a forecast of its own
 * @param errors times × nodes, of what the covariances are made; NaN where not known
 */
export function mintShrink(tree: Tree, variances: Float64Array, errors: Float64Array): Reconciliation {
  const { parent, uppers } = tree
  const below = new Map<number, number[]>()
  const topOf = new Int32Array(parent.length).fill(-1)
  parent.forEach((p, i) => {
    topOf[i] = p < 0 ? -1 : parent[p] < 0 ? i : topOf[p]
    const top = topOf[i]
    if (top < 0 || top >= uppers) return
    const found = below.get(top)
    if (found) found.push(i)
    else below.set(top, [i])
  })
  const blocks: Block[] = []
  for (const [top, nodes] of below) {
    const block = blockOf(tree, top, nodes, variances, errors)
    if (block) blocks.push(block)
  }
  const blockAt = new Map(blocks.map((block) => [block.top, block]))

  const inBlock = (i: number): boolean => topOf[i] >= 0 && blockAt.has(topOf[i])
  const all = Array.from(parent.keys())
  const open = all.filter((i) => i < uppers && !inBlock(i))
  const kept = [...open, ...blockAt.keys(), ...all.filter((i) => i >= uppers && !inBlock(i))]
  const at = new Map(kept.map((node, i) => [node, i]))
  const above: Tree = { parent: Int32Array.from(kept, (node) => at.get(parent[node]) ?? -1), uppers: open.length }
  const spread = Float64Array.from(kept, (node) => blockAt.get(node)?.variance ?? variances[node])

  const means: Projection = (base) => {
    const own = blocks.map(({ told, project }) => project(Float64Array.from(told, (node) => base[node])))
    const totals = new Map(
      blocks.map(({ top, told, leaves }, b) => {
        let sum = 0
        for (let k = told.length - leaves.length; k < told.length; k++) sum += own[b][k]
        return [top, sum]
      }),
    )
    const joint = wlsVariance(
      above,
      Float64Array.from(kept, (node) => totals.get(node) ?? base[node]),
      spread,
    )
    const out = new Float64Array(parent.length)
    kept.forEach((node, i) => (out[node] = joint[i]))
    blocks.forEach(({ top, told, withTop, variance }, b) => {
      const change = variance > 0 ? (out[top] - totals.get(top)!) / variance : 0
      told.forEach((node, k) => (out[node] = own[b][k] + withTop[k] * change))
    })
    addUp(tree, out)
    return out
  }
  return { means, dense: blocks.length, left: below.size - blocks.length }
}
