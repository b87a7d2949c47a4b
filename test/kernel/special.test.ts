import { expect, test } from 'vitest'
import { logGamma, regularizedBeta } from '../../src/kernel/special.ts'

test('logGamma gives the logarithms of factorials and Γ(1/2) = √π', () => {
  let log = 0
  for (let n = 1; n <= 170; n++) {
    expect(logGamma(n) / Math.max(1, log)).toBeCloseTo(log / Math.max(1, log), 12)
    log += Math.log(n)
  }
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14)
  expect(logGamma(0.25) + logGamma(0.75)).toBeCloseTo(Math.log(Math.PI * Math.SQRT2), 12)
})

test('regularizedBeta with whole arguments is a binomial tail', () => {
  // I_x(a, b) = Σ_{j ≥ a} C(a + b − 1, j) x^j (1 − x)^(a + b − 1 − j)
  for (const [a, b, x] of [
    [1, 1, 0.3],
    [3, 5, 0.2],
    [10, 4, 0.9],
    [20, 30, 0.4],
  ] as const) {
    const n = a + b - 1
    let tail = 0
    for (let j = a; j <= n; j++) {
      const choose = Math.exp(logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1))
      tail += choose * x ** j * (1 - x) ** (n - j)
    }
    expect(regularizedBeta(x, a, b)).toBeCloseTo(tail, 11)
  }
})

test('regularizedBeta is 0 and 1 at the ends and mirrors: I_x(a, b) = 1 − I_{1−x}(b, a)', () => {
  expect(regularizedBeta(0, 2, 3)).toBe(0)
  expect(regularizedBeta(1, 2, 3)).toBe(1)
  for (const x of [0.01, 0.4, 0.77])
    expect(regularizedBeta(x, 2.5, 7.1) + regularizedBeta(1 - x, 7.1, 2.5)).toBeCloseTo(1, 12)
})
