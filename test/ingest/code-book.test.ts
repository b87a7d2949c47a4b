import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBooks, decideBook } from '../../src/ingest/code-book.ts'
import { codeIndex, type NamedDistrict } from '../../src/ingest/code-index.ts'
import { districtReader, NO_NAMES } from '../../src/ingest/district-reader.ts'
import { gazetteer, ingestTexts } from './country.ts'

const district = (code: string, name: string, province: string, department: string): NamedDistrict => ({
  code,
  name,
  province,
  department,
})
const districts = [
  district('080101', 'Cusco', 'Cusco', 'Cusco'),
  district('080102', 'Ccorca', 'Cusco', 'Cusco'),
  district('090101', 'Huancavelica', 'Huancavelica', 'Huancavelica'),
  district('070101', 'Callao', 'Callao', 'Callao'),
  district('160801', 'Putumayo', 'Putumayo', 'Loreto'),
]
/** RENIEC counts Callao last, so that its departments from Cusco on are one less than INEI's. */
const reniec = new Map([
  ['070101', '080101'],
  ['070102', '080102'],
  ['080101', '090101'],
  ['240101', '070101'],
])
const index = codeIndex(
  gazetteer,
  districts,
  reniec,
  new Map([
    ['07', '08'],
    ['08', '09'],
    ['24', '07'],
  ]),
  new Map([['160109', '160801']]),
)
const rows = (...keys: readonly string[]): ReadonlyMap<string, number> => new Map(keys.map((key) => [key, 1]))

test('names beside the codes tell the book', () => {
  expect(decideBook(countBooks(rows('080101\tCUSCO\t\t', '070101\tCALLAO\t\t'), index))).toBe('inei')
  expect(decideBook(countBooks(rows('070101\tCUSCO\t\t', '080101\tHUANCAVELICA\t\t'), index))).toBe('reniec')
})

test('without names a code that exists in one book only tells it', () => {
  // 090101 is no RENIEC code, 240101 no INEI code here.
  expect(decideBook(countBooks(rows('080101\t\t\t', '090101\t\t\t'), index))).toBe('inei')
  expect(decideBook(countBooks(rows('070101\t\t\t', '240101\t\t\t'), index))).toBe('reniec')
})

test('codes that are different places in both books stay open', () => {
  expect(decideBook(countBooks(rows('070101\t\t\t', '080101\t\t\t'), index))).toBeUndefined()
})

test('a code is read as the place it is today, and each repair is told', () => {
  const read = districtReader(index, 'inei')
  expect(read('80101', NO_NAMES)).toEqual({
    ok: true,
    code: '080101',
    repairs: [{ code: 'zero-restored', detail: '080101' }],
  })
  expect(read('80101.0', NO_NAMES)).toMatchObject({ ok: true, code: '080101' })
  expect(read('160109', NO_NAMES)).toEqual({
    ok: true,
    code: '160801',
    repairs: [{ code: 'successor-district', detail: '160801' }],
  })
  expect(read('NA', { department: 'CUSCO', province: 'Cusco', district: 'ccorca' })).toMatchObject({
    ok: true,
    code: '080102',
  })
  expect(districtReader(index, 'reniec')('70102', NO_NAMES)).toMatchObject({ ok: true, code: '080102' })
  // A province and a department are places of the gazetteer.
  expect(read('080100', NO_NAMES)).toMatchObject({ ok: true, code: '080100' })
  expect(districtReader(index, 'reniec')('070000', NO_NAMES)).toMatchObject({ ok: true, code: '080000' })
})

test('an unknown code is rejected with the nearest name of its province, and no name is guessed across the country', () => {
  const read = districtReader(index, 'inei')
  expect(read('080199', { ...NO_NAMES, district: 'CORCA' })).toEqual({
    ok: false,
    fault: 'unknown-district',
    column: 'ubigeo',
    expected: '080102 Ccorca',
  })
  expect(read('150199', { ...NO_NAMES, district: 'CORCA' })).toEqual({
    ok: false,
    fault: 'unknown-district',
    column: 'ubigeo',
    expected: '',
  })
  expect(read('999999', NO_NAMES)).toMatchObject({ fault: 'unknown-district' })
  expect(read('Cusco', NO_NAMES)).toMatchObject({ fault: 'not-a-ubigeo' })
})

