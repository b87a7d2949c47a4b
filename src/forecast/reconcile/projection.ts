import { cholesky, choleskySolve } from '../../kernel/cholesky.ts'

/** Means of all nodes → the nearest that add up. */
export type Projection = (base: Float64Array) => Float64Array

/**
 * x − W Cᵀ (C W Cᵀ)⁻¹ C x, C x = 0 saying that every sum is that of its leaves: the same as S (Sᵀ W⁻¹ S)⁻¹ Sᵀ W⁻¹ x (Wickramasuriya et al. 2019), but W
 * need not have an inverse and the system has one row per sum. Any sums, also crossed ones.
 * @param sums of each sum the leaves, counted from 0; nodes are the sums, then the leaves
 * @param covariance W, nodes × nodes
 * @returns `undefined` where the system is singular
 */
export function projection(sums: readonly (readonly number[])[], covariance: Float64Array): Projection | undefined {
  const uppers = sums.length
  const nodes = Math.sqrt(covariance.length)
  // Row u of C Wᵀ: the covariance of each node with what sum u misses.
  const along = new Float64Array(uppers * nodes)
  sums.forEach((leaves, u) => {
    for (let i = 0; i < nodes; i++) {
      let x = covariance[u * nodes + i]
      for (const leaf of leaves) x -= covariance[(uppers + leaf) * nodes + i]
      along[u * nodes + i] = x
    }
  })
  const misses = (x: Float64Array, at: number): Float64Array =>
    Float64Array.from(sums, (leaves, u) => leaves.reduce((rest, leaf) => rest - x[at + uppers + leaf], x[at + u]))
  const system = new Float64Array(uppers * uppers)
  for (let u = 0; u < uppers; u++) system.set(misses(along, u * nodes), u * uppers)
  // A sum of which nothing ever varied can miss nothing: 0 = 0, said as 1 · 0 = 0.
  for (let u = 0; u < uppers; u++) if (system[u * uppers + u] === 0) system[u * uppers + u] = 1
  if (!cholesky(system, uppers)) return undefined
  return (base) => {
    const weights = misses(base, 0)
    choleskySolve(system, weights)
    const out = Float64Array.from(base)
    for (let u = 0; u < uppers; u++) for (let i = 0; i < nodes; i++) out[i] -= weights[u] * along[u * nodes + i]
    return out
  }
}
