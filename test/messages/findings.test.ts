import { expect, test } from 'vitest'
import { RECORDS } from '../../src/ingest/logistics-tables.ts'
import { wordIn } from '../../src/ingest/words.ts'
import { SPANISH_WORDS } from '../../src/messages/accepted-words.ts'
import { DECISION_SUBJECTS, QUESTION_SUBJECTS } from '../../src/messages/decisions.ts'
import { decisionSentence, findingSentence, questionSentence, refusalSentence } from '../../src/messages/findings.ts'
import { MODES } from '../../src/model/access.ts'
import { COVARIATE_KINDS } from '../../src/model/covariate.ts'
import { DEPOT_LEVELS } from '../../src/model/depot.ts'
import { STATUS_NAMES } from '../../src/model/observation.ts'

test('a finding says file, line, column, value and remedy', () => {
  const finding = {
    kind: 'rejected',
    code: 'not-a-number',
    file: 'd.csv',
    line: 7,
    column: 'CANTIDAD',
    value: 'diez',
    detail: '',
  } as const
  expect(findingSentence(finding, 'es')).toBe(
    'd.csv, línea 7, columna CANTIDAD: «diez» no es un número. Escriba solo cifras y la marca decimal del archivo.',
  )
  expect(findingSentence(finding, 'en')).toBe(
    'd.csv, line 7, column CANTIDAD: “diez” is no number. Write digits and the file’s decimal mark only.',
  )
})

test('what a column accepts is told in Spanish beside the word of the contract, and a file may hold either', () => {
  const finding = {
    kind: 'rejected',
    code: 'not-in-list',
    file: 'c.csv',
    line: 2,
    column: 'Clase',
    value: 'quizás',
    detail: COVARIATE_KINDS.join(', '),
  } as const
  expect(findingSentence(finding, 'es')).toBe(
    'c.csv, línea 2, columna Clase: «quizás» no está entre lo aceptado: conocida de antemano (known-ahead), pasada (past-only).',
  )
  expect(findingSentence(finding, 'en')).toMatch(/: known-ahead, past-only\.$/)
  expect(findingSentence({ ...finding, detail: '≥ 0' }, 'es')).toMatch(/: ≥ 0\.$/)
  const lists = { class: COVARIATE_KINDS, mode: MODES, level: DEPOT_LEVELS, status: STATUS_NAMES, record: RECORDS }
  for (const [column, own] of Object.entries(SPANISH_WORDS)) {
    expect(Object.keys(own).sort()).toEqual([...lists[column as keyof typeof lists]].sort())
    for (const [word, spanish] of Object.entries(own)) expect(wordIn(column, spanish)).toBe(word)
  }
})

test('an unknown table shows its headers and what the nearest source lacks', () => {
  const refused = {
    file: 'x.csv',
    code: 'unknown',
    detail: '',
    headers: ['UBIGEO', 'AÑO'],
    nearest: [{ source: 'social_aid_demand', lacks: ['period|month', 'quantity|persons'] }],
  } as const
  expect(refusalSentence(refused, 'es')).toBe(
    'x.csv: no es una tabla conocida. Encabezados: UBIGEO, AÑO. Lo más parecido: social_aid_demand (falta: period / month, quantity / persons). ' +
      'Cambie los encabezados, o diga en decisions.yaml cuál es cada uno. Para importar sin él: chasqui import --skip "x.csv".',
  )
})

test('every subject has a sentence of its own', () => {
  for (const subject of DECISION_SUBJECTS)
    expect(decisionSentence({ file: 'f', subject, column: 'c', choice: 'x', evidence: '' }, 'es')).not.toContain(
      `${subject} x`,
    )
  for (const subject of QUESTION_SUBJECTS)
    expect(questionSentence({ file: 'f', subject, column: 'c', choices: ['x'], evidence: '' }, 'es')).toMatch(
      /\?.*decisions\.yaml/,
    )
})

test('evidence is told in words, and a question says where its answer goes', () => {
  const question = {
    file: 'd.csv',
    subject: 'decimal',
    column: 'KG',
    choices: ['.', ','],
    evidence: 'either-comma=2; plain=1',
  } as const
  expect(questionSentence(question, 'es')).toBe(
    'd.csv: ¿Cuál es la marca decimal en «KG»? Valores como «1,234» pueden ser mil o uno. (dudosos como 1,234: 2, solo cifras: 1) ' +
      'Opciones: «.» «,». Escribir en decisions.yaml, con la opción que valga:\n      files:\n        "d.csv":\n          "decimal:KG": .',
  )
})
