import { assert, double, array, property } from 'fast-check'
import { expect, test } from 'vitest'
import { needBreaks } from '../../src/workspace/reading/breaks.ts'

test('classes of need rise from 1, whatever the needs are', () => {
  assert(
    property(array(double({ min: 0, max: 1e9, noNaN: true })), (needs) => {
      const breaks = needBreaks(needs)
      expect(breaks[0]).toBe(1)
      for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1] ?? 0)
    }),
  )
})

test('bounds are round numbers near the 35, 65, 85 and 95 % quantiles of the needs of at least one person', () => {
  // 1 … 1000: the quantiles are 350.65, 650.35, 850.15, 950.05; rounded down to 1, 1.5, 2, 3, 4, 5, 6 or 8 × 10ⁿ, and above the bound before
  const needs = [0, 0, 0.4, ...Array.from({ length: 1000 }, (_, i) => i + 1)]
  expect(needBreaks(needs)).toEqual([1, 300, 600, 800, 1000])
})

test('without needs the bounds are the smallest round numbers', () => {
  expect(needBreaks([])).toEqual([1, 3, 4, 5, 6])
})
