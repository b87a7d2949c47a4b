import type { Fault, FaultCode, Parsed } from './fault.ts'
import { type Day, type Instant, instant, parseDay, parseInstant, parseTime } from './day.ts'
import { NATION, parseUbigeo, type Ubigeo } from './ubigeo.ts'
import { type Seconds, seconds } from './units.ts'

/**
 * One row with canonical cells: trimmed text, numbers as digits with `.` as decimal mark, days as `YYYY-MM-DD`.
 * Making cells canonical is `ingest`'s work; giving them meaning is the noun's.
 */
export interface Row {
  readonly file: string
  readonly line: number
  /** By the noun's own column name; a blank cell is absent or ''. */
  readonly cells: Readonly<Record<string, string>>
}

/** More than all of Peru could use of anything; sums of such numbers are still exact. */
export const MOST = 1e12

/** Reads the cells of one row and keeps every fault, so that a person sees all of them at once. */
export class Fields {
  readonly faults: Fault[] = []
  readonly #row: Row

  constructor(row: Row) {
    this.#row = row
  }

  raw(column: string): string {
    return this.#row.cells[column] ?? ''
  }

  fault(code: FaultCode, column: string, expected?: string): void {
    const at = { code, file: this.#row.file, line: this.#row.line, column, value: this.raw(column) }
    this.faults.push(expected === undefined ? at : { ...at, expected })
  }

  text(column: string): string {
    const value = this.raw(column)
    if (value === '') this.fault('missing', column)
    return value
  }

  optionalText(column: string): string | null {
    return this.raw(column) || null
  }

  /** A number of at least `min` (0 unless told). */
  number(column: string, { min = 0, whole = false }: { readonly min?: number; readonly whole?: boolean } = {}): number {
    if (this.raw(column) === '') {
      this.fault('missing', column)
      return 0
    }
    return this.optionalNumber(column, { min, whole }) ?? 0
  }

  optionalNumber(
    column: string,
    { min = 0, whole = false }: { readonly min?: number; readonly whole?: boolean } = {},
  ): number | null {
    const raw = this.raw(column)
    if (raw === '') return null
    const value = Number(raw)
    if (!Number.isFinite(value)) this.fault('not-a-number', column)
    else if (whole && !Number.isInteger(value)) this.fault('not-whole', column)
    else if (value > MOST) this.fault('not-in-list', column, `≤ ${MOST}`)
    else if (value < min) this.fault(value < 0 && min === 0 ? 'negative' : 'not-in-list', column, `≥ ${min}`)
    else return value
    return null
  }

  /** A number above zero. */
  positive(column: string, options: { readonly whole?: boolean } = {}): number {
    const value = this.number(column, options)
    if (value === 0 && !this.faults.some((f) => f.column === column)) this.fault('zero', column)
    return value
  }

  optionalDay(column: string): Day | null {
    const raw = this.raw(column)
    if (raw === '') return null
    const value = parseDay(raw)
    if (value === undefined) this.fault('not-a-day', column)
    return value ?? null
  }

  optionalTime(column: string): Seconds | null {
    const raw = this.raw(column)
    if (raw === '') return null
    const value = parseTime(raw)
    if (value === undefined) this.fault('not-a-time', column)
    return value ?? null
  }

  time(column: string): Seconds {
    this.text(column)
    return this.optionalTime(column) ?? seconds(0)
  }

  /** `YYYY-MM-DDTHH:MM:SS`; a day alone is its midnight. */
  instant(column: string): Instant {
    const raw = this.text(column)
    const value = parseInstant(raw)
    if (value === undefined && raw !== '')
      this.fault(parseDay(raw.split('T', 1)[0] ?? '') === undefined ? 'not-a-day' : 'not-a-time', column)
    return value ?? instant(0)
  }

  ubigeo(column: string): Ubigeo {
    const raw = this.text(column)
    const code = parseUbigeo(raw)
    if (code === undefined && raw !== '') this.fault('not-a-ubigeo', column)
    return code ?? NATION
  }

  /** Two, four or six digits: the places whose code begins with them. */
  optionalPrefix(column: string): string | null {
    const raw = this.raw(column)
    if (raw === '') return null
    if (/^(\d\d){1,3}$/.test(raw)) return raw
    this.fault('not-a-ubigeo', column)
    return null
  }

  /** Degrees inside a box around Peru (its corners: Güepí, Tacna, Punta Pariñas, Bolpebra), a little wider. */
  position(lat: string, lon: string): { readonly lat: number; readonly lon: number } {
    const at = { lat: this.number(lat, { min: -Infinity }), lon: this.number(lon, { min: -Infinity }) }
    if (this.faults.some((f) => f.column === lat || f.column === lon)) return at
    if (at.lat < -18.5 || at.lat > 0.1) this.fault('outside-peru', lat, '−18.5 … 0.1')
    if (at.lon < -81.5 || at.lon > -68.6) this.fault('outside-peru', lon, '−81.5 … −68.6')
    return at
  }

  /** Words separated by spaces, commas, semicolons or bars. */
  words(column: string): readonly string[] {
    return this.raw(column)
      .split(/[\s,;|]+/)
      .filter((word) => word !== '')
  }

  oneOf<T extends string>(column: string, words: readonly T[]): T {
    const raw = this.text(column)
    const found = words.find((word) => word === raw)
    if (found === undefined && raw !== '') this.fault('not-in-list', column, words.join(', '))
    return found ?? (words[0] as T)
  }

  /** The noun, or all faults of the row. */
  done<T>(value: T): Parsed<T> {
    return this.faults.length === 0 ? { ok: true, value } : { ok: false, faults: this.faults }
  }
}
