import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDate, countDate, dateCount, decideOrder } from '../../src/ingest/date-cell.ts'
import {
  canonicalNumber,
  countNumber,
  decideDecimal,
  type NumberCount,
  numberCount,
} from '../../src/ingest/number-cell.ts'
import { civil, type Day, day, formatDay } from '../../src/model/day.ts'

const column = (...cells: readonly string[]): NumberCount => {
  const count = numberCount()
  for (const cell of cells) countNumber(count, cell)
  return count
}

/** Digits with groups of three and a decimal mark, as people write them. */
const written = (value: number, decimals: number, mark: '.' | ','): string => {
  const [whole = '', rest = ''] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark === '.' ? ',' : '.')
  return `${value < 0 ? '-' : ''}${grouped}${rest === '' ? '' : `${mark}${rest}`}`
}

test('a number written with groups and either mark is read as the same number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom<'.' | ','>('.', ','),
      (n, decimals, mark) => {
        const value = n / 10 ** decimals
        expect(Number(canonicalNumber(written(value, decimals, mark), mark))).toBe(Number(value.toFixed(decimals)))
      },
    ),
  )
})

test('a column tells its mark by the cells that can be read in one way only', () => {
  expect(decideDecimal(column('37,870', '9,872.60'), { point: 0, comma: 0 })).toMatchObject({ mark: '.', by: 'column' })
  expect(decideDecimal(column('1.234', '0,5'), { point: 0, comma: 0 })).toMatchObject({ mark: ',', by: 'column' })
  expect(decideDecimal(column('12', '7'), { point: 0, comma: 0 })).toMatchObject({ mark: '.', by: 'no-marks' })
})

test('a column of cells like 1,234 stays open unless the other columns of the file agree', () => {
  expect(decideDecimal(column('1,234', '5,600'), { point: 0, comma: 0 })).toEqual({ decided: false })
  expect(decideDecimal(column('1.234'), { point: 0, comma: 0 })).toEqual({ decided: false })
  expect(decideDecimal(column('1,234'), { point: 9, comma: 0 })).toMatchObject({ mark: '.', by: 'file' })
  expect(decideDecimal(column('1,234'), { point: 9, comma: 1 })).toEqual({ decided: false })
})

test('a leading zero or a number out of range cannot be thousands: 0.125 and longitude -77.123 are clear', () => {
  const count = numberCount()
  countNumber(count, '0.125')
  countNumber(count, '-77.123', 180)
  expect(count).toMatchObject({ point: 2, eitherPoint: 0 })
})

test('where both marks occur, each cell is read by its shape, unless one could be thousands', () => {
  expect(decideDecimal(column('1.5', '2,5'), { point: 0, comma: 0 })).toMatchObject({ mark: 'each' })
  expect([canonicalNumber('1.5', 'each'), canonicalNumber('2,5', 'each')]).toEqual(['1.5', '2.5'])
  expect(decideDecimal(column('1.5', '2,5', '1,234'), { point: 0, comma: 0 })).toEqual({ decided: false })
})

test('what is no number under the mark stays as it stands, and words for nothing become blank', () => {
  expect(canonicalNumber('12,5', '.')).toBe('12,5')
  expect(canonicalNumber('1,23,4', '.')).toBe('1,23,4')
  expect(canonicalNumber('doce', ',')).toBe('doce')
  expect(['NA', '-', '\\N', 'S/D'].map((cell) => canonicalNumber(cell, '.'))).toEqual(['', '', '', ''])
  expect(canonicalNumber('S/ 1 234,50', ',')).toBe('1234.50')
})

const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((n) => day(n))
const two = (n: number): string => String(n).padStart(2, '0')
const forms: readonly ((d: Day) => string)[] = [
  (d) => formatDay(d),
  (d) => formatDay(d).replaceAll('-', ''),
  (d) => `${formatDay(d).replaceAll('-', '')}.0`,
  (d) => `${two(civil(d).day)}/${two(civil(d).month)}/${civil(d).year}`,
  (d) => `${civil(d).day}-${civil(d).month}-${civil(d).year}`,
]

test('a day in any of the forms of one column is read as that day', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(forms.length - 1), (d, i) => {
      expect(canonicalDate((forms[i] as (d: Day) => string)(d), 'dmy')).toBe(formatDay(d))
    }),
  )
})

test('a day in the American order is read as that day once the column is known to be in it', () => {
  fc.assert(
    fc.property(anyDay, (d) => {
      const { year, month, day: of } = civil(d)
      expect(canonicalDate(`${month}/${of}/${year}`, 'mdy')).toBe(formatDay(d))
    }),
  )
})

test('months are read from names, numbers and either order', () => {
  const month = ['2020-09', '202009', '09/2020', 'Setiembre 2020', 'SEPTIEMBRE DE 2020', 'sep-20', '2020 set'].map(
    (cell) => canonicalDate(cell, 'dmy'),
  )
  expect(new Set(month)).toEqual(new Set(['2020-09']))
})

test('a time of day stays with its day, and days that do not exist stay as they stand', () => {
  expect(canonicalDate('31/03/2023 14:05', 'dmy')).toBe('2023-03-31T14:05')
  expect(canonicalDate('30/02/2023', 'dmy')).toBe('30/02/2023')
  expect(canonicalDate('20231345', 'dmy')).toBe('20231345')
})

test('a part above 12 tells the order; years of two digits are another style and counted apart', () => {
  const count = dateCount()
  for (const cell of ['31/03/2023', '05/04/2023', '12/31/24', '20230405', '07/07/2023']) countDate(count, cell)
  // 07/07 is the same either way and says nothing.
  expect(count).toEqual({
    clear: 1,
    long: { dmy: 1, mdy: 0, either: 1 },
    short: { dmy: 0, mdy: 1, either: 0 },
    other: 0,
  })
  expect(decideOrder(count.long)).toBe('dmy')
  expect(decideOrder(count.short)).toBe('mdy')
})

test('an order that no value tells, or that values contradict, is open', () => {
  expect(decideOrder({ dmy: 0, mdy: 0, either: 3 })).toBeUndefined()
  expect(decideOrder({ dmy: 2, mdy: 2, either: 1 })).toBeUndefined()
  expect(decideOrder({ dmy: 2, mdy: 2, either: 0 })).toBe('dmy')
})
