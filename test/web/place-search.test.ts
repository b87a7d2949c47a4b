import { expect, test } from 'vitest'
import { found } from '../../web/src/panorama/place-search.ts'

test('accents and case do not matter; who types ñ does not find n, who types n finds both', () => {
  expect(found('Áncash', 'ANCASH')).toBe(true)
  expect(found('Camaná, Arequipa', 'Camána')).toBe(true)
  expect(found('Güeppí', 'gueppi')).toBe(true)
  expect([found('Cañete', 'cañete'), found('Cañete', 'CAÑE'), found('Cañete', 'canete')]).toEqual([true, true, true])
  expect(found('Canchis', 'cañ')).toBe(false)
  expect(found('Nasca', 'ñ')).toBe(false)
})
