import type { MapLevel } from '../../../src/api/fields.ts'
import type { PanoramaResponse } from '../../../src/api/panorama.ts'
import { csvText } from '../csv-text.ts'
import type { ShownPlace } from './need.ts'

interface CsvPart {
  readonly product: PanoramaResponse['product']
  readonly level: MapLevel
  readonly month: string
  readonly columns: readonly string[]
}

/** To one decimal: a forecast has no more to say, and the noise of doubles is none of a reader's business. */
const tenths = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 10) / 10)

/** The rows on screen. */
export function csvOf(rows: readonly ShownPlace[], { product, level, month, columns }: CsvPart): string {
  const perPack = product.pack * product.persons
  const lines = rows.map((p) => [
    p.ubigeo,
    p.name,
    level === 'province' ? p.name : p.province,
    level === 'department' ? p.name : p.department,
    product.id,
    month,
    tenths(p.need?.mean),
    tenths(p.need?.median),
    tenths(p.need?.low),
    tenths(p.need?.high),
    tenths(p.need === null ? undefined : p.need.mean / perPack),
    tenths(p.need === null ? undefined : p.need.low / perPack),
    tenths(p.need === null ? undefined : p.need.high / perPack),
    p.supply?.need ?? null,
    p.supply?.granted ?? null,
    p.supply?.short ?? null,
    p.population,
  ])
  return csvText(columns, lines)
}
