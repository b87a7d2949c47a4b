import fc from 'fast-check'
import papa from 'papaparse'
import { expect, test } from 'vitest'
import { MAX_COLUMNS, MAX_RECORD, splitter } from '../../src/ingest/csv.ts'

interface Split {
  readonly records: readonly { readonly cells: readonly string[]; readonly line: number }[]
  readonly fault: { readonly code: string; readonly line: number } | undefined
}

/** Splits text that arrives in pieces of the given lengths, over and over. */
function split(text: string, separator: string, pieces: readonly number[] = [text.length]): Split {
  const records: { cells: string[]; line: number }[] = []
  const s = splitter(separator, (cells, line) => records.push({ cells, line }))
  let at = 0
  for (let i = 0; at < text.length; i++) {
    const size = Math.max(1, pieces[i % pieces.length] ?? 1)
    s.write(text.slice(at, at + size))
    at += size
  }
  s.end()
  return { records, fault: s.fault }
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', '1', ' ', '"', ',', ';', '\n', '\r\n', '.'), maxLength: 6 })
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
const separators = fc.constantFrom(',', ';', '\t', '|')

test('whatever papaparse writes is read back cell by cell, in any pieces', () => {
  fc.assert(
    fc.property(table, separators, fc.constantFrom('\r\n', '\n', '\r'), pieces, (rows, delimiter, newline, sizes) => {
      const text = papa.unparse(rows, { delimiter, newline })
      const kept = rows.filter((row) => row.length > 1 || row[0] !== '')
      expect(split(text, delimiter, sizes).records.map((r) => r.cells)).toEqual(kept)
    }),
    { numRuns: 500 },
  )
})

test('text of quotes, separators and breaks is split as papaparse splits it wherever papaparse finds it well formed', () => {
  const wild = fc.string({ unit: fc.constantFrom('a', '"', '""', ',', '\n', 'b,"c"'), maxLength: 20 })
  fc.assert(
    fc.property(wild, pieces, (text, sizes) => {
      const known = papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: false })
      fc.pre(known.errors.length === 0)
      const mine = split(text, ',', sizes)
      const filled = (row: readonly string[]) => row.length > 1 || row[0] !== ''
      expect(mine.fault).toBeUndefined()
      expect(mine.records.map((r) => r.cells).filter(filled)).toEqual(known.data.filter(filled))
    }),
    { numRuns: 2000 },
  )
})

test('the pieces in which text arrives change nothing, faults included', () => {
  const wild = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 30 })
  fc.assert(
    fc.property(wild, pieces, (text, sizes) => {
      expect(split(text, ',', sizes)).toEqual(split(text, ','))
    }),
    { numRuns: 2000 },
  )
})

test('a record is on the line where it begins: breaks inside quotes and empty lines count', () => {
  // Lines: 1 "a,b", 2 "1,"x", 3 "y"", 4 empty, 5 "2,z".
  const { records } = split('a,b\r\n1,"x\r\ny"\r\n\r\n2,z', ',')
  expect(records).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: ['1', 'x\r\ny'], line: 2 },
    { cells: ['2', 'z'], line: 5 },
  ])
})

test('a byte order mark is no part of the first cell', () => {
  expect(split('\uFEFFa;b\n1;2', ';', [1]).records[0]?.cells).toEqual(['a', 'b'])
})

test('a quote that is never closed is told with the line of its record', () => {
  expect(split('a,b\n1,2\n3,"4\n5,6\n', ',').fault).toEqual({ code: 'open-quote', line: 3 })
})

test('a line or a row beyond any table is told, not kept in memory', () => {
  expect(split(`a\n${'x'.repeat(MAX_RECORD + 2)}`, ',', [50_000]).fault).toEqual({ code: 'too-long', line: 2 })
  expect(split(`a\n${','.repeat(MAX_COLUMNS)}\n`, ',').fault).toEqual({ code: 'too-many-columns', line: 2 })
})
