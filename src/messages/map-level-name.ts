import type { Level } from '../model/ubigeo.ts'

/** The levels a map shows. */
export type MapLevelName = Exclude<Level, 'nation'>
