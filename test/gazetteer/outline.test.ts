import { expect, test } from 'vitest'
import { outline } from '../../src/gazetteer/outline.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'

type Point = readonly [lon: number, lat: number]

const edges: readonly (readonly [Point, Point])[] = outline.slice(1).map((to, i) => [outline[i] as Point, to])

/** Twice the signed area of the triangle: above 0 when it turns left. */
const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const cross = ([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean =>
  turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0

/** Even-odd rule. */
const inside = ([x, y]: Point): boolean =>
  edges.filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax).length %
    2 ===
  1

test('the ring is closed, has 80 to 150 points and repeats none', () => {
  expect(outline.at(-1)).toEqual(outline[0])
  expect(outline.length).toBeGreaterThanOrEqual(80)
  expect(outline.length).toBeLessThanOrEqual(150)
  expect(new Set(outline.map(String)).size).toBe(outline.length - 1)
})

test('no two edges meet but neighbours', () => {
  const meetings = edges.flatMap((edge, i) =>
    edges.flatMap((other, j) => {
      const neighbours = j === i + 1 || (i === 0 && j === edges.length - 1)
      return j > i && !neighbours && cross(edge, other) ? [`${edge} / ${other}`] : []
    }),
  )
  expect(meetings).toEqual([])
})

test('the ring runs clockwise around 1,285,216 km², within 5 %', () => {
  // On a sphere an edge has R²·Δλ·(sin φ1 + sin φ2)/2 between it and the equator; clockwise in the south sums above 0.
  const rad = Math.PI / 180
  const area = edges.reduce(
    (sum, [[ax, ay], [bx, by]]) =>
      sum + (6371.0088 ** 2 * (bx - ax) * rad * (Math.sin(ay * rad) + Math.sin(by * rad))) / 2,
    0,
  )
  expect(area / 1_285_216).toBeGreaterThan(0.95)
  expect(area / 1_285_216).toBeLessThan(1.05)
})

test('every capital is inside', () => {
  expect(provinces.filter(({ lon, lat }) => !inside([lon, lat])).map(({ capital }) => capital)).toEqual([])
})

test('neighbouring towns abroad and the open sea are outside', () => {
  const outside: Record<string, Point> = {
    Machala: [-79.96, -3.26],
    Loja: [-79.2, -3.99],
    Leticia: [-69.94, -4.215],
    'Cruzeiro do Sul': [-72.67, -7.63],
    Cobija: [-68.75, -11.03],
    'La Paz': [-68.15, -16.5],
    Arica: [-70.31, -18.48],
    'Pacific off Lima': [-78, -12.5],
  }
  expect(Object.keys(outside).filter((name) => inside(outside[name] as Point))).toEqual([])
})
