import { expect, test } from 'vitest'
import { NO_ANSWERS, parseAnswers } from '../../src/ingest/answers.ts'
import { mapHeaders, recognise } from '../../src/ingest/recognise.ts'
import { demandTable } from '../../src/ingest/tables-we-know.ts'
import { personalKind } from '../../src/ingest/personal-column.ts'

test('an empty document is no answers; anything out of place is told by its path', () => {
  expect(parseAnswers(null)).toEqual({ ok: true, value: NO_ANSWERS })
  expect(parseAnswers({ skip: ['a'], files: { 'd.csv': { 'decimal:X': ',', 'product:n': 1 } } })).toEqual({
    ok: true,
    value: { skip: ['a'], accept: [], files: { 'd.csv': { 'decimal:X': ',', 'product:n': '1' } } },
  })
  expect(parseAnswers({ skip: 'a', accept: [1], files: { 'd.csv': [], 'e.csv': { x: {} } }, other: 1 })).toEqual({
    ok: false,
    faults: ['files.d.csv', 'files.e.csv.x', 'other', 'skip', 'accept.0'],
  })
})

const none = (): undefined => undefined

test('headers are known whatever their case, accents, spaces and points', () => {
  const seen = recognise(['  FECHA ', 'CÓD. UBIGEO', 'Bien', 'CANT.'], none)
  expect(seen.known && seen.mapping.table.id).toBe('social_aid_demand')
  expect(seen.known && new Map(seen.mapping.columns)).toEqual(
    new Map([
      ['period', 0],
      ['ubigeo', 1],
      ['product', 2],
      ['quantity', 3],
    ]),
  )
})

test('two headers for one column are open, and the answer of a person closes it', () => {
  const headers = ['PERIODO', 'UBIGEO', 'PRODUCTO', 'KITS', 'CANTIDAD']
  expect(mapHeaders(demandTable, headers, none).open).toEqual([{ column: 'quantity', choices: ['CANTIDAD', 'KITS'] }])
  const answered = mapHeaders(demandTable, headers, (column) => (column === 'quantity' ? 'KITS' : undefined))
  expect([answered.open, answered.columns.get('quantity')]).toEqual([[], 3])
})

test('a header nobody knows can be named by a person, and an unknown table says what it lacks', () => {
  const headers = ['MES DEL REPORTE', 'UBIGEO', 'PRODUCTO', 'CANTIDAD']
  expect(recognise(headers, none)).toMatchObject({
    known: false,
    nearest: [{ source: 'social_aid_demand', lacks: ['period|month'] }, {}, {}],
  })
  expect(recognise(headers, (_, column) => (column === 'period' ? 'MES DEL REPORTE' : undefined)).known).toBe(true)
})

test('headers of persons’ data are told apart from counts of persons', () => {
  expect(
    ['DNI', 'N° DOC', 'Apellidos y Nombres', 'E-mail', 'TELÉFONO', 'Beneficiario', 'nombre_responsable'].map(
      personalKind,
    ),
  ).toEqual(['identity', 'identity', 'name', 'e-mail', 'telephone', 'name', 'name'])
  expect(['BENEFICIARIOS', 'nombre', 'personas', 'distrito', 'documento_sustento'].map(personalKind)).toEqual(
    Array(5).fill(undefined),
  )
})
