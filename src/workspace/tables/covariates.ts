import { parquetTable, query, writeParquet } from '../../adapters/duckdb.ts'
import {
  type CovariateFact,
  type CovariateKey,
  type CovariateKind,
  type CovariatePanel,
  NO_COVARIATES,
} from '../../model/covariate.ts'
import { firstDay, monthOfDay } from '../../model/day.ts'
import { addMonths, month } from '../../model/month.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { date, real, type Table, text } from './table.ts'

/** Covariates, a row for each place and month. */
export const COVARIATE_FACTS: Table<CovariateFact> = {
  name: 'covariates',
  columns: [
    text('covariate', 'what it is', (c) => c.covariate),
    text('class', 'known-ahead or past-only', (c) => c.kind),
    text('ubigeo', 'place; of a province, a department or the nation it holds for all places in it', (c) => c.ubigeo),
    date('period', 'month', (c) => firstDay(c.period)),
    real('value', 'value; empty where a file leaves it blank', (c) => (Number.isNaN(c.value) ? null : c.value)),
  ],
  read: (row) => ({
    covariate: row.text('covariate'),
    kind: row.text('class') as CovariateKind,
    ubigeo: ubigeo(row.text('ubigeo')),
    period: monthOfDay(row.day('period')),
    value: row.numberOrNull('value') ?? Number.NaN,
  }),
}

/** What is known, as rows; by columns, for an index of each district makes millions of them. */
export async function writeCovariates(path: string, panel: CovariatePanel): Promise<void> {
  const { series, first, months, values } = panel
  const known = Int32Array.from(values.keys()).filter((cell) => !Number.isNaN(values[cell]!))
  const days = Int32Array.from({ length: months }, (_, t) => firstDay(addMonths(first, t)))
  const of = (column: keyof CovariateKey): readonly string[] =>
    Array.from(known, (cell) => series[Math.floor(cell / months)]![column])
  const columns = [
    of('covariate'),
    of('kind'),
    of('ubigeo'),
    known.map((cell) => days[cell % months]!),
    Float64Array.from(known, (cell) => values[cell]!),
  ]
  await writeParquet(path, COVARIATE_FACTS, columns, known.length)
}

/** Rows as {@link writeCovariates} wrote them. */
export async function readCovariates(path: string): Promise<CovariatePanel> {
  const table = parquetTable(path)
  const number = '(year(period) * 12 + month(period) - 1)::INT'
  const [span] = await query(`SELECT min(${number}) AS first, max(${number}) AS last FROM ${table}`)
  if (span === undefined || span['first'] === null) return NO_COVARIATES
  const first = span['first'] as number
  const months = (span['last'] as number) - first + 1
  const rows = await query(
    `SELECT covariate, class, ubigeo, list(${number} ORDER BY period) AS months, list(value ORDER BY period) AS numbers FROM ${table}
     GROUP BY covariate, class, ubigeo ORDER BY covariate, ubigeo`,
  )
  const values = new Float64Array(rows.length * months).fill(Number.NaN)
  const series = rows.map((row, s): CovariateKey => {
    const numbers = row['numbers'] as readonly number[]
    const at = row['months'] as readonly number[]
    at.forEach((m, i) => {
      values[s * months + m - first] = numbers[i]!
    })
    return {
      covariate: row['covariate'] as string,
      kind: row['class'] as CovariateKind,
      ubigeo: ubigeo(row['ubigeo'] as string),
    }
  })
  return { series, first: month(first), months, values }
}
