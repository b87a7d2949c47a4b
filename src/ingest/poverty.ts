import type { Parsed } from '../model/fault.ts'
import { Fields } from '../model/row.ts'
import type { ReadCode } from './district-reader.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import { isBlank } from './number-cell.ts'
import { parseUbigeo } from '../model/ubigeo.ts'

/** What the table of indicators says of a district: shares in 0–1, null where it is blank. */
export interface Indicators {
  readonly code: string
  readonly reniec: string | null
  readonly poverty: number | null
  readonly vulnerability: number | null
}

function parseIndicators(row: ReadRow, code: string): Parsed<Indicators> {
  const f = new Fields(row)
  const percent = f.optionalNumber('poverty')
  if (percent !== null && percent > 100) f.fault('not-in-list', 'poverty', '0 … 100')
  const vulnerability = f.optionalNumber('vulnerability')
  if (vulnerability !== null && vulnerability > 1) f.fault('not-in-list', 'vulnerability', '0 … 1')
  const reniec = f.raw('reniec')
  return f.done({
    code,
    reniec: isBlank(reniec) ? null : (parseUbigeo(reniec) ?? null),
    poverty: percent === null ? null : percent / 100,
    vulnerability,
  })
}

/** Takes the rows of tables of indicators. A row under a district's own code counts before one under a code that it replaced. */
export function povertyReader(): {
  take(row: ReadRow, code: ReadCode, book: Ledger): void
  end(): ReadonlyMap<string, Indicators>
} {
  const own = new Map<string, Indicators>()
  const former: { row: ReadRow; book: Ledger; value: Indicators }[] = []
  return {
    take(row, code, book) {
      if (!code.ok) {
        book.reject(row, [faultOf(row, code.fault, code.column, code.expected)])
        return
      }
      const parsed = parseIndicators(row, code.code)
      if (!parsed.ok) book.reject(row, parsed.faults)
      else if (code.repairs.some((repair) => repair.code === 'successor-district'))
        former.push({ row, book, value: parsed.value })
      else if (own.has(code.code)) book.reject(row, [faultOf(row, 'repeated-id', 'ubigeo')])
      else {
        for (const repair of code.repairs) book.repair(row, repair.code, 'ubigeo', repair.detail)
        own.set(code.code, parsed.value)
        book.accept()
      }
    },
    end() {
      for (const { row, book, value } of former) {
        if (own.has(value.code)) book.repeat(row, 'successor-district', 'ubigeo', value.code)
        else {
          book.repair(row, 'successor-district', 'ubigeo', value.code)
          own.set(value.code, value)
          book.accept()
        }
      }
      return own
    },
  }
}
