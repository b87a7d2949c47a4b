import type { Sheet } from '../../adapters/workbook.ts'
import { FILE_HEADERS } from '../../messages/files.ts'
import { formatInstant, type Instant } from '../../model/day.ts'
import type { Plan } from '../../model/plan.ts'
import { levelOf, ubigeo } from '../../model/ubigeo.ts'
import { csvText } from './csv-text.ts'

export type Cells = Sheet['rows'][number]

/** `2026-01-02 07:30`. */
export const minute = (instant: Instant): string => formatInstant(instant).replace('T', ' ').slice(0, 16)

/** Names, masses and volumes of what a plan speaks of, for people. */
export function names(plan: Plan) {
  const { language } = plan.settings
  const places = new Map(plan.places.map((p) => [p.ubigeo as string, p]))
  const products = new Map(plan.products.map((p) => [p.id, p]))
  const points = new Map(plan.points.map((p) => [p.id, p]))
  const depots = new Map(plan.depots.map((d) => [d.id, d.name]))
  const types = new Map(plan.vehicleTypes.map((v) => [v.id, v.name]))
  const place = (code: string): readonly [string, string, string] => {
    const known = places.get(code)
    const reserve = levelOf(ubigeo(code)) === 'department' ? ` (${FILE_HEADERS[language].reserve})` : ''
    return [code, `${known?.name ?? ''}${reserve}`, known?.department ?? '']
  }
  const measures = (product: string, count: number): readonly [number, number] => {
    const of = products.get(product)
    return [((of?.massG ?? 0) * count) / 1000, ((of?.volumeMl ?? 0) * count) / 1_000_000]
  }
  return {
    h: FILE_HEADERS[language],
    place,
    measures,
    product: (id: string) => products.get(id)?.name ?? id,
    /** Code, name, latitude and longitude of a stop. */
    stop: (id: string): readonly [string, string, number | null, number | null] => {
      const at = points.get(id) ?? places.get(id)
      return [id, at?.name ?? id, at?.lat ?? null, at?.lon ?? null]
    },
    depot: (id: string) => depots.get(id) ?? id,
    vehicle: (type: string, number: number) => `${types.get(type) ?? type} N.º ${number}`,
  }
}

export const columns = (texts: readonly string[], numbers: readonly string[]): Sheet['columns'] => [
  ...texts.map((header) => ({ header, type: 'text' as const, width: Math.max(12, header.length + 2) })),
  ...numbers.map((header) => ({ header, type: 'number' as const, width: Math.max(10, header.length + 2) })),
]

export const sheetCsv = (sheet: Sheet): string =>
  csvText(
    sheet.columns.map((c) => c.header),
    sheet.rows,
  )
