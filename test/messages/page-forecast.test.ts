import { expect, test } from 'vitest'
import { forecastEn } from '../../src/messages/page-forecast-en.ts'
import { forecastEs } from '../../src/messages/page-forecast-es.ts'

test('a history of one month is told as one month, need in it or not', () => {
  expect(forecastEs.seasonSentence(1, 1, 'enero', 'marzo', 2024)).toBe(
    'En el único mes registrado de enero a marzo, de 2024, hubo necesidad',
  )
  expect(forecastEn.seasonSentence(0, 1, 'January', 'March', 2024)).toBe(
    'In the only month recorded from January to March, of 2024, there was no need.',
  )
  expect(forecastEs.seasonSentence(9, 12, 'enero', 'marzo', 2021)).toBe(
    'En 9 de los 12 meses de enero a marzo desde 2021 hubo necesidad',
  )
  expect([1, 12].map(forecastEs.lastYear)).toEqual(['El último mes', 'Media de los últimos 12 meses'])
})
