import { assert, array, double, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, monthOf } from '../../src/model/month.ts'
import { areaPath, curve, curvePath, linePath, type Point } from '../../web/src/chart/curve.ts'
import { roundTicks, roundTop, skewed, valueScale } from '../../web/src/chart/value-scale.ts'
import { fanFrame, gapsOf, stretchesOf } from '../../web/src/forecast/fan-frame.ts'
import { placeLabels, spread } from '../../web/src/forecast/place-labels.ts'
import type { Predicted, Recorded } from '../../web/src/forecast/shown-forecast.ts'

const first = monthOf(2020, 1)
const recorded = (persons: readonly (number | null)[]): readonly Recorded[] =>
  persons.map((p, i) => ({ at: addMonths(first, i), persons: p ?? 0, status: p === null ? 'missing' : 'observed' }))
const predicted = (after: number, high: number, most = high): Predicted => ({
  at: addMonths(first, after),
  mean: high / 2,
  median: high / 3,
  half: [0, high / 2],
  eighty: [0, high],
  most: [0, most],
  positive: 1,
  supply: null,
})
const future = (from: number, highs: readonly number[]) => highs.map((high, i) => predicted(from + i, high))

test('a curve goes through its points and never above or below the two ends of a piece', () => {
  const points = array(tuple(double({ min: 0.1, max: 50, noNaN: true }), double({ min: 0, max: 1000, noNaN: true })), {
    minLength: 2,
    maxLength: 12,
  }).map((steps) => {
    let x = 0
    return steps.map(([dx, y]): Point => [(x += dx), y])
  })
  assert(
    property(points, (through) => {
      const pieces = curve(through)
      expect(pieces.map(([from]) => from)).toEqual(through.slice(0, -1))
      expect(pieces.map(([, , , to]) => to)).toEqual(through.slice(1))
      for (const [from, out, into, to] of pieces) {
        const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
        // A Bézier piece stays between its four heights.
        for (const [, y] of [out, into]) {
          expect(y).toBeGreaterThanOrEqual(low - 1e-9)
          expect(y).toBeLessThanOrEqual(high + 1e-9)
        }
      }
    }),
  )
})

test('paths in SVG: a line, a smooth line, the area between two, nothing for too few points', () => {
  expect(
    linePath([
      [0, 1],
      [2, 3.456],
    ]),
  ).toBe('M0 1L2 3.46')
  // A straight line bends nowhere: its handles lie on it, at the thirds.
  expect(
    curvePath([
      [0, 0],
      [3, 6],
    ]),
  ).toBe('M0 0C1 2 2 4 3 6')
  expect(
    areaPath(
      [
        [0, 0],
        [3, 0],
      ],
      [
        [0, 9],
        [3, 9],
      ],
    ),
  ).toBe('M0 0C1 0 2 0 3 0L3 9C2 9 1 9 0 9Z')
  expect([linePath([]), curvePath([[1, 1]]), areaPath([[1, 1]], [[1, 2]])]).toEqual(['', '', ''])
})

test('the axis is a square root when the largest value exceeds twenty times the median of those above zero', () => {
  // Above zero: 1, 10, 200 with median 10; 200 is not more than 20 × 10.
  expect(skewed([0, 0, 0, 1, 10, 200])).toBe(false)
  expect(skewed([0, 0, 0, 1, 10, 201])).toBe(true)
  expect(skewed([0, 0])).toBe(false)
})

test('an axis begins at zero, its numbers are whole and round, and stand apart', () => {
  expect([0, 0.3, 1, 37, 100, 6576, 8_000_001].map(roundTop)).toEqual([1, 1, 1, 40, 100, 7000, 9_000_000])
  const axis = tuple(integer({ min: 1, max: 3_000_000 }), integer({ min: 60, max: 800 }), integer({ min: 0, max: 1 }))
  assert(
    property(axis, ([most, height, root]) => {
      const scale = valueScale(root === 1, roundTop(most), height, 0)
      const ticks = roundTicks(scale, 30)
      expect(ticks[0]).toBe(0)
      expect(ticks.filter((tick) => !Number.isInteger(tick))).toEqual([])
      for (const [i, tick] of ticks.slice(1).entries())
        expect(scale(ticks[i] ?? Number.NaN) - scale(tick)).toBeGreaterThanOrEqual(30 - 1e-6)
    }),
  )
})

