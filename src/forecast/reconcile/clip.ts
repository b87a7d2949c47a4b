import { addUp, type Tree } from './tree.ts'

/** Leaves below 0 become 0, and sums are added up anew. Costs no accuracy where demand cannot be negative. @param means one per node, overwritten */
export function clipAndAddUp(tree: Tree, means: Float64Array): void {
  for (let i = tree.uppers; i < means.length; i++) means[i] = Math.max(0, means[i])
  addUp(tree, means)
}
