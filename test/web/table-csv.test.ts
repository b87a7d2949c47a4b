import { expect, test } from 'vitest'
import { csvOf } from '../../web/src/panorama/table-csv.ts'

const product = { id: 'kit', name: 'Kit', unit: 'kit', pack: 2, persons: 5, days: 30 }
const place = {
  ubigeo: '150100',
  name: 'Lima',
  capital: 'Lima',
  province: null,
  department: 'Lima',
  lat: null,
  lon: null,
  population: 9000,
  need: { mean: 0.1 + 0.2, median: 0, low: 0, high: 12.25 },
  supply: { need: 3, granted: 2, short: 1 },
}
const columns = ['ubigeo', '…']
const line = (text: string) => text.split('\r\n')[1]

test('the CSV has persons and packs to one decimal, what is granted and short, and the place in the column of its level', () => {
  // a pack is for 2 · 5 = 10 persons: 0.03 → 0 and 1.225 → 1.2
  const part = { product, month: '2026-03', columns }
  expect(line(csvOf([place], { ...part, level: 'province' }))).toBe(
    '150100;Lima;Lima;Lima;kit;2026-03;0.3;0;0;12.3;0;0;1.2;3;2;1;9000',
  )
  const none = { ...place, name: 'Loreto', department: null, need: null, supply: null, population: null }
  expect(line(csvOf([none], { ...part, level: 'department' }))).toBe('150100;Loreto;;Loreto;kit;2026-03;;;;;;;;;;;')
})

test('a name with the separator or quotes stays one cell', () => {
  const odd = { ...place, name: 'A; "B"' }
  expect(csvOf([odd], { product, level: 'district', month: '2026-03', columns })).toContain(';"A; ""B""";')
})
