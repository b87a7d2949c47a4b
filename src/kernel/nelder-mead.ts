/** Reused between calls; for at most {@link MOST} unknowns. */
const MOST = 6

/**
 * Least value of a function in a box by the simplex of Nelder and Mead (1965), with the usual coefficients 1, 2, ½, ½. A point outside the
 * box is moved to its edge.
 * @param x starting point; receives the best one found
 * @param step edge of the first simplex along each axis
 * @param evaluations most calls of the function
 * @returns the value there
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  x: Float64Array,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  step: ArrayLike<number>,
  evaluations: number,
): number {
  const n = x.length
  if (n > MOST) throw new Error(`${n} unknowns`)
  const points = Array.from({ length: n + 1 }, () => Float64Array.from(x))
  const values = new Float64Array(n + 1)
  let calls = 0
  const at = (p: Float64Array): number => {
    for (let i = 0; i < n; i++) p[i] = Math.min(high[i], Math.max(low[i], p[i]))
    calls++
    const value = f(p)
    return Number.isNaN(value) ? Infinity : value
  }
  for (let k = 0; k <= n; k++) {
    // Away from the nearer edge, so that no first simplex is flat.
    if (k > 0) points[k][k - 1] += x[k - 1] + step[k - 1] <= high[k - 1] ? step[k - 1] : -step[k - 1]
    values[k] = at(points[k])
  }
  const centre = new Float64Array(n)
  const tried = new Float64Array(n)
  const second = new Float64Array(n)
  const along = (p: Float64Array, worst: Float64Array, t: number): number => {
    for (let i = 0; i < n; i++) p[i] = centre[i] + t * (centre[i] - worst[i])
    return at(p)
  }
  for (;;) {
    let best = 0
    let worst = 0
    for (let k = 1; k <= n; k++) {
      if (values[k] < values[best]) best = k
      if (values[k] >= values[worst]) worst = k
    }
    if (calls >= evaluations || values[worst] - values[best] <= 1e-7 * (Math.abs(values[best]) + 1e-12)) break
    let next = -Infinity
    centre.fill(0)
    for (let k = 0; k <= n; k++) {
      if (k === worst) continue
      next = Math.max(next, values[k])
      for (let i = 0; i < n; i++) centre[i] += points[k][i] / n
    }
    const replace = (p: Float64Array, value: number): void => {
      points[worst].set(p)
      values[worst] = value
    }
    const reflected = along(tried, points[worst], 1)
    if (reflected < values[best]) {
      const expanded = along(second, points[worst], 2)
      if (expanded < reflected) replace(second, expanded)
      else replace(tried, reflected)
      continue
    }
    if (reflected < next) {
      replace(tried, reflected)
      continue
    }
    const contracted = along(second, points[worst], reflected < values[worst] ? 0.5 : -0.5)
    if (contracted < Math.min(reflected, values[worst])) {
      replace(second, contracted)
      continue
    }
    for (let k = 0; k <= n; k++) {
      if (k === best) continue
      for (let i = 0; i < n; i++) points[k][i] = (points[k][i] + points[best][i]) / 2
      values[k] = at(points[k])
    }
  }
  let best = 0
  for (let k = 1; k <= n; k++) if (values[k] < values[best]) best = k
  x.set(points[best])
  return values[best]
}
