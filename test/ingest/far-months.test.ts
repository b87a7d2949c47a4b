import { expect, test } from 'vitest'
import { NO_ANSWERS } from '../../src/ingest/answers.ts'
import type { IngestInput } from '../../src/ingest/ingest.ts'
import { questionSentence } from '../../src/messages/findings.ts'
import { monthOf } from '../../src/model/month.ts'
import { ingestTexts } from './country.ts'

const PRODUCTS = 'id,name,unit,pack,kg,m3,persons,days\nfood,Food,kit,1,29.5,0.06,5,10\n'
const thisMonth = monthOf(2026, 3)
const demand = (...periods: readonly string[]): string =>
  `Fecha;Ubigeo;Producto;Cantidad\n${periods.map((p, i) => `${p};200101;food;${i + 1}\n`).join('')}`

const asked = async (files: Readonly<Record<string, string>>, more: Partial<IngestInput> = {}) =>
  (await ingestTexts({ 'productos.csv': PRODUCTS, ...files }, { thisMonth, ...more })).questions.map((q) => [
    q.file,
    `${q.subject}:${q.column}`,
    q.evidence,
  ])

test('a slip of the hand in a year is asked by line and value: no month after today, none far from all others', async () => {
  // 2025-05 is month 24,304; 1925-06 lies 1,199 months before it.
  const text = demand('25/05/2025', '12/06/2052', '07/06/2025', '08/06/1925', '09/07/2025')
  const { questions } = await ingestTexts({ 'productos.csv': PRODUCTS, 'd.csv': text }, { thisMonth })
  expect(questions.map((q) => [`${q.subject}:${q.column}`, q.choices, q.evidence])).toEqual([
    ['future-months:2052-06', ['keep'], 'line=3; value=12/06/2052; rows=1; this-month=2026-03'],
    ['far-months:1925-06', ['keep'], 'line=5; value=08/06/1925; rows=1; months-apart=1199'],
  ])
  const [future, far] = questions.map((q) => questionSentence(q, 'es'))
  expect(future).toMatch(
    /^d\.csv: .*2052-06.*línea: 3, valor: 12\/06\/2052.*\n.*\n.*\n.*"future-months:2052-06": keep$/,
  )
  expect(far).toMatch(/1925-06.*corregir.*línea: 5, valor: 08\/06\/1925/)
  expect(questionSentence(questions[1]!, 'en')).toMatch(/1925-06.*correct.*line: 5, value: 08\/06\/1925/)
})

test('an old history with a gap is kept once a person says so, and only those months', async () => {
  const text = demand('1998-01', '1998-03', '2024-01', '2024-02', '2024-03', '2024-04')
  const key = 'far-months:1998-01..1998-03'
  expect(await asked({ 'd.csv': text })).toEqual([['d.csv', key, 'line=2; value=1998-01; rows=2; months-apart=310']])
  const answers = { ...NO_ANSWERS, files: { 'd.csv': { [key]: 'keep' } } }
  const kept = await ingestTexts({ 'productos.csv': PRODUCTS, 'd.csv': text }, { thisMonth, answers })
  expect(kept.questions).toEqual([])
  expect(kept.tables.observations.length).toBe(6)
  expect(kept.decisions.filter((d) => d.subject === 'far-months').map((d) => [d.column, d.choice])).toEqual([
    ['1998-01..1998-03', 'keep'],
  ])
  expect((await asked({ 'd.csv': text.replace('1998-03', '1997-12') }, { answers })).length).toBe(1)
})

test('two years without a row are a gap that is not asked about, and neither is the month of today', async () => {
  // January 2024 to February 2026 are 25 months apart with 24 empty ones between them.
  expect(await asked({ 'd.csv': demand('2024-01', '2026-02', '2026-03') })).toEqual([])
  expect((await asked({ 'd.csv': demand('2024-01', '2026-03') })).map(([, key]) => key)).toEqual(['far-months:2024-01'])
})

test('a file that is wholly of another time than the others is asked about; of two alike the older', async () => {
  const files = { 'a.csv': demand('2025-01', '2025-02'), 'b.csv': demand('1952-01'), 'c.csv': demand('2026-04') }
  expect((await asked(files)).map(([file, key]) => [file, key])).toEqual([
    ['b.csv', 'far-months:1952-01'],
    ['c.csv', 'future-months:2026-04'],
  ])
})

test('years and months in columns of their own are told as they are written', async () => {
  const text = 'AÑO;MES;Ubigeo;Producto;Cantidad\n2025;1;200101;food;3\n2052;enero;200101;food;4\n'
  expect(await asked({ 'd.csv': text })).toEqual([
    ['d.csv', 'future-months:2052-01', 'line=3; value=2052 enero; rows=1; this-month=2026-03'],
  ])
})

test('a register of emergencies is asked about, too, and its files are one source', async () => {
  const head = 'ide_sinpad,fecha,cod_ubigeo,fenomeno,safecta,sdamni,sdestruviv,sinhabiviv\n'
  const event = (id: number, date: string): string => `${id},${date},200101,INUNDACION,10,5,1,2\n`
  const files = {
    'r1.csv': head + event(1, '2022-03-01') + event(2, '2022-03-02') + event(3, '2062-03-03'),
    'r2.csv': head + event(4, '2019-03-01'),
    'd.csv': demand('2025-01'),
  }
  expect((await asked(files)).map(([file, key]) => [file, key])).toEqual([
    ['r1.csv', 'future-months:2062-03'],
    ['r2.csv', 'far-months:2019-03'],
  ])
})
