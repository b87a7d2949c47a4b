import type { FaultCode } from '../model/fault.ts'
import type { FindingCode } from '../model/finding.ts'
import { parseUbigeo } from '../model/ubigeo.ts'
import type { Book } from './code-book.ts'
import type { CodeIndex, Names } from './code-index.ts'
import { isBlank } from './number-cell.ts'
import { shortCode } from './short-code.ts'

export type ReadCode =
  | { readonly ok: true; readonly code: string; readonly repairs: readonly { code: FindingCode; detail: string }[] }
  | {
      readonly ok: false
      readonly fault: FaultCode
      readonly column: 'ubigeo' | keyof Names
      readonly expected: string
    }

export type ReadDistrict = (written: string, names: Names) => ReadCode

export const NO_NAMES: Names = { department: '', province: '', district: '' }

/**
 * Makes codes as written into INEI codes of places that exist: restores a lost zero, goes from RENIEC's book to INEI's, from a code that
 * was replaced to its successor, and from names to the code where none is written.
 * @param short whether `20` may stand for the department 200000 and `2002` for the province 200200: where rows are of such places
 */
export function districtReader(index: CodeIndex, book: Book, short: 'read' | 'refused' = 'refused'): ReadDistrict {
  const known = new Map<string, ReadCode>()
  return (written, names) => {
    const key = `${written}\t${names.department}\t${names.province}\t${names.district}`
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const made = readCode(index, book, short, written, names)
    known.set(key, made)
    return made
  }
}

function readCode(index: CodeIndex, book: Book, short: 'read' | 'refused', written: string, names: Names): ReadCode {
  if (isBlank(written)) {
    const found = index.byNames(names.department, names.province, names.district)
    if (found !== undefined) return { ok: true, code: found, repairs: [{ code: 'code-from-names', detail: found }] }
    const unknown = index.unknownName(names)
    return unknown === undefined
      ? { ok: false, fault: 'missing', column: 'ubigeo', expected: '' }
      : { ok: false, fault: 'unknown-name', column: unknown.column, expected: unknown.nearest }
  }
  const whole = shortCode(written)
  if (whole !== undefined && short === 'refused')
    return { ok: false, fault: 'not-a-ubigeo', column: 'ubigeo', expected: index.has(whole) ? whole : '' }
  const six = parseUbigeo(whole ?? written)
  if (six === undefined) {
    const fault = /^\d{5,6}(\.0+)?$/.test(written) ? 'unknown-district' : 'not-a-ubigeo'
    return { ok: false, fault, column: 'ubigeo', expected: '' }
  }
  const repairs: { code: FindingCode; detail: string }[] = []
  if (whole !== undefined) repairs.push({ code: 'short-code', detail: six })
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
  return {
    ok: false,
    fault: 'unknown-district',
    column: 'ubigeo',
    expected: index.nearest(code ?? six, names.district) ?? '',
  }
}
