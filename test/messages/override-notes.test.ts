import { expect, test } from 'vitest'
import { noteSentence } from '../../src/messages/notes.ts'
import type { ForecastNote } from '../../src/model/forecast-note.ts'
import { monthOf } from '../../src/model/month.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'

test('a correction in a place of rare need says that the mean may rise without anything to cover; a likely need says nothing of it', () => {
  const note = (positive: number): ForecastNote => ({
    code: 'override-applied',
    ubigeo: ubigeo('200200'),
    product: 'food',
    period: monthOf(2026, 2),
    from: 640.5,
    to: 900,
    author: 'Ana',
    reason: 'Rain',
    positive,
  })
  expect(noteSentence(note(0.6), 'en')).toBe('food, 200200, 2026-02: Ana corrects 640 to 900 (Rain).')
  expect(noteSentence(note(0.03), 'en')).toMatch(/only 3\s% of the worlds/)
  expect(noteSentence(note(0.03), 'es')).toMatch(/solo en 3\s% de los mundos/)
})
