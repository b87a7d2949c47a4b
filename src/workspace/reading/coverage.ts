import { query, sqlText } from '../../adapters/duckdb.ts'
import type { CoverageScore } from '../../model/forecast.ts'
import type { Generation } from '../generation.ts'

/** How often the 80 % interval held, by department and by quintile of poverty; nothing before the first backtest. */
export async function readCoverage(generation: Generation): Promise<readonly CoverageScore[]> {
  const path = generation.file('backtest', 'coverage.csv')
  if (path === undefined) return []
  const rows = await query(
    `SELECT product, "by", "of", cells, coverage80
     FROM read_csv(${sqlText(path)}, delim = ';', header = true, columns = {'product': 'VARCHAR', 'by': 'VARCHAR', 'of': 'VARCHAR', 'cells': 'INTEGER', 'coverage80': 'DOUBLE'})`,
  )
  return rows.map((row) => ({
    product: String(row['product']),
    by: row['by'] === 'department' ? 'department' : 'poverty-quintile',
    of: String(row['of']),
    cells: Number(row['cells']),
    coverage80: Number(row['coverage80']),
  }))
}
