import type { TableNote } from '../../model/table-note.ts'
import type { Frequency } from './frequency.ts'
import type { TableSeries } from './table.ts'

/** Fewer numbers than that are hardly a history. */
const FEW = 3

interface Gap {
  readonly steps: number
  /** Step of the number before it. */
  readonly after: number
}

/** Longest run of steps without a number, between numbers. */
function longestGap({ first, values }: TableSeries): Gap {
  let last = -1
  let longest: Gap = { steps: 0, after: first }
  values.forEach((x, t) => {
    if (Number.isNaN(x)) return
    if (last >= 0 && t - last - 1 > longest.steps) longest = { steps: t - last - 1, after: first + last }
    last = t
  })
  return longest
}

/** What is odd about single series, by name. */
export function notesOfSeries(series: readonly TableSeries[], { cycle, textOf }: Frequency): readonly TableNote[] {
  const numbers = series.map(({ values }) => values.filter((x) => !Number.isNaN(x)))
  const gaps = series.map(longestGap)
  const longest = gaps.toSorted((a, b) => b.steps - a.steps)[0]
  const where = (holds: (known: Float64Array) => boolean): string[] =>
    series.flatMap((s, i) => (holds(numbers[i]) ? [s.name] : []))
  const notes: readonly TableNote[] = [
    { code: 'series-unknown', series: where((known) => known.length === 0) },
    { code: 'series-zero', series: where((known) => known.length > 0 && known.every((x) => x === 0)) },
    { code: 'series-short', series: where((known) => known.length > 0 && known.length < FEW) },
    { code: 'series-negative', series: where((known) => known.some((x) => x < 0)) },
    {
      code: 'series-gap',
      series: series.flatMap(({ name }, i) => ((gaps[i]?.steps ?? 0) > Math.max(cycle, 1) ? [name] : [])),
      steps: longest?.steps ?? 0,
      from: longest ? textOf(longest.after) : '',
      to: longest ? textOf(longest.after + longest.steps + 1) : '',
    },
  ]
  return notes.filter((note) => !('series' in note) || typeof note.series === 'number' || note.series.length > 0)
}