test('a month of the forecast is three times as wide as one of the past', () => {
  const frame = fanFrame(recorded([1, 2, 3, 4]), future(4, [5, 5]), 800, 400)
  const [past, next] = [1, 4].map((i) => frame.x(addMonths(first, i)) - frame.x(addMonths(first, i - 1)))
  expect(next).toBeCloseTo(3 * (past ?? 0), 9)
  expect(frame.x(addMonths(first, 5))).toBeCloseTo(frame.right, 9)
  expect(frame.y(0)).toBe(frame.base)
})

test('a 95 % band far above all else is cut, one that is near raises the axis', () => {
  const top = (most: number) => fanFrame(recorded([90]), [predicted(1, 100, most)], 800, 400).y.domain()[1]
  // Up to 1.4 × 100.
  expect([top(140), top(141)]).toEqual([150, 100])
})

test('gaps are missing months, and those between the history and the forecast', () => {
  const past = recorded([1, null, null, 4, null])
  expect(gapsOf(past, addMonths(first, 7))).toEqual([
    { from: addMonths(first, 1), to: addMonths(first, 2) },
    { from: addMonths(first, 4), to: addMonths(first, 6) },
  ])
  expect(stretchesOf(past).map((stretch) => stretch.map((m) => m.persons))).toEqual([[1], [4]])
})

test('a month told in part breaks the line: it is no number of the month', () => {
  const [a, b, c] = recorded([3, 1, 5])
  if (!a || !b || !c) throw new Error('three months')
  expect(stretchesOf([a, { ...b, status: 'incomplete' }, c])).toEqual([[a], [c]])
  expect(gapsOf([a, { ...b, status: 'incomplete' }, c], addMonths(first, 3))).toEqual([])
})

test('labels never cover each other nor leave the frame, and the most important one is there', () => {
  const wanted = array(tuple(integer({ min: 0, max: 500 }), integer({ min: 0, max: 300 })), { minLength: 1 })
  assert(
    property(wanted, (points) => {
      const placed = placeLabels(
        points.map(([x, y]) => ({ text: 'feb. 1,234', x, y })),
        0,
        500,
        0,
        [],
      )
      const width = 10 * 6.1
      const boxes = placed.map((p) => ({ from: p.anchor === 'start' ? p.x : p.x - width, y: p.y }))
      expect(boxes[0]?.y).toBe(points[0]?.[1])
      for (const [i, a] of boxes.entries()) {
        expect(a.from).toBeGreaterThanOrEqual(0)
        expect(a.from + width).toBeLessThanOrEqual(500)
        for (const b of boxes.slice(i + 1))
          expect(Math.abs(a.y - b.y) >= 13 || a.from + width < b.from || b.from + width < a.from).toBe(true)
      }
    }),
  )
})

test('a label stands where the line leaves room, and at the right where there is room everywhere', () => {
  // 11 letters are 67.1 px wide: at the right from 107 to 174.1, at the left from 25.9 to 93.
  const place = (...line: readonly Point[]) => {
    const [label] = placeLabels([{ text: 'ene. 33,515', x: 100, y: 50 }], 0, 500, 0, [line])
    return label && [label.anchor, label.x, label.y]
  }
  // At 107 the line has fallen to 65, the box ends at 50 + 13 ÷ 2.
  expect(place([0, 200], [100, 55], [200, 200])).toEqual(['start', 107, 50])
  expect(place([0, 50], [100, 55], [500, 52])).toEqual(['start', 107, 40])
  // Upwards and on: what is free is the left.
  expect(place([0, 200], [99, 200], [100, 55], [180, 30], [500, 30])).toEqual(['end', 93, 50])
  expect(place([0, 200], [500, 200])).toEqual(['start', 107, 50])
})

test('names of bands that end together are spread, in order and above the axis', () => {
  expect(spread([10, 12, 100], 14, 300)).toEqual([10, 24, 100])
  expect(spread([280, 295, 300, 300], 14, 300)).toEqual([258, 272, 286, 300])
})
