/** So much of a pivot's own size must be left, else the matrix is taken as singular: the square root of the precision of a double would still solve. */
const LEAST_PIVOT = 1e-10

/**
 * A = L Lᵀ in place.
 * @param a n × n row-major, symmetric; its lower triangle becomes L, what lies above is left
 * @returns whether A is positive definite; if not, its content is undefined
 */
export function cholesky(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const size = a[i * n + i]
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k]
      if (j < i) a[i * n + j] = sum / a[j * n + j]
      else if (sum > LEAST_PIVOT * size) a[i * n + i] = Math.sqrt(sum)
      else return false
    }
  }
  return true
}

/** Solves L Lᵀ x = b; b becomes x. @param l lower triangle as {@link cholesky} leaves it, n × n for b of n numbers */
export function choleskySolve(l: Float64Array, b: Float64Array): void {
  const n = b.length
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= l[i * n + k] * b[k]
    b[i] /= l[i * n + i]
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= l[k * n + i] * b[k]
    b[i] /= l[i * n + i]
  }
}
