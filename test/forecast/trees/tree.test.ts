import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stream } from '../../../src/kernel/random.ts'
import { pinball } from '../../../src/kernel/quantile.ts'
import { binRow, cutsOf } from '../../../src/forecast/trees/bins.ts'
import { boostedValue, boostQuantile } from '../../../src/forecast/trees/boost.ts'
import { bestSplit, emptyHistogram, fillHistogram } from '../../../src/forecast/trees/histogram.ts'
import { growTree, leafValue } from '../../../src/forecast/trees/tree.ts'

const x = Number.NaN

/** Rows of numbers as bins, each feature cut by what is there. */
function binned(rows: readonly (readonly number[])[]) {
  const features = rows[0]!.length
  const flat = Float64Array.from(rows.flat())
  const cuts = cutsOf(flat, rows.length, features)
  const bins = new Uint8Array(flat.length)
  rows.forEach((_, i) => binRow(cuts, flat, i * features, bins, i * features))
  return { features, bins, cuts }
}

test('bins part between neighbouring values, and what is missing has one of its own', () => {
  const { bins, cuts } = binned([[3], [1], [x], [1], [2]])
  // Of 1 1 2 3: cuts at 1.5 and 2.5.
  expect([...cuts.at[0]!]).toEqual([1.5, 2.5])
  expect([...bins]).toEqual([3, 1, 0, 1, 2])
})

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 1, arbitrary: fc.constant(x) },
)
const lessons = fc.array(
  fc.record({
    features: fc.tuple(cell, cell),
    slope: fc.integer({ min: -9, max: 9 }),
    curve: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 2, maxLength: 12 },
)

test('the split found in a histogram gains as much as the best of all splits, tried one by one', () => {
  fc.assert(
    fc.property(lessons, fc.integer({ min: 1, max: 3 }), (rows, least) => {
      const limits = { least, ridge: 1 }
      const { features, bins } = binned(rows.map((r) => r.features))
      const slope = Float64Array.from(rows, (r) => r.slope)
      const curve = Float64Array.from(rows, (r) => r.curve)
      const asked = Int32Array.of(0, 1)
      const hist = emptyHistogram(features)
      const order = Int32Array.from(rows.keys())
      fillHistogram({ features, bins, slope, curve }, order, 0, rows.length, asked, hist)
      const found = bestSplit(hist, asked, limits)

      const worth = (side: typeof rows): number =>
        side.reduce((a, r) => a + r.slope, 0) ** 2 / (side.reduce((a, r) => a + r.curve, 0) + 1)
      let most = 0
      for (const f of [0, 1])
        for (const bound of [0, 1, 2, 3, 4, 5])
          for (const missingLeft of [true, false]) {
            const left = rows.filter((r) => (Number.isNaN(r.features[f]) ? missingLeft : r.features[f]! <= bound))
            const right = rows.filter((r) => !left.includes(r))
            const known = rows.filter((r) => !Number.isNaN(r.features[f]))
            // What is missing alone is no side: a bound lies between numbers or above them all.
            if (left.length < least || right.length < least || known.every((r) => r.features[f]! > bound)) continue
            most = Math.max(most, worth(left) + worth(right) - worth(rows))
          }
      expect(found?.gain ?? 0).toBeCloseTo(most, 9)
    }),
  )
})

test('a tree’s leaves hold Σ slope ÷ (Σ curvature + λ) of their rows, missing ones sent where they belong', () => {
  const { features, bins } = binned([[1], [2], [8], [9], [x], [x]])
  const slope = Float64Array.of(-3, -3, 5, 5, 5, 5)
  const curve = new Float64Array(6).fill(1)
  const settings = { leaves: 2, least: 1, ridge: 1, shrink: 0.5 }
  const tree = growTree(
    { features, bins, slope, curve },
    Int32Array.of(0, 1, 2, 3, 4, 5),
    Int32Array.of(0),
    settings,
    [],
  )
  // Left −6 ÷ 3, right 20 ÷ 5, halved.
  expect([0, 1, 2, 3, 4, 5].map((i) => leafValue(tree, bins, i))).toEqual([-1, -1, 2, 2, 2, 2])
})

test('with all rows and features each round lowers the pinball loss, and rare losses weigh by their weight', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(0.1, 0.5, 0.9), (seed, level) => {
      const random = stream(seed)
      const rows = Array.from({ length: 80 }, () => [random(), random() < 0.2 ? x : random()])
      const { features, bins } = binned(rows)
      const target = Float64Array.from(rows, ([a = 0, b = 0]) => 10 * a + (Number.isNaN(b) ? 5 : b) + random())
      const weight = target.map(() => 0.1 + random())
      const lossAfter = (rounds: number): number => {
        const settings = { rounds, shrink: 0.5, leaves: 4, least: 5, ridge: 0, rowShare: 1, featureShare: 1 }
        const boosted = boostQuantile({ features, bins, target, weight }, level, settings, stream(1))
        return target.reduce(
          (sum, y, i) => sum + weight[i]! * pinball(y, boostedValue(boosted, bins, i * features), level),
          0,
        )
      }
      const losses = [0, 5, 10, 20].map(lossAfter)
      for (let k = 1; k < losses.length; k++) expect(losses[k]).toBeLessThan(losses[k - 1]! * 1.02)
      expect(losses[3]).toBeLessThan(0.7 * losses[0]!)
    }),
    { numRuns: 20 },
  )
})
