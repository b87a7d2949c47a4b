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
import { date, readTable, real, type Table, text, writeTable } from './table.ts'

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

/** What is known, as rows. */
export const writeCovariates = (path: string, { series, first, months, values }: CovariatePanel): Promise<void> =>
  writeTable(
    path,
    COVARIATE_FACTS,
    series
      .flatMap((key, s) =>
        Array.from({ length: months }, (_, t) => ({
          ...key,
          period: addMonths(first, t),
          value: values[s * months + t]!,
        })),
      )
      .filter(({ value }) => !Number.isNaN(value)),
  )

/** Rows as {@link writeCovariates} wrote them. */
export async function readCovariates(path: string): Promise<CovariatePanel> {
  const facts = await readTable(path, COVARIATE_FACTS)
  if (facts.length === 0) return NO_COVARIATES
  const [first, last] = facts.reduce(([a, b], { period }) => [Math.min(a, period), Math.max(b, period)], [Infinity, 0])
  const months = last - first + 1
  const rows = new Map<string, { readonly key: CovariateKey; readonly values: Float64Array }>()
  for (const { covariate, kind, ubigeo: place, period, value } of facts) {
    const name = `${covariate} ${place}`
    const row = rows.get(name) ?? {
      key: { covariate, kind, ubigeo: place },
      values: new Float64Array(months).fill(Number.NaN),
    }
    rows.set(name, row)
    row.values[period - first] = value
  }
  const values = new Float64Array(rows.size * months)
  for (const [s, row] of [...rows.values()].entries()) values.set(row.values, s * months)
  return { series: [...rows.values()].map(({ key }) => key), first: month(first), months, values }
}
