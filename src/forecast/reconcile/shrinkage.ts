/**
 * Covariance of forecast errors, its correlations drawn towards 0 (Schäfer and Strimmer 2005, target D): λ = Σ Var(r_ij) ÷ Σ r_ij² over i ≠ j, of
 * errors over their root mean square, which is not taken about the mean: bias is an error, too (as Wickramasuriya et al. 2019).
 * @param errors times × nodes, row-major; times with an unknown error count nowhere
 * @returns nodes × nodes, or `undefined` where fewer than three times are known
 */
export function shrunkCovariance(
  errors: Float64Array,
  nodes: number,
): { readonly covariance: Float64Array; readonly shrinkage: number } | undefined {
  const times: Float64Array[] = []
  for (let at = 0; at < errors.length; at += nodes) {
    const row = errors.slice(at, at + nodes)
    if (row.every((x) => !Number.isNaN(x))) times.push(row)
  }
  const n = times.length
  if (n < 3) return undefined
  const size = new Float64Array(nodes)
  for (const row of times) for (let i = 0; i < nodes; i++) size[i] += row[i] * row[i]
  for (let i = 0; i < nodes; i++) size[i] = Math.sqrt(size[i] / n)
  for (const row of times) for (let i = 0; i < nodes; i++) row[i] = size[i] > 0 ? row[i] / size[i] : 0

  const covariance = new Float64Array(nodes * nodes)
  let doubt = 0
  let signal = 0
  for (let i = 0; i < nodes; i++)
    for (let j = 0; j < i; j++) {
      let sum = 0
      let squares = 0
      for (let t = 0; t < n; t++) {
        const product = times[t][i] * times[t][j]
        sum += product
        squares += product * product
      }
      const r = sum / n
      doubt += (squares - n * r * r) / (n * (n - 1))
      signal += r * r
      covariance[i * nodes + j] = r
    }
  const shrinkage = signal > 0 ? Math.min(1, Math.max(0, doubt / signal)) : 1
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < i; j++) {
      const value = (1 - shrinkage) * covariance[i * nodes + j] * size[i] * size[j]
      covariance[i * nodes + j] = value
      covariance[j * nodes + i] = value
    }
    covariance[i * nodes + i] = size[i] * size[i]
  }
  return { covariance, shrinkage }
}
