import { expect, test } from 'vitest'
import { placeNotes } from '../../web/src/panorama/bar-notes.ts'

/** Bars of 10 px, one after the other, by their upper edges. */
const bars = (...tops: readonly number[]) => tops.map((top, i) => ({ x: i * 10, width: 10, top }))
const placed = (notes: Parameters<typeof placeNotes>[0], tops: readonly number[], left = 0, right = 1000) =>
  placeNotes(notes, bars(...tops), left, right).map(({ bar, x, anchor }) => [bar, x, anchor])

// Ten letters take 59 px; the text's base line is 9 px below the upper edge of its bar, its letters end 3 px lower.
const ten = (bar: number) => ({ bar, text: 'x'.repeat(10) })
const low = (n: number): readonly number[] => Array.from({ length: n }, () => 90)

test('a note stands at the right of its bar, or at the left where a bar at the right is in its way', () => {
  expect(placed([ten(8)], [...low(8), 20, ...low(8)])).toEqual([[8, 94, 'start']])
  // The bar at 120–130 reaches up to 30, above 20 + 9 + 3 = 32
  expect(placed([ten(8)], [...low(8), 20, ...low(3), 30, ...low(4)])).toEqual([[8, 76, 'end']])
})

test('a note without room on either side is left out, and so is one that would cross an edge', () => {
  expect(placed([ten(8)], [...low(6), 30, 90, 20, 90, 30, ...low(5)])).toEqual([])
  // 94 + 59 = 153 > 150 at the right; 76 − 59 = 17 < 20 at the left
  expect(placed([ten(8)], [...low(8), 20, ...low(8)], 20, 150)).toEqual([])
})

test('two notes never lie on each other', () => {
  const tops = [...low(8), 20, ...low(2), 21, ...low(8)]
  expect(placed([ten(8), ten(11)], tops)).toEqual([
    [8, 76, 'end'],
    [11, 124, 'start'],
  ])
  expect(placed([ten(0), ten(4)], [20, 90, 90, 90, 60, ...low(12)])).toEqual([
    [0, 14, 'start'],
    [4, 54, 'start'],
  ])
})
