import { expect, test } from 'vitest'
import { noteSentence } from '../../src/messages/notes.ts'
import { prepare } from '../../src/prepare/prepare.ts'
import type { Place } from '../../src/model/place.ts'
import { at, type Fact, facts, monthsShown, place, product, shown } from './facts.ts'

const run = (rows: readonly Fact[], absent: 'zero' | 'missing' = 'zero', places: readonly Place[] = []) =>
  prepare({
    observations: facts(rows),
    registers: [],
    products: [product('p'), product('q')],
    places,
    covariates: [],
    settings: { affectedShare: 1, absent },
  })

const SPARSE: readonly Fact[] = [
  ['2024-01', '010101', 'demand:p', 4],
  ['2024-04', '010101', 'demand:p', 6],
  ['2024-02', '020202', 'demand:p', 1],
]

test('a place seen once is 0 between the first and the last period of the file', () => {
  const { panel, notes } = run(SPARSE)
  expect(monthsShown(panel)).toBe('2024-01 2024-04')
  expect(shown(panel)).toEqual({ '010101 p': '4 0 0 6', '020202 p': '0 1 0 0' })
  // 8 cells, 3 of them with a row; March has no row of any place.
  expect(notes).toContainEqual({
    code: 'absent-read-as',
    file: 'a.csv',
    as: 'zero',
    from: at('2024-01'),
    to: at('2024-04'),
    cells: 5,
    emptyMonths: [at('2024-03')],
  })
  expect(notes).toContainEqual({ code: 'no-demand-known', product: 'q' })
})

test('`absent: missing` leaves months without a row missing', () => {
  expect(shown(run(SPARSE, 'missing').panel)).toEqual({ '010101 p': '4 - - 6', '020202 p': '- 1 - -' })
})

test('a place of which a file has blank cells alone is missing in all months, not 0: nothing was ever told of it', () => {
  const { panel, notes } = run([...SPARSE, ['2024-03', '030303', 'demand:p', null]])
  expect(shown(panel)).toEqual({ '010101 p': '4 0 0 6', '020202 p': '0 1 0 0', '030303 p': '- - - -' })
  // 8 cells of the first two places, 3 of them with a row.
  expect(notes).toContainEqual(expect.objectContaining({ code: 'absent-read-as', as: 'zero', cells: 5 }))
})

test('a product that a place never asked for is no series', () => {
  const { panel } = run([...SPARSE, ['2024-01', '020202', 'demand:q', 2]])
  expect(Object.keys(shown(panel))).toEqual(['010101 p', '020202 p', '020202 q'])
})

test('a blank cell is missing; beside a number in the same month it makes the number a lower bound', () => {
  const { panel, notes } = run([
    ['2024-01-05', '010101', 'demand:p', 3],
    ['2024-01-20', '010101', 'demand:p', null],
    ['2024-02-10', '010101', 'demand:p', null],
    ['2024-03-10', '010101', 'demand:p', 5],
    ['2024-03-11', '010101', 'demand:p', 2],
  ])
  expect(shown(panel)).toEqual({ '010101 p': '3+ - 7' })
  expect(notes).toContainEqual({ code: 'blank-cells', file: 'a.csv', product: 'p', cells: 2 })
})

test('a number stays a number of its month when another file leaves it blank, as a lower bound', () => {
  const { panel } = run([
    ['2024-01', '010101', 'demand:p', 3, 'a.csv'],
    ['2024-01', '010101', 'demand:p', null, 'b.csv'],
  ])
  expect(shown(panel)).toEqual({ '010101 p': '3+' })
})

test('what stands in two files adds up, and each file is 0 only within its own span', () => {
  const { panel, notes } = run([
    ['2024-01', '010101', 'demand:p', 4, 'a.csv'],
    ['2024-03', '010101', 'demand:p', 1, 'a.csv'],
    ['2024-03', '010101', 'demand:p', 2, 'b.csv'],
    ['2024-05', '020202', 'demand:p', 9, 'b.csv'],
  ])
  // a: January to March, b: March to May; 020202 is only in b.
  expect(shown(panel)).toEqual({ '010101 p': '4 0 3 0 0', '020202 p': '- - 0 0 9' })
  expect(notes).toContainEqual({ code: 'files-added-up', product: 'p', files: ['a.csv', 'b.csv'], cells: 1 })
})

