import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import { shuffleScratch, shuffleSeries } from '../../src/forecast/schaake.ts'
import { sourcesOf } from '../../src/forecast/sources.ts'
import { assignRuns, keepRuns, runsOf } from '../../src/forecast/worlds.ts'
import { DRAWS } from '../../src/model/forecast.ts'
import { after, panelOf } from './panels.ts'

const counts = (items: Int32Array): Map<number, number> => {
  const found = new Map<number, number>()
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1)
  return found
}

test('every run is used as often as any other, give or take one', () => {
  for (const n of [1, 7, 68, 399, 500]) {
    const used = [
      ...counts(
        assignRuns(
          Array.from({ length: n }, (_, i) => i),
          5,
        ),
      ).values(),
    ]
    expect(used.length).toBe(Math.min(n, DRAWS))
    expect(Math.max(...used) - Math.min(...used)).toBeLessThanOrEqual(1)
  }
})

test('a product that lacks runs keeps the worlds it can and evens out the rest', () => {
  const master = assignRuns(
    Array.from({ length: 20 }, (_, i) => i),
    5,
  )
  const own = [0, 1, 2, 3, 4, 5, 6, 7]
  const kept = keepRuns(master, own, 6)
  expect([...kept].filter((start, w) => own.includes(master[w]!) && start !== master[w])).toEqual([])
  // 400 worlds ÷ 8 runs
  expect([...counts(kept).values()]).toEqual(own.map(() => 50))
})

test('the shuffle gives each month its own sorted draws, in another order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 5 })), { minLength: 6, maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer(),
      (row, horizon, seed) => {
        const values = Float64Array.from(row)
        const starts = Array.from({ length: row.length - horizon + 1 }, (_, i) => i)
        const runs = new Map([['p', { starts, length: horizon, wholly: true }]])
        const source = sourcesOf(runs, horizon, seed).get('p')!
        const sorted = Float64Array.from({ length: horizon * DRAWS }, (_, i) => Math.floor(i / 3))
        const out = new Float64Array(horizon * DRAWS)
        shuffleSeries(values, source, sorted, horizon, seed, shuffleScratch(row.length), out, 0)
        for (let j = 0; j < horizon; j++)
          expect(out.slice(j * DRAWS, (j + 1) * DRAWS).sort()).toEqual(sorted.slice(j * DRAWS, (j + 1) * DRAWS))
      },
    ),
    { numRuns: 50, seed: 1 },
  )
})

test('a world whose past month held more never gets less', () => {
  const values = Float64Array.from([5, 0, 3, 3, 0, 0, 8, 1])
  const source = sourcesOf(new Map([['p', { starts: [0, 1, 2, 3, 4, 5, 6, 7], length: 1, wholly: true }]]), 1, 4).get(
    'p',
  )!
  const sorted = Float64Array.from({ length: DRAWS }, (_, i) => i)
  const out = new Float64Array(DRAWS)
  shuffleSeries(values, source, sorted, 1, 9, shuffleScratch(8), out, 0)
  // Draws in the order of the worlds' values: ties may go either way.
  const order = Array.from({ length: DRAWS }, (_, w) => w).sort((a, b) => out[a]! - out[b]!)
  const held = order.map((w) => values[source[w]!]!)
  expect(held).toEqual(held.toSorted((a, b) => a - b))
})

/** Pearson. */
function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (x: Float64Array) => x.reduce((s, v) => s + v, 0) / x.length
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  a.forEach((x, i) => {
    ab += (x - ma) * (b[i]! - mb)
    aa += (x - ma) ** 2
    bb += (b[i]! - mb) ** 2
  })
  return ab / Math.sqrt(aa * bb)
}

test('places that flood together stay together, and so do the products of a place', () => {
  // The second place moves with the first, the third against it, in an order of no season.
  const wave = Array.from({ length: 60 }, (_, t) => 10 + ((t * 37) % 17))
  const panel = panelOf({
    '010101 p': wave,
    '010101 q': wave.map((x) => 3 * x),
    '010102 p': wave.map((x) => 2 * x + 1),
    '020101 p': wave.map((x) => 40 - x),
  })
  const { forecast: f } = forecast({ panel, window: after(panel), seed: 1 })
  const draws = (s: number, j: number) => f.draws.subarray((s * 3 + j) * DRAWS, (s * 3 + j + 1) * DRAWS)
  for (let j = 0; j < 3; j++) {
    expect(correlation(draws(0, j), draws(2, j))).toBeGreaterThan(0.9)
    expect(correlation(draws(0, j), draws(1, j))).toBeGreaterThan(0.9)
    expect(correlation(draws(0, j), draws(3, j))).toBeLessThan(-0.9)
  }
})

test('runs are wholly observed months; else half observed ones; else shorter', () => {
  const runs = (rows: readonly (readonly number[])[], horizon: number) =>
    runsOf(
      { rows: rows.length, steps: rows[0]!.length, cycle: 12, values: Float64Array.from(rows.flat()) },
      rows[0]!.length,
      horizon,
    )
  const x = Number.NaN
  expect(runs([[1, 1, x, 1, 1, 1]], 2)).toEqual({ starts: [0, 3, 4], length: 2, wholly: true })
  expect(
    runs(
      [
        [1, x, 1],
        [x, 1, x],
      ],
      3,
    ),
  ).toEqual({ starts: [0], length: 3, wholly: false })
  expect(runs([[1, x, 1, x]], 3)).toEqual({ starts: [0, 2], length: 1, wholly: true })
  expect(runs([[x, x]], 2).starts).toEqual([])
})
