import type { Tree } from './tree.ts'

/**
 * Means of all nodes of a tree that add up and are nearest to what was forecast, in least squares weighted by 1 ÷ variance: the linear unbiased
 * forecast of least variance where errors of different nodes are uncorrelated (Wickramasuriya, Athanasopoulos and Hyndman 2019, "WLS"). Two passes
 * instead of a matrix. Upward, what a node says itself and what its children say in sum are averaged by 1 ÷ variance; downward, what that changed in
 * the sum is shared among the children in proportion to their variances.
 * @param base forecast of each node
 * @param variances of their errors; 0 stands as it is, ∞ for a node without a forecast of its own, whose base is not looked at
 * @returns as many numbers, each sum being that of its children
 */
export function wlsVariance(tree: Tree, base: Float64Array, variances: Float64Array): Float64Array {
  const { parent } = tree
  const n = parent.length
  const mean = Float64Array.from(base)
  const spread = Float64Array.from(variances)
  const sum = new Float64Array(n)
  const sumSpread = new Float64Array(n)
  for (let i = n - 1; i >= 0; i--) {
    if (i < tree.uppers) {
      const gain = sumSpread[i] === 0 ? 0 : sumSpread[i] / (sumSpread[i] + variances[i])
      mean[i] = gain === 0 ? sum[i] : sum[i] + gain * (base[i] - sum[i])
      spread[i] = (1 - gain) * sumSpread[i]
    }
    if (parent[i] < 0) continue
    sum[parent[i]] += mean[i]
    sumSpread[parent[i]] += spread[i]
  }
  for (let i = 0; i < n; i++) {
    const p = parent[i]
    if (p >= 0 && sumSpread[p] > 0) mean[i] += (spread[i] / sumSpread[p]) * (mean[p] - sum[p])
  }
  return mean
}
