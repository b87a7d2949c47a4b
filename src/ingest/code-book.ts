import type { CodeIndex } from './code-index.ts'
import { fold } from './fold.ts'
import { shortCode } from './short-code.ts'

export type Book = 'inei' | 'reniec'

/** What the codes of one file say about the book they come from. */
export interface BookCount {
  /** Rows whose name beside the code is that of the place in one book and not in the other. */
  readonly namesInei: number
  readonly namesReniec: number
  /** Different codes, and how many of them exist in each book. */
  readonly codes: number
  readonly inInei: number
  readonly inReniec: number
  /** Codes that are one place in INEI's book and another in RENIEC's. */
  readonly different: number
}

const sixDigits = (raw: string): string | undefined => {
  const whole = shortCode(raw)
  if (whole !== undefined) return whole
  const digits = raw.replace(/\.0+$/, '')
  return /^\d{5,6}$/.test(digits) ? digits.padStart(6, '0') : undefined
}

const sameName = (written: string, name: string | undefined): boolean =>
  name !== undefined && (written === fold(name) || written.startsWith(`${fold(name)} `))

/** @param codes `code, department, province, district` joined by tabs → rows */
export function countBooks(codes: ReadonlyMap<string, number>, index: CodeIndex): BookCount {
  let namesInei = 0
  let namesReniec = 0
  const distinct = new Map<string, string | undefined>()
  for (const [key, rows] of codes) {
    const [raw = '', department = '', , district = ''] = key.split('\t')
    const code = sixDigits(raw)
    if (code === undefined) continue
    const other = index.fromReniec(code)
    distinct.set(code, other)
    const otherDepartment = other ?? index.fromReniec(`${code.slice(0, 2)}0000`)
    const written = fold(department)
    if (written !== '' && otherDepartment !== undefined && otherDepartment.slice(0, 2) !== code.slice(0, 2)) {
      if (sameName(written, index.departmentName(code))) namesInei += rows
      else if (sameName(written, index.departmentName(otherDepartment))) namesReniec += rows
    } else if (district !== '' && other !== undefined && other !== code) {
      const name = fold(district)
      if (sameName(name, index.nameOf(code))) namesInei += rows
      else if (sameName(name, index.nameOf(other))) namesReniec += rows
    }
  }
  let inInei = 0
  let inReniec = 0
  let different = 0
  for (const [code, other] of distinct) {
    if (index.has(index.successor(code) ?? code)) inInei++
    if (other !== undefined) inReniec++
    if (other !== undefined && other !== code) different++
  }
  return { namesInei, namesReniec, codes: distinct.size, inInei, inReniec, different }
}

/** Nine of ten names must agree; a code that exists nowhere in a book is the weaker sign, so three of them are wanted. */
export function decideBook(count: BookCount): Book | undefined {
  const named = count.namesInei + count.namesReniec
  if (named > 0 && count.namesInei >= 0.9 * named) return 'inei'
  if (named > 0 && count.namesReniec >= 0.9 * named) return 'reniec'
  if (named === 0 && count.different === 0) return 'inei'
  if (count.inInei === count.codes && count.inReniec < count.codes) return 'inei'
  if (count.inReniec === count.codes && count.inInei < count.codes) return 'reniec'
  if (count.inInei >= 0.95 * count.codes && count.inInei - count.inReniec >= 3) return 'inei'
  if (count.inReniec >= 0.95 * count.codes && count.inReniec - count.inInei >= 3) return 'reniec'
  return undefined
}
