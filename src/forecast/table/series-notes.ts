import type { TableNote } from '../../model/table-note.ts'
import type { TableSeries } from './table.ts'

/** Fewer numbers than that are hardly a history. */
const FEW = 3

/** Longest run of steps without a number, between numbers. */
function longestGap(values: Float64Array): number {
  let last = -1
  let longest = 0
  values.forEach((x, t) => {
    if (Number.isNaN(x)) return
    if (last >= 0) longest = Math.max(longest, t - last - 1)
    last = t
  })
  return longest
}

/** What is odd about single series, by name. */
export function notesOfSeries(series: readonly TableSeries[], cycle: number): readonly TableNote[] {
  const numbers = series.map(({ values }) => values.filter((x) => !Number.isNaN(x)))
  const where = (holds: (known: Float64Array, s: TableSeries) => boolean): string[] =>
    series.flatMap((s, i) => (holds(numbers[i], s) ? [s.name] : []))
  const notes: readonly TableNote[] = [
    { code: 'series-unknown', series: where((known) => known.length === 0) },
    { code: 'series-zero', series: where((known) => known.length > 0 && known.every((x) => x === 0)) },
    { code: 'series-short', series: where((known) => known.length > 0 && known.length < FEW) },
    { code: 'series-negative', series: where((known) => known.some((x) => x < 0)) },
    { code: 'series-gap', series: where((_, s) => longestGap(s.values) > Math.max(cycle, 1)) },
  ]
  return notes.filter((note) => !('series' in note) || typeof note.series === 'number' || note.series.length > 0)
}
