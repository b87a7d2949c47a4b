import { sqlText } from '../../adapters/duckdb.ts'

/** SQL condition: the node itself and all below it. */
export const belowSql = (ubigeo: string): string => `ubigeo LIKE ${sqlText(`${ubigeo.replace(/(00){0,3}$/, '')}%`)}`
