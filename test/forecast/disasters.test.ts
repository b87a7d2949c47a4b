import { expect, test } from 'vitest'
import { countAbove, disasterCap } from '../../src/forecast/disasters.ts'
import type { Group } from '../../src/forecast/history.ts'

const groupOf = (values: readonly number[]): Group => ({
  rows: 1,
  steps: values.length,
  cycle: 12,
  values: Float64Array.from(values),
})

test('a month is a disaster beyond three widths of the middle half of the logarithms', () => {
  // Logarithms to base 2 of the positive values: 0, 1, 2, 3, 4, 5, 6, 7, 8, 30; quartiles 2.25 and 6.75, so the cap is 2^(6.75 + 3 · 4.5) = 2^20.25.
  const values = [1, 2, 4, 8, 16, 32, 64, 128, 256, 2 ** 30]
  const group = groupOf([0, Number.NaN, ...values])
  const cap = disasterCap(group, 12)
  expect(Math.log2(cap)).toBeCloseTo(20.25, 9)
  expect(countAbove(group, 12, cap)).toBe(1)
})

test('what comes at the end or after it, few values, or values all alike cap nothing', () => {
  const alike = groupOf([1, 1, 1, 1, 1, 1, 1, 1, 900])
  expect(disasterCap(alike, 9)).toBe(Infinity)
  expect(disasterCap(groupOf([1, 2, 3, 4, 5, 6, 7]), 7)).toBe(Infinity)
  const group = groupOf([1, 2, 4, 8, 16, 32, 64, 128, 2 ** 40])
  expect(disasterCap(group, 8)).toBe(disasterCap(groupOf([1, 2, 4, 8, 16, 32, 64, 128]), 8))
})
