declare const brand: unique symbol

/** Six digits of INEI: department, province, district. `010100` is a province, `010000` a department, `000000` the nation. */
export type Ubigeo = string & { readonly [brand]: 'Ubigeo' }

export type Level = 'nation' | 'department' | 'province' | 'district'

/** Text that is already known to be six digits. */
export const ubigeo = (text: string): Ubigeo => text as Ubigeo

export const NATION = ubigeo('000000')

/**
 * Reads a ubigeo as spreadsheets leave it: the leading zero lost (departments 01–09), or a number with `.0` behind it.
 * @returns `undefined` when the text can be no ubigeo.
 */
export function parseUbigeo(raw: string): Ubigeo | undefined {
  const digits = raw.trim().replace(/\.0+$/, '')
  if (!/^\d{5,6}$/.test(digits)) return undefined
  const six = digits.padStart(6, '0')
  const department = Number(six.slice(0, 2))
  if (six === NATION) return NATION
  if (department < 1 || department > 25) return undefined
  if (six.slice(2, 4) === '00' && six.slice(4) !== '00') return undefined
  return ubigeo(six)
}

export function levelOf(code: Ubigeo): Level {
  if (code === NATION) return 'nation'
  if (code.endsWith('0000')) return 'department'
  return code.endsWith('00') ? 'province' : 'district'
}

export const departmentOf = (code: Ubigeo): Ubigeo => ubigeo(`${code.slice(0, 2)}0000`)
export const provinceOf = (code: Ubigeo): Ubigeo => ubigeo(`${code.slice(0, 4)}00`)

/** The next node above, or `undefined` for the nation. */
export function parentOf(code: Ubigeo): Ubigeo | undefined {
  const level = levelOf(code)
  if (level === 'nation') return undefined
  if (level === 'department') return NATION
  return level === 'province' ? departmentOf(code) : provinceOf(code)
}

/** Digits that all places of a node share. */
const DIGITS: Readonly<Record<Level, number>> = { nation: 0, department: 2, province: 4, district: 6 }
export const digitsOf = (node: Ubigeo): number => DIGITS[levelOf(node)]

/** Whether a node is another one or lies in it. */
export const liesIn = (node: Ubigeo, above: Ubigeo): boolean => node.startsWith(above.slice(0, digitsOf(above)))
