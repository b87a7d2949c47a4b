import { expect, test } from 'vitest'
import { neighbour, WHOLE, zoomAbout, zoomed } from '../../web/src/panorama/map-frame.ts'
import { certaintyOf, classNumbers, classOf, fullName, outside, perThousand } from '../../web/src/panorama/need.ts'

const breaks = [1, 10, 50, 150, 400]
const estimate = (mean: number, low: number, high: number) => ({ mean, median: mean, low, high })

test('the first class is exactly zero, and a need below one is already in the second', () => {
  expect([0, 0.02, 1, 9.9, 10, 399, 400, 1e6].map((need) => classOf(need, breaks))).toEqual([0, 1, 1, 1, 2, 4, 5, 5])
})

test('certainty falls at a width of four and of twelve times the mean', () => {
  // widths over the mean: 40/10 = 4, 41/10, 120/10 = 12, 121/10
  expect(
    [estimate(10, 0, 40), estimate(10, 0, 41), estimate(10, 0, 120), estimate(10, 0, 121)].map(certaintyOf),
  ).toEqual(['high', 'middle', 'middle', 'low'])
})

test('a class of one whole number is that number, and the last class has no end', () => {
  expect([0, 1, 2, 4].map((i) => classNumbers([1, 3, 4, 5, 6], i))).toEqual([
    { from: 1, until: 2 },
    { from: 3, until: 3 },
    { from: 4, until: 4 },
    { from: 6 },
  ])
})

test('a mean above the interval is never certain, however narrow the interval; a need of nothing has no certainty', () => {
  // width over the mean 0 and 3/12: both would be certain
  expect([estimate(12, 0, 0), estimate(12, 0, 3), estimate(0, 0, 0)].map(certaintyOf)).toEqual([
    'low',
    'low',
    undefined,
  ])
  expect([estimate(12, 0, 3), estimate(9, 10, 12), estimate(3, 0, 3)].map(outside)).toEqual([
    'above',
    'below',
    undefined,
  ])
})

test('a name tells what lies above it once', () => {
  expect(fullName({ name: 'Lima', province: null, department: 'Lima' })).toBe('Lima')
  expect(fullName({ name: 'Manta', province: 'Huancavelica', department: 'Huancavelica' })).toBe('Manta, Huancavelica')
})

test('need per thousand inhabitants is not told where the population is not known', () => {
  const place = { ubigeo: '010101', name: 'A', capital: null, province: null, department: null, lat: null, lon: null }
  // 65 of 12,500 people: 5.2 per thousand
  expect(perThousand({ ...place, population: 12_500, need: estimate(65, 0, 99), supply: null })).toBeCloseTo(5.2, 10)
  expect(perThousand({ ...place, population: null, need: estimate(65, 0, 99), supply: null })).toBeNull()
})

test('zooming keeps the point it is about where it is, and zooming out ends at the whole country', () => {
  const about = [300, 200] as const
  const near = zoomAbout(WHOLE, 2, about)
  expect(zoomed(about, near)).toEqual(about)
  expect(zoomed([310, 200], near)).toEqual([320, 200])
  expect(zoomAbout(near, 0.1, about)).toBe(WHOLE)
})

test('an arrow goes to the nearest point within 45° of it, or nowhere', () => {
  const points = [
    { name: 'near but aside', at: [12, 3] as const },
    { name: 'ahead', at: [0, -20] as const },
    { name: 'far ahead', at: [0, -50] as const },
  ]
  expect(neighbour(points, [0, 0], 'ArrowUp')?.name).toBe('ahead')
  expect(neighbour(points, [0, 0], 'ArrowRight')?.name).toBe('near but aside')
  expect(neighbour(points, [0, 0], 'ArrowLeft')).toBeUndefined()
})
