import { expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import { standing } from '../../src/forecast/standing.ts'
import { DRAWS } from '../../src/model/forecast.ts'
import { pastForecasts } from '../../src/forecast/past-forecasts.ts'
import { after, type Cell, panelOf, simulated } from './panels.ts'

const group = (...known: readonly number[]) => {
  const steps = Math.max(...known)
  const values = known.flatMap((n) => Array.from({ length: steps }, (_, t) => (t < steps - n ? Number.NaN : 1)))
  return { rows: known.length, steps, cycle: 12, values: Float64Array.from(values) }
}

test('a place stands by itself with a season of known months or, in a younger product, with as many as any', () => {
  expect(standing(group(0, 1, 11, 12, 40), 40)).toEqual([3, 4])
  expect(standing(group(5, 4, 5, 0), 5)).toEqual([0, 2])
  // Of 40 months 30 are before the origin: the last row is known for 2 of them.
  expect(standing(group(40, 40, 12), 30)).toEqual([0, 1])
  expect(standing(group(0, 3), 0)).toEqual([])
})

/** Twelve districts of one province that move together, so that their sum has something to say. */
function province(): Record<string, readonly Cell[]> {
  const rows = Object.values(simulated(12, 60, 3))
  const season = (t: number): number => (t % 12 < 3 ? 6 : 1)
  return Object.fromEntries(
    rows.map((row, i) => [`0101${String(i + 1).padStart(2, '0')} p`, row.map((x, t) => x * season(t))]),
  )
}

test('a place without history moves no other, neither by itself nor by the sum it would leave unknown', () => {
  const [without, withOne] = [province(), { ...province(), '010199 p': [] }].map((rows) => {
    const panel = panelOf(rows)
    const window = after(panel)
    const made = forecast({ panel, window, seed: 1 })
    return { ...made, record: pastForecasts(panel, window, made.past, { seed: 1 }) }
  })
  const sums = without!.notes.find((note) => note.code === 'sums-agree')
  expect(sums).not.toMatchObject({ way: 'bottom-up' })
  expect(withOne!.notes).toContainEqual(sums)
  const cells = 12 * 3 * DRAWS
  expect(withOne!.forecast.draws.subarray(0, cells)).toEqual(without!.forecast.draws)
  // What was forecast of the province in the past can still be held against what came.
  expect(withOne!.record).toEqual(without!.record)
  expect(withOne!.record.filter((row) => row.ubigeo === '010100' && row.actual === undefined)).toEqual([])
})
