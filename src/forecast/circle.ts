import type { History } from './history.ts'

/** What a row and those around it have seen before the origin. */
export interface Circle {
  /** By column: rows of the circle that are known. */
  readonly known: Int32Array
  /** Row and column of all that was not zero, ascending in `sizes`. */
  readonly rows: Int32Array
  readonly columns: Int32Array
  /** What it was ÷ {@link sizeOf} its row. */
  readonly sizes: Float64Array
  /** What turns sizes into what they would be at a row of the circle (product's unit). */
  sizeOf(row: number): number
}

/** So many steps of a row weigh as much, for its size, as the mean of the circle. */
const CREDIBILITY = 24
/** Halfway between "as much here as there" and "here too as many times the usual"; measured in docs/methods.md. */
const LIKENESS = 0.5

/** Sum of magnitudes of a row before the origin, and how many are known. */
function usual({ values, steps, origin }: History, row: number) {
  let [sum, count] = [0, 0]
  for (let t = 0; t < origin; t++) {
    const value = values[row * steps + t]
    if (Number.isNaN(value)) continue
    sum += Math.abs(value)
    count++
  }
  return { row, sum, count }
}

function circleOf(history: History, members: Int32Array): Circle {
  const { values, steps, origin } = history
  const usuals = Array.from(members, (row) => usual(history, row))
  const total = usuals.reduce((a, { sum }) => a + sum, 0)
  const mean = total / usuals.reduce((n, { count }) => n + count, 0)
  const size = new Map(
    usuals.map(({ row, sum, count }) => [row, ((sum + CREDIBILITY * mean) / (count + CREDIBILITY)) ** LIKENESS]),
  )
  const sizeOf = (row: number): number => (total === 0 ? 0 : size.get(row)!)

  const known = new Int32Array(origin)
  const seen: { readonly row: number; readonly column: number; readonly size: number }[] = []
  for (const row of members)
    for (let t = 0; t < origin; t++) {
      const value = values[row * steps + t]
      if (Number.isNaN(value)) continue
      known[t]++
      if (value !== 0) seen.push({ row, column: t, size: value / sizeOf(row) })
    }
  seen.sort((a, b) => a.size - b.size)
  return {
    known,
    rows: Int32Array.from(seen, (s) => s.row),
    columns: Int32Array.from(seen, (s) => s.column),
    sizes: Float64Array.from(seen, (s) => s.size),
    sizeOf,
  }
}

const found = new WeakMap<History, Map<number, Circle>>()

/** The circle of a row: its neighbours and itself, or itself alone where nobody knows who lies near. Made once per history. */
export function circleAround(history: History, row: number): Circle {
  const circles = found.get(history) ?? new Map<number, Circle>()
  found.set(history, circles)
  const { neighbours } = history
  const key = neighbours ? neighbours.of[row] : row
  const circle = circles.get(key) ?? circleOf(history, neighbours ? neighbours.circles[key] : Int32Array.of(row))
  circles.set(key, circle)
  return circle
}