test('two digits are a department and four a province where rows may be of them; elsewhere six are asked for', () => {
  const read = districtReader(index, 'inei', 'read')
  expect(read('20', NO_NAMES)).toEqual({
    ok: true,
    code: '200000',
    repairs: [{ code: 'short-code', detail: '200000' }],
  })
  expect(read('2002.0', NO_NAMES)).toMatchObject({ ok: true, code: '200200' })
  // RENIEC's department 07 is INEI's 08.
  expect(districtReader(index, 'reniec', 'read')('07', NO_NAMES)).toMatchObject({ ok: true, code: '080000' })
  expect(read('2099', NO_NAMES)).toMatchObject({ fault: 'unknown-district' })
  for (const text of ['2000', '99', '7', '101']) expect(read(text, NO_NAMES)).toMatchObject({ fault: 'not-a-ubigeo' })
  const refused = districtReader(index, 'inei')
  expect(refused('20', NO_NAMES)).toMatchObject({ fault: 'not-a-ubigeo', expected: '200000' })
  expect(refused('2099', NO_NAMES)).toMatchObject({ fault: 'not-a-ubigeo', expected: '' })
  expect(decideBook(countBooks(rows('07\tCUSCO\t\t', '08\tHUANCAVELICA\t\t'), index))).toBe('reniec')
})

test('names that are no place are told by the first that is not known there, with the nearest one', () => {
  const read = districtReader(index, 'inei')
  const names = (department: string, province = '', name = '') => read('', { department, province, district: name })
  expect(names('Piúra')).toMatchObject({ fault: 'missing', column: 'ubigeo' })
  expect(names('Piurra')).toMatchObject({ fault: 'unknown-name', column: 'department', expected: 'Piura' })
  expect(names('Atlántida')).toMatchObject({ fault: 'unknown-name', column: 'department', expected: '' })
  expect(names('Piura', 'Ayabacca')).toMatchObject({ column: 'province', expected: 'Ayabaca' })
  expect(names('', 'Ayabacca')).toMatchObject({ column: 'province', expected: 'Ayabaca' })
  expect(names('Cusco', 'Cusco', 'Corca')).toMatchObject({ column: 'district', expected: 'Ccorca' })
  expect(read('', NO_NAMES)).toMatchObject({ fault: 'missing', column: 'ubigeo' })
})

test('any text as a code is a place or a fault', () => {
  const read = districtReader(index, 'inei')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1', '8', '9', '.', 'N', 'A', ' '), maxLength: 8 }), (text) => {
      const code = read(text.trim(), NO_NAMES)
      expect(code.ok ? index.has(code.code) : code.fault).toBeTruthy()
    }),
  )
})

test('codes of RENIEC without a table of equivalences are refused, and open ones are asked', async () => {
  const reniecFile = 'PERIODO,UBIGEO,DEPARTAMENTO,PRODUCTO,CANTIDAD\n2023-01,070101,CUSCO,food,5\n'
  expect((await ingestTexts({ 'a.csv': reniecFile })).refused).toMatchObject([
    { code: 'no-equivalence', detail: 'UBIGEO' },
  ])

  const directory =
    'ubigeo,departamento,provincia,distrito,población,latitud,longitud\n080101,Cusco,Cusco,Cusco,100,-13.52,-71.98\n070101,Callao,Callao,Callao,400,-12.06,-77.15\n'
  const both = 'inei,reniec,pct_pobreza_total\n080101,070101,12.5\n070101,080101,8.75\n'
  const open = {
    'd.csv': directory,
    'p.csv': both,
    'a.csv': 'PERIODO,UBIGEO,PRODUCTO,CANTIDAD\n2023-01,070101,food,5\n',
  }
  expect((await ingestTexts(open)).questions).toMatchObject([
    { file: 'a.csv', subject: 'code-book', choices: ['inei', 'reniec'] },
  ])
  const answers = { skip: [], accept: [], files: { 'a.csv': { 'code-book:UBIGEO': 'reniec' } } }
  const answered = await ingestTexts(open, { answers })
  expect(answered.questions).toEqual([])
  expect(answered.tables.observations.ubigeo).toEqual(['080101'])
})
