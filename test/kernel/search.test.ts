import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goldenSection } from '../../src/kernel/golden-section.ts'
import { nelderMead } from '../../src/kernel/nelder-mead.ts'
import { normalQuantile } from '../../src/kernel/normal.ts'

test('Nelder and Mead’s simplex finds the end of Rosenbrock’s valley at (1, 1)', () => {
  const x = Float64Array.of(-1.2, 1)
  const f = (p: Float64Array): number => 100 * (p[1]! - p[0]! ** 2) ** 2 + (1 - p[0]!) ** 2
  expect(nelderMead(f, x, [-5, -5], [5, 5], [0.5, 0.5], 400)).toBeLessThan(1e-6)
  expect(x[0]).toBeCloseTo(1, 2)
  expect(x[1]).toBeCloseTo(1, 2)
})

test('the simplex never leaves its box and never ends worse than it began', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (start, peak) => {
        const x = Float64Array.of(start)
        const f = (p: Float64Array): number => {
          expect(Math.abs(p[0]!)).toBeLessThanOrEqual(1)
          return (p[0]! - peak) ** 2
        }
        const value = nelderMead(f, x, [-1], [1], [0.3], 60)
        expect(value).toBeLessThanOrEqual((start - peak) ** 2)
        expect(x[0]).toBeCloseTo(Math.max(-1, Math.min(1, peak)), 2)
      },
    ),
    { numRuns: 100, seed: 1 },
  )
})

test('golden section finds the one valley', () => {
  expect(goldenSection((x) => (x - 0.3) ** 2, 0, 1, 1e-6)).toBeCloseTo(0.3, 5)
  expect(goldenSection((x) => x, 0, 1, 1e-6)).toBeCloseTo(0, 5)
})

test('normal quantiles are those of the tables', () => {
  // Abramowitz and Stegun, table 26.5.
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8)
  expect(normalQuantile(0.9)).toBeCloseTo(1.281551566, 8)
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 8)
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12)
})
