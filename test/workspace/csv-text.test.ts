import { expect, test } from 'vitest'
import { csvText } from '../../src/workspace/sheets/csv-text.ts'

const cellsOf = (...cells: readonly (string | number | null)[]): string => csvText([], [cells]).split('\r\n')[1] ?? ''

test('text that a spreadsheet would take for a formula is shown as text', () => {
  expect(cellsOf('=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1')).toBe(
    `"'=HYPERLINK(""x"")";'+1+1;'-2+3;'@SUM(A1);'\t=1`,
  )
})

test('numbers, negative ones and those of other people too, stay as they are', () => {
  expect(cellsOf(-5, '-40', '+51', '-1.234,5', '-', 'a=b', null)).toBe('-5;-40;+51;-1.234,5;-;a=b;')
})
