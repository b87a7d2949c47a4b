import type { Fault } from '../model/fault.ts'
import type { FileSummary, Finding, FindingCode, FindingKind } from '../model/finding.ts'
import type { Row } from '../model/row.ts'
import type { Reading } from './reading.ts'
import type { Survey } from './survey.ts'

/** A row with its cells as written, so that a finding can show them. */
export interface ReadRow extends Row {
  readonly written: readonly string[]
}

/** Counts what becomes of the rows of one file: each is accepted, rejected, set aside or repeated, exactly once. */
export interface Ledger {
  readonly file: string
  readonly reading: Reading
  accept(quantity?: number): void
  reject(row: ReadRow, faults: readonly Fault[], quantity?: number): void
  setAside(row: ReadRow, code: FindingCode, column: string, detail: string, quantity?: number): void
  repeat(row: ReadRow, code: FindingCode, column: string, detail: string, quantity?: number): void
  /** A row that stays, with a cell that was mended; counted once per line. */
  repair(row: ReadRow, code: FindingCode, column: string, detail: string): void
  summary(): FileSummary
  readonly overLimit: boolean
}

/** A file with more than this share of its rows or of its quantity rejected changes no table unless a person accepts it. */
const LIMIT = 0.05

export function ledger(survey: Survey, reading: Reading, findings: Finding[]): Ledger {
  const file = survey.source.name
  let rows = 0
  let accepted = 0
  let rejected = 0
  let repaired = 0
  let setAside = 0
  let repeated = 0
  let quantity = 0
  let quantityRejected = 0
  let lastRepaired = -1

  const count = (amount: number): number => {
    const size = Number.isFinite(amount) ? Math.abs(amount) : 0
    rows++
    quantity += size
    return size
  }
  const note = (kind: FindingKind, code: FindingCode, row: ReadRow, column: string, detail: string): void => {
    const read = reading.columns.get(column)
    const value = read === undefined ? '' : (row.written[read.at] ?? '').trim()
    findings.push({ kind, code, file, line: row.line, column: read?.header ?? column, value, detail })
  }

  return {
    file,
    reading,
    accept(amount = 0) {
      count(amount)
      accepted++
    },
    reject(row, faults, amount = 0) {
      quantityRejected += count(amount)
      rejected++
      for (const fault of faults) note('rejected', fault.code, row, fault.column, fault.expected ?? '')
    },
    setAside(row, code, column, detail, amount = 0) {
      count(amount)
      setAside++
      note('set-aside', code, row, column, detail)
    },
    repeat(row, code, column, detail, amount = 0) {
      count(amount)
      repeated++
      note('repeated', code, row, column, detail)
    },
    repair(row, code, column, detail) {
      if (row.line !== lastRepaired) repaired++
      lastRepaired = row.line
      note('repaired', code, row, column, detail)
    },
    summary: () => ({
      file,
      source: survey.mapping.table.id,
      sha256: survey.sha256,
      rows,
      accepted,
      rejected,
      repaired,
      setAside,
      repeated,
      quantity,
      quantityRejected,
    }),
    get overLimit() {
      return rejected > LIMIT * rows || quantityRejected > LIMIT * quantity
    },
  }
}

/** A fault that is found beside the noun's own parser. */
export const faultOf = (row: Row, code: Fault['code'], column: string, expected?: string): Fault => {
  const at = { code, file: row.file, line: row.line, column, value: row.cells[column] ?? '' }
  return expected === undefined ? at : { ...at, expected }
}
