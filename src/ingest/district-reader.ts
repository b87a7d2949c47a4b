import type { FaultCode } from '../model/fault.ts'
import type { FindingCode } from '../model/finding.ts'
import { parseUbigeo } from '../model/ubigeo.ts'
import type { Book } from './code-book.ts'
import type { CodeIndex } from './code-index.ts'
import { isBlank } from './number-cell.ts'

export type ReadCode =
  | { readonly ok: true; readonly code: string; readonly repairs: readonly { code: FindingCode; detail: string }[] }
  | { readonly ok: false; readonly fault: FaultCode; readonly expected: string }

export type ReadDistrict = (written: string, names: Names) => ReadCode

/** Names beside a code, as written; blank where the file has none. */
export interface Names {
  readonly department: string
  readonly province: string
  readonly district: string
}

export const NO_NAMES: Names = { department: '', province: '', district: '' }

/**
 * Makes codes as written into INEI codes of places that exist: restores a lost zero, goes from RENIEC's book to INEI's, from a code that
 * was replaced to its successor, and from names to the code where none is written.
 */
export function districtReader(index: CodeIndex, book: Book): ReadDistrict {
  const known = new Map<string, ReadCode>()
  return (written, names) => {
    const key = `${written}\t${names.department}\t${names.province}\t${names.district}`
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const made = readCode(index, book, written, names)
    known.set(key, made)
    return made
  }
}

function readCode(index: CodeIndex, book: Book, written: string, names: Names): ReadCode {
  if (isBlank(written)) {
    const found = index.byNames(names.department, names.province, names.district)
    return found === undefined
      ? { ok: false, fault: 'missing', expected: '' }
      : { ok: true, code: found, repairs: [{ code: 'code-from-names', detail: found }] }
  }
  const six = parseUbigeo(written)
  if (six === undefined)
    return { ok: false, fault: /^\d{5,6}(\.0+)?$/.test(written) ? 'unknown-district' : 'not-a-ubigeo', expected: '' }
  const repairs: { code: FindingCode; detail: string }[] = []
  if (/^\d{5}(\.0+)?$/.test(written)) repairs.push({ code: 'zero-restored', detail: six })
  let code: string | undefined = book === 'reniec' ? index.fromReniec(six) : six
  if (code !== undefined && (!index.has(code) || !index.directory)) {
    const successor = index.successor(code)
    if (successor !== undefined && index.has(successor)) {
      repairs.push({ code: 'successor-district', detail: successor })
      code = successor
    }
  }
  if (code !== undefined && index.has(code)) return { ok: true, code, repairs }
  return { ok: false, fault: 'unknown-district', expected: index.nearest(code ?? six, names.district) ?? '' }
}
