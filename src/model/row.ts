import type { Fault, FaultCode, Parsed } from './fault.ts'
import { type Day, parseDay, parseTime } from './day.ts'
import type { Seconds } from './units.ts'

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
