/** How the numbers of a column are written: the decimal mark, or `each` where both occur and every cell tells by its shape. */
export type DecimalMark = '.' | ',' | 'each'

/** Cells of a column by what their shape says about the decimal mark. */
export interface NumberCount {
  /** Digits alone: say nothing. */
  plain: number
  /** Only a decimal point, only a decimal comma, can be read. */
  point: number
  comma: number
  /** `1.234`: decimals or thousands? `1,234` likewise. */
  eitherPoint: number
  eitherComma: number
  other: number
}

export const numberCount = (): NumberCount => ({
  plain: 0,
  point: 0,
  comma: 0,
  eitherPoint: 0,
  eitherComma: 0,
  other: 0,
})

const BLANK = new Set(['', 'NA', 'N/A', 'n/a', '\\N', 'NULL', 'null', 'NaN', 'nan', '-', '--', 'S/D', 's/d', 'SD'])

/** Words that registers and programs write where a value is missing. */
export const isBlank = (text: string): boolean => BLANK.has(text)

const PLAIN = /^[+-]?\d+$/
const SPACES = /[\s\u00a0\u202f']/g
const MONEY = /^S\/\.?\s*/i

/** Without spaces between groups of digits and without the sign of the sol. */
const bare = (text: string): string =>
  text
    .replace(MONEY, '')
    .replace(/^\u2212/, '-')
    .replace(SPACES, '')

type Shape = 'plain' | 'point' | 'comma' | 'eitherPoint' | 'eitherComma' | 'other'

function shapeOf(text: string, max: number): Shape {
  if (PLAIN.test(text)) return 'plain'
  if (/^[+-]?\d*\.\d+(e[+-]?\d+)?$/i.test(text) || /^[+-]?\d+\.$/.test(text))
    return /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text) && Math.abs(Number(text.replace('.', ''))) <= max
      ? 'eitherPoint'
      : 'point'
  if (/^[+-]?\d*,\d+$/.test(text) || /^[+-]?\d+,$/.test(text))
    return /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text) && Math.abs(Number(text.replace(',', ''))) <= max
      ? 'eitherComma'
      : 'comma'
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d*$/.test(text) || /^[+-]?\d{1,3}(,\d{3}){2,}$/.test(text)) return 'point'
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d*$/.test(text) || /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text)) return 'comma'
  return 'other'
}

/** @param max largest absolute value the column can hold: `-6.229` is no longitude of thousands. */
export function countNumber(count: NumberCount, raw: string, max = Infinity): void {
  if (PLAIN.test(raw)) count.plain++
  else if (!isBlank(raw)) count[shapeOf(bare(raw), max)]++
}

export type DecimalChoice =
  | { readonly decided: true; readonly mark: DecimalMark; readonly by: 'no-marks' | 'column' | 'file' }
  | { readonly decided: false }

/**
 * The mark that the column's own cells tell, else the one that all other columns of the file agree on.
 * Undecided when a cell like `1,234` stays open: the number would be a thousand times another.
 */
export function decideDecimal(
  own: NumberCount,
  others: { readonly point: number; readonly comma: number },
): DecimalChoice {
  const open = own.eitherPoint + own.eitherComma
  if (own.point > 0 && own.comma > 0)
    return open === 0 ? { decided: true, mark: 'each', by: 'column' } : { decided: false }
  if (own.point > 0) return { decided: true, mark: '.', by: 'column' }
  if (own.comma > 0) return { decided: true, mark: ',', by: 'column' }
  if (open === 0) return { decided: true, mark: '.', by: 'no-marks' }
  if (others.point > 0 && others.comma === 0) return { decided: true, mark: '.', by: 'file' }
  if (others.comma > 0 && others.point === 0) return { decided: true, mark: ',', by: 'file' }
  return { decided: false }
}

/**
 * A number in canonical digits with `.`; `''` for a blank; the text as it stands when it is no number under this mark.
 */
export function canonicalNumber(raw: string, mark: DecimalMark): string {
  if (PLAIN.test(raw)) return raw.startsWith('+') ? raw.slice(1) : raw
  if (isBlank(raw)) return ''
  const text = bare(raw)
  const decimal = mark === 'each' ? (shapeOf(text, Infinity).toLowerCase().endsWith('comma') ? ',' : '.') : mark
  const grouped = decimal === '.' ? /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/ : /^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/
  const simple = decimal === '.' ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^[+-]?(\d+,?\d*|,\d+)$/
  let digits: string
  if (simple.test(text)) digits = text
  else if (grouped.test(text)) digits = text.replaceAll(decimal === '.' ? ',' : '.', '')
  else return raw
  return digits.replace(',', '.').replace(/^\+/, '').replace(/\.$/, '')
}
