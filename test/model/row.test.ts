import { expect, test } from 'vitest'
import { parseLot } from '../../src/model/depot.ts'

const lot = (packs: string) =>
  parseLot({ file: 'l.csv', line: 2, cells: { depot: 'A', product: 'food', lot: 'L', packs } })

test('a number that no count of packs can be is a fault of its cell, not of the program', () => {
  expect(lot('1000000000000')).toMatchObject({ ok: true, value: { packs: 1e12 } })
  for (const packs of ['1000000000001', '1e300'])
    expect(lot(packs)).toMatchObject({ ok: false, faults: [{ code: 'not-in-list', column: 'packs', value: packs }] })
})