test('series are sorted by ubigeo and product, and the order of the rows does not matter', () => {
  const rows: readonly Fact[] = [
    ['2024-02', '250101', 'demand:q', 1],
    ['2024-01', '010101', 'demand:q', 2],
    ['2024-01', '250101', 'demand:p', 3],
  ]
  const { panel } = run(rows)
  expect(Object.keys(shown(panel))).toEqual(['010101 q', '250101 p', '250101 q'])
  expect(run(rows.toReversed()).panel).toEqual(panel)
})

test('without any fact there are no series and no months', () => {
  const { panel, notes } = run([])
  expect({ series: panel.series, months: panel.months }).toEqual({ series: [], months: 0 })
  expect(notes.map((n) => n.code)).toEqual(['no-demand-known', 'no-demand-known'])
})

test('rows of a place and of places within it are added up, and that is said', () => {
  const { panel, notes } = run([
    ['2024-01', '010101', 'demand:p', 4],
    ['2024-01', '010100', 'demand:p', 4],
    ['2024-01', '020000', 'demand:p', 7],
    ['2024-01', '020202', 'demand:q', 1],
  ])
  expect(shown(panel)).toEqual({ '010100 p': '4', '010101 p': '4', '020000 p': '7', '020202 q': '1' })
  expect(notes.filter((n) => n.code === 'levels-added-up')).toEqual([
    { code: 'levels-added-up', product: 'p', ubigeos: ['010100'] },
  ])
})

test('a place of the directory beside served ones that no file names is told; those elsewhere are not, nor is the gazetteer', () => {
  const directory = ['010101', '010102', '010103', '010201', '010200', '020101'].map((code) => place(code))
  const { panel, notes } = run([['2024-01', '010101', 'demand:p', 4]], 'zero', [
    ...directory,
    { ...place('010104'), source: 'gazetteer' },
  ])
  expect(Object.keys(shown(panel))).toEqual(['010101 p'])
  expect(notes).toContainEqual({ code: 'places-not-named', product: 'p', ubigeos: ['010102', '010103'] })
})

const COUNTRY = ['010000', '010101', '020000', '020202', '030000'].map((code) => place(code))

test('demand of some departments only is no zero elsewhere, and that is told, products alike together', () => {
  const rows: readonly Fact[] = [
    ['2024-01', '010101', 'demand:p', 4],
    ['2024-02', '010101', 'demand:q', 4],
  ]
  const { panel, notes } = run(rows, 'zero', COUNTRY)
  expect(Object.keys(shown(panel))).toEqual(['010101 p', '010101 q'])
  const note = notes.find(({ code }) => code === 'some-departments')!
  expect(note).toEqual({ code: 'some-departments', products: ['p', 'q'], departments: ['010000'], of: 3 })
  expect(noteSentence(note, 'es')).toBe(
    'p, q: se conoce la demanda de 1 de 3 departamentos (010000). En los demás no es cero: no se sabe, y no se pronostica nada.',
  )
  const whole = [...rows, ['2024-01', '020202', 'demand:p', 1], ['2024-01', '030000', 'demand:p', 1]] as const
  expect(run(whole, 'zero', COUNTRY).notes.filter(({ code }) => code === 'some-departments')).toEqual([
    { code: 'some-departments', products: ['q'], departments: ['010000'], of: 3 },
  ])
})

test('a campaign of one department after the last file of the country leaves the others missing, not 0, and that is told', () => {
  const { panel, notes } = run([
    ['2024-01', '010101', 'demand:p', 4],
    ['2024-02', '020202', 'demand:p', 5],
    ['2024-04', '010101', 'demand:p', 9, 'campaign.csv'],
    ['2024-04', '010101', 'demand:q', 1, 'campaign.csv'],
  ])
  expect(shown(panel)).toEqual({ '010101 p': '4 0 - 9', '010101 q': '- - - 1', '020202 p': '0 5 - -' })
  const told = notes.filter(({ code }) => code === 'files-end-early')
  expect(told).toEqual([{ code: 'files-end-early', product: 'p', places: 1, from: at('2024-03'), to: at('2024-04') }])
  expect(noteSentence(told[0]!, 'es')).toMatch(
    /^p: 1 lugar no está en ningún archivo de los últimos meses \(2024-03 a 2024-04\)/,
  )
})
