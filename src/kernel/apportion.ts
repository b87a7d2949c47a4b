/**
 * Splits a whole number in proportion to weights by largest remainder (Hamilton): the parts add up to the total exactly.
 * Ties go to the smaller index. With no positive weight every part is 0.
 * @param total whole number, at least 0
 * @param weights n non-negative numbers
 * @returns n whole numbers
 */
export function apportion(total: number, weights: ArrayLike<number>): Float64Array {
  const n = weights.length
  const parts = new Float64Array(n)
  let sum = 0
  for (let i = 0; i < n; i++) sum += weights[i]
  if (!(sum > 0) || total <= 0) return parts
  const rest = new Float64Array(n)
  let left = total
  for (let i = 0; i < n; i++) {
    const share = (total * weights[i]) / sum
    parts[i] = Math.floor(share)
    rest[i] = share - parts[i]
    left -= parts[i]
  }
  const order = Array.from({ length: n }, (_, i) => i).filter((i) => weights[i] > 0)
  order.sort((a, b) => rest[b] - rest[a] || a - b)
  for (let k = 0; left > 0; k = (k + 1) % order.length, left--) parts[order[k]] += 1
  return parts
}
