import { expect, test } from 'vitest'
import { prepare, type PrepareInput } from '../../src/prepare/prepare.ts'
import { at, type Fact, facts, monthsShown, place, product, register, shown } from './facts.ts'

const KITS = [product('food', 5), product('warm-clothing', 5), product('shelter', 5), product('hygiene', 4)]

const run = (rows: readonly Fact[], months: string, more: Partial<PrepareInput> = {}) =>
  prepare({
    observations: facts(rows),
    registers: register('2022-01', months),
    products: KITS,
    places: [place('010101'), place('010102')],
    covariates: [],
    settings: { affectedShare: 1, absent: 'zero' },
    ...more,
  })

const EVENTS: readonly Fact[] = [
  ['2022-01-10', '010101', 'homeless', 20],
  ['2022-01-10', '010101', 'affected', 30],
  ['2022-01-10', '010101', 'houses_lost', 3],
  ['2022-01-11', '010101', 'affected', 5],
  ['2022-02-01', '010101', 'homeless_cold', 8],
  ['2022-02-01', '010101', 'affected_cold', 12],
  ['2022-02-02', '010101', 'events:rain', 1],
]

test('the four kinds take their measures: persons by the product’s persons, houses as they are, cold apart', () => {
  expect(shown(run(EVENTS, 'oo').panel)).toEqual({
    '010101 food': '11 0', // (20 + 30 + 5) ÷ 5
    '010101 hygiene': '5 2', // 20 ÷ 4; 8 ÷ 4
    '010101 shelter': '3 0',
    '010101 warm-clothing': '0 4', // (8 + 12) ÷ 5
    '010102 food': '0 0',
    '010102 hygiene': '0 0',
    '010102 shelter': '0 0',
    '010102 warm-clothing': '0 0',
  })
})

test('the affected count by their share, the homeless in full', () => {
  const { panel, notes } = run(EVENTS, 'oo', { settings: { affectedShare: 0.2, absent: 'zero' } })
  expect(shown(panel)['010101 food']).toBe('5.4 0') // (20 + 0.2 × 35) ÷ 5
  expect(shown(panel)['010101 hygiene']).toBe('5 2')
  expect(notes.filter((n) => n.code === 'filled-from-register').map((n) => n.affectedShare)).toEqual([
    0.2, 0.2, 0.2, 0.2,
  ])
})

test('months without a row are 0 where the register is whole, a lower bound where it is not, nothing where it is missing', () => {
  const late: readonly Fact[] = [
    ['2022-02-10', '010101', 'homeless', 5],
    ['2022-04-10', '010101', 'homeless', 15],
  ]
  const { panel, notes } = run(late, 'ohmcc')
  expect(shown(panel)['010101 food']).toBe('0 1+ - 3+ 0+')
  expect(shown(panel)['010102 food']).toBe('0 0+ - 0+ 0+')
  expect(notes.flatMap((n) => (n.code === 'register-month' ? [[n.period, n.status, n.reason]] : []))).toEqual([
    [at('2022-02'), 'censored', 'hole'],
    [at('2022-03'), 'missing', 'hole'],
    [at('2022-04'), 'censored', 'late-counts'],
    [at('2022-05'), 'censored', 'late-counts'],
  ])
})

test('months before the register’s first row do not exist', () => {
  const { panel } = run(EVENTS, 'oo', { registers: register('2021-10', 'mmmoo') })
  expect(monthsShown(panel)).toBe('2022-01 2022-02')
})

test('a product with a demand file is not filled, and is missing outside its file', () => {
  const { panel, notes } = run([...EVENTS, ['2021-12', '010101', 'demand:food', 7, 'own.csv']], 'oo')
  expect(shown(panel)['010101 food']).toBe('7 - -')
  expect(shown(panel)['010102 food']).toBeUndefined()
  expect(shown(panel)['010101 shelter']).toBe('- 3 0')
  expect(notes).toContainEqual({ code: 'demand-file-instead', product: 'food', kind: 'food' })
})

test('one product per kind is filled, and a kind no product meets is told', () => {
  const { panel, notes } = run(EVENTS, 'oo', { products: [product('food', 5), product('canasta', 5)] })
  expect(Object.keys(shown(panel))).toEqual(['010101 food', '010102 food'])
  expect(notes).toContainEqual({ code: 'kind-filled-by', product: 'canasta', kind: 'food', by: 'food' })
  expect(notes.flatMap((n) => (n.code === 'kind-without-product' ? [n.kind] : []))).toEqual([
    'warm-clothing',
    'shelter',
    'hygiene',
  ])
})

test('with provinces alone, districts are added up to them; a directory of districts leaves provinces out', () => {
  const rows: readonly Fact[] = [
    ['2022-01-10', '010101', 'homeless', 5],
    ['2022-01-10', '010102', 'homeless', 10],
  ]
  const products = [product('food', 5)]
  const byProvince = run(rows, 'oo', { products, places: [place('010000'), place('010100'), place('010200')] })
  expect(shown(byProvince.panel)).toEqual({ '010100 food': '3 0', '010200 food': '0 0' })
  expect(byProvince.notes).toContainEqual({ code: 'districts-added-to-provinces', districts: 2 })
  const byDistrict = run(rows, 'oo', { products, places: [place('010100'), place('010101'), place('010103')] })
  expect(shown(byDistrict.panel)).toEqual({ '010101 food': '1 0', '010102 food': '2 0', '010103 food': '0 0' })
})
