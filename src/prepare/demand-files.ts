import type { SeriesKey } from '../model/demand.ts'
import { day, monthOfDay } from '../model/day.ts'
import { addMonths, type Month } from '../model/month.ts'
import type { Observations } from '../model/observation.ts'
import { ubigeo } from '../model/ubigeo.ts'
import { addFact, type Axis, type Cells, emptyCells } from './cells.ts'
import type { PrepareNote } from '../model/prepare-note.ts'

const PREFIX = 'demand:'

/** The product of a measure of a demand file; `undefined` for a measure of a register. */
export const productOfMeasure = (measure: string): string | undefined =>
  measure.startsWith(PREFIX) ? measure.slice(PREFIX.length) : undefined

interface Rows {
  readonly series: SeriesKey[]
  /** Of each row of each file: index of the observation and of its series. */
  readonly byFile: Map<number, { readonly row: number; readonly series: number }[]>
}

function readRows(o: Observations): Rows {
  const series: SeriesKey[] = []
  const index = new Map<string, Map<string, number>>()
  const byFile: Rows['byFile'] = new Map()
  for (let i = 0; i < o.length; i++) {
    const product = productOfMeasure(o.measure[i]!)
    if (product === undefined) continue
    let places = index.get(product)
    if (!places) index.set(product, (places = new Map()))
    let s = places.get(o.ubigeo[i]!)
    if (s === undefined) {
      s = series.push({ ubigeo: ubigeo(o.ubigeo[i]!), product }) - 1
      places.set(o.ubigeo[i]!, s)
    }
    let rows = byFile.get(o.file[i]!)
    if (!rows) byFile.set(o.file[i]!, (rows = []))
    rows.push({ row: i, series: s })
  }
  return { series, byFile }
}

/**
 * Demand files (DATA §4): a place × product with a number in a file is 0 (or missing) in the months of the file's span without a row, one with blank
 * cells alone is missing in all of them; a blank cell is missing; what stands in several files adds up.
 */
export function cellsOfDemandFiles(
  o: Observations,
  axis: Axis,
  absent: 'zero' | 'missing',
): { readonly cells: Cells; readonly notes: readonly PrepareNote[] } {
  const { series, byFile } = readRows(o)
  const { first, months } = axis
  const cells = emptyCells(series, months)
  const notes: PrepareNote[] = []
  // The last file (by its turn, from 1) that has a row for the cell.
  const touched = new Uint16Array(series.length * months)
  const added = new Map<string, { cells: number; readonly files: Set<number> }>()
  // The last month of any file that names the place.
  const until = new Int32Array(series.length).fill(-1)
  const turns = [...byFile.keys()].sort((a, b) => a - b)

  turns.forEach((file, k) => {
    const turn = k + 1
    const rows = byFile.get(file)!
    const seen = new Set<number>()
    const counted = new Set<number>()
    const blanks = new Map<string, number>()
    let low = months
    let high = -1
    for (const { row, series: s } of rows) {
      const t = monthOfDay(day(o.period[row]!)) - first
      const at = s * months + t
      const product = series[s]!.product
      seen.add(s)
      low = Math.min(low, t)
      high = Math.max(high, t)
      if (Number.isNaN(o.value[row]!)) blanks.set(product, (blanks.get(product) ?? 0) + 1)
      else counted.add(s)
      if (touched[at] !== 0 && touched[at] !== turn) {
        const entry = added.get(product) ?? { cells: 0, files: new Set() }
        entry.cells += 1
        entry.files.add(turns[touched[at]! - 1]!).add(file)
        added.set(product, entry)
      }
      touched[at] = turn
      addFact(cells, at, o.value[row]!, 1, o.status[row]!)
    }
    for (const s of seen) until[s] = Math.max(until[s]!, high)
    let absentCells = 0
    const emptyMonths: Month[] = []
    for (let t = low; t <= high; t++) {
      let rowsOfMonth = 0
      for (const s of seen) {
        if (touched[s * months + t] === turn) rowsOfMonth++
        else if (counted.has(s)) {
          addFact(cells, s * months + t, absent === 'zero' ? 0 : Number.NaN, 1, 0)
          absentCells++
        } else addFact(cells, s * months + t, Number.NaN, 1, 0)
      }
      if (rowsOfMonth === 0) emptyMonths.push(addMonths(first, t))
    }
    const name = o.files[file]!
    if (absentCells > 0) {
      const [from, to] = [addMonths(first, low), addMonths(first, high)]
      notes.push({ code: 'absent-read-as', file: name, as: absent, from, to, cells: absentCells, emptyMonths })
    }
    for (const [product, n] of blanks) notes.push({ code: 'blank-cells', file: name, product, cells: n })
  })
  for (const [product, entry] of added) {
    const files = [...entry.files].sort((a, b) => a - b).map((f) => o.files[f]!)
    notes.push({ code: 'files-added-up', product, files, cells: entry.cells })
  }
  for (const [product, ends] of Map.groupBy(until.keys(), (s) => series[s]!.product)) {
    const short = ends.map((s) => until[s]!).filter((t) => t < months - 1)
    const from = addMonths(first, Math.min(...short) + 1)
    if (short.length > 0)
      notes.push({ code: 'files-end-early', product, places: short.length, from, to: addMonths(first, months - 1) })
  }
  return { cells, notes }
}
