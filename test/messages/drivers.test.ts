import { expect, test } from 'vitest'
import { change, driverSentence } from '../../src/messages/drivers.ts'

test('a change has one sign, and what rounds to nothing is told apart from nothing', () => {
  expect([7600, 0.6, 0.2, 0, -0.2, -0.6, -62_345].map(change)).toEqual([
    '+7,600',
    '+1',
    '<\u00a01',
    '0',
    '>\u00a0−1',
    '−1',
    '−62,000',
  ])
})

test('the sentence tells what raises and what lowers, the greatest first', () => {
  const effects = [
    { driver: 'recent', effect: 0.3 },
    { driver: 'season', effect: 5 },
    { driver: 'level', effect: -15 },
    { driver: 'calendar', effect: 7 },
  ] as const
  expect(driverSentence(effects, 'en')).toBe(
    'Raised by the time of the year (+7) and the same months of other years (+5); lowered by how much and how often is asked for here (−15).',
  )
})
