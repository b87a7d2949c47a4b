import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cholesky, choleskySolve } from '../../src/kernel/cholesky.ts'

const squares = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    b: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }),
  }),
)

test('A x is b again, whatever positive definite A', () => {
  fc.assert(
    fc.property(squares, ({ n, b }) => {
      // B Bᵀ + I.
      const a = Float64Array.from({ length: n * n }, (_, k) => {
        const [i, j] = [Math.floor(k / n), k % n]
        let sum = i === j ? 1 : 0
        for (let m = 0; m < n; m++) sum += b[i * n + m]! * b[j * n + m]!
        return sum
      })
      const l = Float64Array.from(a)
      expect(cholesky(l, n)).toBe(true)
      const x = Float64Array.from({ length: n }, (_, i) => i + 1)
      choleskySolve(l, x)
      for (let i = 0; i < n; i++) {
        let sum = 0
        for (let j = 0; j < n; j++) sum += a[i * n + j]! * x[j]!
        expect(sum).toBeCloseTo(i + 1, 8)
      }
    }),
  )
})

test('a matrix of lesser rank or with a negative direction is refused', () => {
  expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBe(false)
  expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBe(false)
  expect(cholesky(Float64Array.of(0), 1)).toBe(false)
})
