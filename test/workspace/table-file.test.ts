import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { InputError } from '../../src/model/input-error.ts'
import { tableFile } from '../../src/workspace/table-file.ts'
import { scratch } from '../cli/chasqui.ts'

const HEADER = 'series,period,quantity\n'

async function read(content: string | Uint8Array) {
  const path = `${scratch()}/table.csv`
  writeFileSync(path, content)
  const { rows, notes } = await tableFile(path)
  return { cells: rows.map((r) => [r.series, r.period, r.quantity]), notes }
}

async function refusal(content: string | Uint8Array): Promise<[string, unknown]> {
  const error = await read(content).catch((thrown: unknown) => thrown)
  if (!(error instanceof InputError)) throw new Error('a table was read that cannot be')
  return [error.code, error.details['line'] ?? error.details['found'] ?? error.details['kind']]
}

test('a table reads alike in UTF-8, Windows-1252, UTF-16 and gzip', async () => {
  const text = `${HEADER}Cañete,2021-01,5\nCaíete,2021-01,7\n`
  const expected = [
    ['Cañete', '2021-01', 5],
    ['Caíete', '2021-01', 7],
  ]
  // One series each: read as UTF-8, the two names of Windows-1252 would be the same one.
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text, 'latin1'),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    gzipSync(text),
  ])
    expect((await read(bytes)).cells).toEqual(expected)
})

test('lines with nothing in them are no rows, and cells beyond the headers may be empty', async () => {
  const { cells } = await read(`${HEADER}\n,,\na,2021-01,5,\n a , 2021-02 , 6 \n  \n,,,\n`)
  expect(cells).toEqual([
    ['a', '2021-01', 5],
    ['a', '2021-02', 6],
  ])
})

test('a decimal comma without quotes does not lose its decimals in silence', async () => {
  expect(await refusal(`${HEADER}a,2021-01,5\na,2021-02,5,6\n`)).toEqual(['table-width', 3])
})

test('a row without a name and a number only a computer reads are refused with their line', async () => {
  expect(await refusal(`${HEADER}a,2021-01,5\n,2021-02,5\n`)).toEqual(['table-cell', 3])
  for (const cell of ['0x10', '0b1', 'Infinity', 'abc', '1e16'])
    expect(await refusal(`${HEADER}a,2021-01,${cell}\n`)).toEqual(['table-cell', 2])
})

test('headers that are missing or stand twice are shown', async () => {
  expect(await refusal('Serie;mes;Cantidad\na;2021-01;5\n')).toEqual(['table-columns', 'Serie, mes, Cantidad'])
  expect(await refusal('series,period,quantity,quantity\na,2021-01,5,6\n')).toEqual([
    'table-columns',
    'series, period, quantity, quantity',
  ])
  expect(await refusal('')).toEqual(['table-columns', ''])
})

test('what is no text is refused for what it is', async () => {
  expect(await refusal(Buffer.from('PK\u0003\u0004.....xl/workbook.xml'))).toEqual(['table-not-text', 'spreadsheet'])
  expect(await refusal(Uint8Array.from({ length: 512 }, (_, i) => i % 256))).toEqual(['table-not-text', 'binary'])
  expect(await refusal(gzipSync(HEADER).subarray(0, 12))).toEqual(['table-not-text', 'gzip'])
  expect(await refusal(`${HEADER}a,2021-01,5\n"a,2021-02,5\n`)).toEqual(['table-line', 3])
})

test('thousands that could be decimals are told, with the first of them', async () => {
  const { cells, notes } = await read('series;period;quantity\na;2021-01;12\na;2021-02;1,250\na;2021-03;2,125\n')
  expect(cells.map((row) => row[2])).toEqual([12, 1250, 2125])
  expect(notes).toEqual([{ code: 'table-decimal', cell: '1,250', line: 3, digits: '1250' }])
  // 0,5 shows that the comma is decimal.
  const told = await read('series;period;quantity\na;2021-01;0,5\na;2021-02;1,250\n')
  expect([told.cells.map((row) => row[2]), told.notes]).toEqual([[0.5, 1.25], []])
})
