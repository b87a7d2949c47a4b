import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Series that are forecast together, each to its own end; NaN where missing. */
export interface BenchSet {
  readonly name: string
  readonly cycle: number
  readonly horizon: number
  readonly ids: readonly string[]
  readonly series: readonly (readonly number[])[]
  /** For each node of a hierarchy the leaves that it adds up. */
  readonly sums?: readonly (readonly number[])[]
  /** Nodes level by level: each leaf lies in one node of a level. The last are the leaves. */
  readonly levels?: readonly (readonly number[])[]
}

/** Two sets are scored on their last window alone, as published; the others on the last three. */
export const windowsOf = (set: BenchSet): number => (['car_parts_monthly', 'm3_monthly'].includes(set.name) ? 1 : 3)

/** How much of each series is known where the `back`-th window before the last one begins. */
export const endsOf = (set: BenchSet, back: number): readonly number[] =>
  set.series.map((y) => Math.max(1, y.length - set.horizon * (1 + back)))

const text = (path: string): string => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
const records = (path: string): string[][] =>
  text(path)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))

interface JsonSeries {
  readonly id: string
  readonly h: number
  readonly y: readonly (number | null)[]
  readonly test?: readonly number[]
}

function jsonLines(name: string, path: string): BenchSet {
  const lines = text(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonSeries)
  return {
    name,
    cycle: 12,
    horizon: lines[0]?.h ?? 12,
    ids: lines.map((line) => line.id),
    series: lines.map(({ y, test = [] }) => [...y.map((x) => x ?? Number.NaN), ...test]),
  }
}

/** One value per key and period, in order of periods; of repeated ones the sum. */
function pivot(
  rows: readonly (readonly [key: string, period: string, value: number])[],
): Pick<BenchSet, 'ids' | 'series'> {
  const periods = [...new Set(rows.map((r) => r[1]))].sort()
  const at = new Map(periods.map((p, i) => [p, i]))
  const found = new Map<string, number[]>()
  for (const [key, period, value] of rows) {
    const own = found.get(key) ?? periods.map(() => Number.NaN)
    found.set(key, own)
    const t = at.get(period) ?? 0
    own[t] = (Number.isNaN(own[t] ?? Number.NaN) ? 0 : (own[t] ?? 0)) + value
  }
  const ids = [...found.keys()].sort()
  return { ids, series: ids.map((id) => found.get(id) ?? []) }
}

function stallion(path: string): BenchSet {
  const rows = records(path)
    .slice(1)
    .map(([agency = '', sku = '', volume = '', date = '']) => [`${agency} ${sku}`, date, Number(volume)] as const)
  return { name: 'stallion_monthly', cycle: 12, horizon: 6, ...pivot(rows) }
}

/** Cases of acute respiratory infection per district and week (weeks of the epidemiological calendar, 53 in some years), added up over reporting regions. */
function iras(path: string): BenchSet {
  const [header = [], ...lines] = records(path)
  const column = (cells: readonly string[], name: string): string => cells[header.indexOf(name)] ?? ''
  const rows = lines.map(
    (c) =>
      [
        column(c, 'ubigeo'),
        `${column(c, 'anio')}-${column(c, 'semana').padStart(2, '0')}`,
        Number(column(c, 'ira_no_neumonia')),
      ] as const,
  )
  return { name: 'iras_lambayeque_weekly', cycle: 52, horizon: 8, ...pivot(rows) }
}

/** The leaves; their sums are made by whoever scores them. */
function tourism(folder: string): BenchSet {
  const [head = [], ...matrix] = records(`${folder}/hier_tourismlarge_agg_mat.csv.gz`)
  const [nodes = [], ...months] = records(`${folder}/hier_tourismlarge_data.csv.gz`)
  const leaves = head.slice(1)
  // Names of places have 1 (state) to 3 letters (region), then the purpose, "All" for all of them.
  const byLevel = new Map<string, number[]>()
  matrix.forEach(([name = ''], node) => {
    const level = `${name.length} ${name.endsWith('All')}`
    byLevel.set(level, [...(byLevel.get(level) ?? []), node])
  })
  return {
    name: 'TourismLarge',
    cycle: 12,
    horizon: 12,
    ids: leaves,
    series: leaves.map((leaf) => months.map((row) => Number(row[nodes.indexOf(leaf)]))),
    sums: matrix.map((row) => row.slice(1).flatMap((x, i) => (Number(x) === 1 ? [i] : []))),
    levels: [...byLevel.values()],
  }
}

export const readSets = (data: string) => ({
  car: () => jsonLines('car_parts_monthly', `${data}/forecast/car_parts_monthly.jsonl.gz`),
  m3: () => jsonLines('m3_monthly', `${data}/forecast/m3_monthly.jsonl.gz`),
  stallion: () => stallion(`${data}/forecast/stallion_monthly.csv.gz`),
  tourism: () => tourism(`${data}/forecast`),
  iras: () => iras(`${data}/peru/demand/iras_lambayeque_2010_2023.csv`),
})
