import { expect, test } from 'vitest'
import { type Note, noteSentence } from '../../src/messages/notes.ts'

test('one test, one month, one place and one kit are told as one', () => {
  const notes: readonly Note[] = [
    { code: 'method-chosen', product: 'agua', method: 'theta', origins: 1, horizon: 1 },
    { code: 'short', reason: 'no-stock', packs: 1, places: 1 },
    { code: 'unserved', reason: 'too-heavy', packs: 1, stops: 1 },
  ]
  expect(notes.map((note) => noteSentence(note, 'es'))).toEqual([
    expect.stringContaining('elegido en 1 prueba hacia atrás de 1 mes.'),
    expect.stringContaining('Falta 1 kit en 1 lugar: '),
    expect.stringContaining('1 kit sin atender en 1 parada: '),
  ])
  expect(notes.map((note) => noteSentence(note, 'en'))).toEqual([
    expect.stringContaining('chosen over 1 origin, 1 month ahead.'),
    expect.stringContaining('1 pack short in 1 place: '),
    expect.stringContaining('1 pack unserved at 1 stop: '),
  ])
})
