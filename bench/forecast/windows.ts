/**
 * Writes what may be known at the beginning of each set's windows, for forecasters of any language: per window `SET-WINDOW.csv` (series, period, quantity;
 * an empty cell is missing) and `windows.csv`, the list of them. What came stays here. `CHASQUI_DATA` names the folder with the series.
 * Usage: node bench/forecast/windows.ts FOLDER [set …]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type BenchSet, endsOf, readSets, windowsOf } from './sets.ts'

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const [folder, ...names] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node bench/forecast/windows.ts FOLDER [set …]')

/** All series begin in one January, or on one Monday: only the place in the season is told. */
function periodOf(set: BenchSet, t: number): string {
  if (set.cycle === 12) return `${2000 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`
  return new Date(Date.UTC(2000, 0, 3 + 7 * t)).toISOString().slice(0, 10)
}

mkdirSync(folder, { recursive: true })
const list = ['set,window,horizon,season']
const sets = readSets(data)
for (const [name, read] of Object.entries(sets)) {
  if (names.length > 0 && !names.includes(name)) continue
  const set = read()
  for (let window = 0; window < windowsOf(set); window++) {
    const ends = endsOf(set, window)
    const rows = set.series.flatMap((y, i) =>
      y.slice(0, ends[i]).map((x, t) => `${set.ids[i]},${periodOf(set, t)},${Number.isNaN(x) ? '' : x}`),
    )
    writeFileSync(`${folder}/${set.name}-${window}.csv`, `series,period,quantity\n${rows.join('\n')}\n`)
    list.push([set.name, window, set.horizon, set.cycle].join(','))
  }
}
writeFileSync(`${folder}/windows.csv`, `${list.join('\n')}\n`)
