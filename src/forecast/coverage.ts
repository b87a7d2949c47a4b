import { byText } from '../kernel/order.ts'
import type { SeriesKey } from '../model/demand.ts'
import type { CoverageScore } from '../model/forecast.ts'
import { departmentOf, provinceOf, type Ubigeo } from '../model/ubigeo.ts'
import type { Coverage } from './trial.ts'

const QUINTILES = 5

/** Quintile of poverty of each place, 1 the least poor; a place without a number is in none. */
function quintiles(poverty: ReadonlyMap<Ubigeo, number>): ReadonlyMap<Ubigeo, number> {
  const order = [...poverty].sort((a, b) => a[1] - b[1] || byText(a[0], b[0]))
  return new Map(order.map(([code], i) => [code, Math.floor((i * QUINTILES) / order.length) + 1]))
}

/**
 * How often what came lay within the 80 % interval of one product's method, by department and by quintile of poverty among the places that have
 * series; a district without a number has its province's.
 * @param rows indexes into `series`, in the order of the coverage's rows
 * @param poverty share of poor of each place, where known
 */
export function coverageScores(
  product: string,
  series: readonly SeriesKey[],
  rows: readonly number[],
  { cells, inside }: Coverage,
  poverty: ReadonlyMap<Ubigeo, number>,
): readonly CoverageScore[] {
  const own = new Map<Ubigeo, number>()
  for (const s of rows) {
    const { ubigeo } = series[s]
    const share = poverty.get(ubigeo) ?? poverty.get(provinceOf(ubigeo))
    if (share !== undefined) own.set(ubigeo, share)
  }
  const quintileOf = quintiles(own)
  const sums = new Map<string, { by: CoverageScore['by']; of: string; cells: number; inside: number }>()
  const add = (by: CoverageScore['by'], of: string, i: number): void => {
    const found = sums.get(`${by} ${of}`) ?? { by, of, cells: 0, inside: 0 }
    sums.set(`${by} ${of}`, found)
    found.cells += cells[i]
    found.inside += inside[i]
  }
  rows.forEach((s, i) => {
    const { ubigeo } = series[s]
    add('department', departmentOf(ubigeo), i)
    const quintile = quintileOf.get(ubigeo)
    if (quintile !== undefined) add('poverty-quintile', String(quintile), i)
  })
  return [...sums.values()]
    .filter((sum) => sum.cells > 0)
    .sort((a, b) => byText(a.by, b.by) || byText(a.of, b.of))
    .map((sum) => ({ product, by: sum.by, of: sum.of, cells: sum.cells, coverage80: sum.inside / sum.cells }))
}
