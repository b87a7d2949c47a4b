import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import { WHOLE } from '../../model/demand.ts'
import type { Generation } from '../generation.ts'
import { belowSql } from './below.ts'
import type { ProductFacts } from './products.ts'

/** One month of the past of a node, in persons. */
export interface RecordedMonth {
  readonly month: string
  readonly persons: number
  readonly status: 'observed' | 'incomplete' | 'missing'
}

/**
 * What was recorded of a node and all below it, month by month; a place of which nothing ever was leaves no month of the others incomplete. Of months on which a forecast stands, those before `until` (`YYYY-MM`).
 */
export async function readRecordedMonths(
  generation: Generation,
  product: ProductFacts,
  ubigeo: string,
  until: string,
): Promise<readonly RecordedMonth[]> {
  const path = generation.file('prepare', 'demand.parquet')
  if (path === undefined) return []
  const rows = await query(
    `SELECT strftime(period, '%Y-%m') AS month, coalesce(sum(quantity), 0) AS quantity,
       count(*) FILTER (status = 'observed') AS observed, count(*) FILTER (status = 'missing') AS missing, count(*) AS series
     FROM (
       SELECT *, bool_or(status <> 'missing') OVER (PARTITION BY ubigeo) AS ever, bool_or(status <> 'missing') OVER () AS any_ever
       FROM ${parquetTable(path)} WHERE product = ${sqlText(product.id)} AND ${belowSql(ubigeo)}
     ) WHERE ever OR NOT any_ever GROUP BY month ORDER BY month`,
  )
  return rows
    .map((row): RecordedMonth => {
      const series = Number(row['series'])
      const whole = Number(row['observed']) >= WHOLE * series
      return {
        month: String(row['month']),
        persons: Number(row['quantity']) * product.persons,
        status: whole ? 'observed' : Number(row['missing']) === series ? 'missing' : 'incomplete',
      }
    })
    .filter((recorded) => recorded.month < until)
}
