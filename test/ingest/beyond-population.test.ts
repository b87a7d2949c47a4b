import { expect, test } from 'vitest'
import { NO_ANSWERS } from '../../src/ingest/answers.ts'
import type { IngestInput } from '../../src/ingest/ingest.ts'
import { decisionSentence, questionSentence } from '../../src/messages/findings.ts'
import { ingestTexts } from './country.ts'

const PRODUCTS =
  'id,name,unit,pack,kg,m3,persons,days\nfood,Food,kit,1,29.5,0.06,5,10\nday,Ration,ration,1,0.6,0.001,1,1\ntent,Tent,tent,1,40,0.25,5,180\n'
const DIRECTORY = 'ubigeo;distrito;provincia;departamento;latitud;longitud;poblacion\n'
const demand = (...rows: readonly string[]): string =>
  `Periodo;Ubigeo;Producto;Cantidad\n${rows.map((row) => `2025-01;${row}\n`).join('')}`

const read = (files: Readonly<Record<string, string>>, more: Partial<IngestInput> = {}) =>
  ingestTexts({ 'productos.csv': PRODUCTS, ...files }, more)
const asked = async (files: Readonly<Record<string, string>>, more: Partial<IngestInput> = {}) =>
  (await read(files, more)).questions.map((q) => [q.file, `${q.subject}:${q.column}`, q.evidence])

test('a quantity for more persons than can live in the place is asked by line and value, and kept once a person says so', async () => {
  // Ayabaca, 200200, has 124,703 inhabitants; 10¹¹ kits serve 5 × 10¹¹ persons.
  const text = demand('200200;food;5', '200200;food;100 000 000 000', '200101;food;5')
  const { questions } = await read({ 'd.csv': text })
  expect(questions).toEqual([
    {
      file: 'd.csv',
      subject: 'beyond-population',
      column: 'food 100000000000',
      choices: ['keep'],
      evidence: 'line=3; value=100 000 000 000; rows=1; place=200200; persons=500000000000; population=124703',
    },
  ])
  expect(questionSentence(questions[0]!, 'es')).toMatch(
    /^d\.csv: .*food 100000000000.*corregir.*línea: 3, valor: 100 000 000 000.*población: 124703/,
  )
  expect(questionSentence(questions[0]!, 'en')).toMatch(/correct.*line: 3/)

  const key = 'beyond-population:food 100000000000'
  const answers = { ...NO_ANSWERS, files: { 'd.csv': { [key]: 'keep' } } }
  const kept = await read({ 'd.csv': text }, { answers })
  expect(kept.questions).toEqual([])
  expect(kept.decisions.filter((d) => d.subject === 'beyond-population').map((d) => [d.column, d.choice])).toEqual([
    ['food 100000000000', 'keep'],
  ])
  expect(kept.tables.observations.value).toEqual(Float64Array.of(5, 1e11, 5))
  // Another number than the one that was seen is asked about again.
  expect((await asked({ 'd.csv': text.replace('100 000', '200 000') }, { answers })).length).toBe(1)
})

test('what serves twice all people through the month is not asked, one unit more is: of one day, of ten, of half a year', async () => {
  // Twice 124,703 × 31 days ÷ 1 person; × 31 ÷ 10 ÷ 5 = 154,631.7; a tent lasts longer than the month: × 1 ÷ 5 = 49,881.2.
  for (const [product, most] of [
    ['day', 7_731_586],
    ['food', 154_631],
    ['tent', 49_881],
  ] as const) {
    expect(await asked({ 'd.csv': demand(`200200;${product};${most}`) })).toEqual([])
    const [question] = await asked({ 'd.csv': demand(`200200;${product};${most + 1}`) })
    expect(question?.[1]).toBe(`beyond-population:${product} ${most + 1}`)
  }
})

test('a file in another unit is one question per product, with the line that is farthest out', async () => {
  const rows = ['200200;food;90000000', '200200;tent;60000', '200300;food;300000', '200300;food;90000001']
  expect(await asked({ 'd.csv': demand(...rows) })).toEqual([
    [
      'd.csv',
      'beyond-population:food 300000..90000001',
      // Huancabamba has 116,770 inhabitants, fewer than Ayabaca: line 5.
      'line=5; value=90000001; rows=3; place=200300; persons=450000005; population=116770',
    ],
    [
      'd.csv',
      'beyond-population:tent 60000',
      'line=3; value=60000; rows=1; place=200200; persons=300000; population=124703',
    ],
  ])
})

test('a directory tells how many live in a district and in what lies above; a district of nobody is its province', async () => {
  const directory = `${DIRECTORY}200201;Ayabaca;Ayabaca;Piura;-4.6;-79.7;1000\n200202;Frias;Ayabaca;Piura;-4.9;-79.9;0\n`
  // 2 × 1000 × 31 ÷ 10 ÷ 5 = 1240 kits, in the province, too, and in the district that the directory counts nobody in.
  const files = (code: string, kits: number) => ({ 'lugares.csv': directory, 'd.csv': demand(`${code};food;${kits}`) })
  const answers = { ...NO_ANSWERS, files: { 'd.csv': { 'code-book:Ubigeo': 'inei' } } }
  for (const code of ['200201', '200202', '200200', '200000']) {
    expect(await asked(files(code, 1240), { answers })).toEqual([])
    expect((await asked(files(code, 1241), { answers })).map(([, , seen]) => seen)).toEqual([
      `line=2; value=1241; rows=1; place=${code}; persons=6205; population=1000`,
    ])
  }
})

test('where only persons are counted, they are compared as they are; an empty cell and a mark that is still open are not', async () => {
  const persons = (cell: string): string => `Periodo;Ubigeo;Producto;Personas\n2025-01;200200;food;${cell}\n`
  expect(await asked({ 'd.csv': persons('773158') })).toEqual([])
  expect((await asked({ 'd.csv': persons('773159') })).map(([, , seen]) => seen)).toEqual([
    'line=2; value=773159; rows=1; place=200200; persons=773159; population=124703',
  ])
  expect(await asked({ 'd.csv': persons('') })).toEqual([])
  const open = await asked({ 'd.csv': demand('200200;food;900,123', '200200;food;900,124') })
  expect(open.map(([, key]) => key)).toEqual(['decimal:Cantidad'])
})

test('a register counts more affected than live in a district now and then: that is told, not asked', async () => {
  const head = 'ide_sinpad,fecha,cod_ubigeo,fenomeno,safecta,sdamni,sdestruviv,sinhabiviv\n'
  // 1.5 × 124,703 = 187,054.5
  const event = (id: number, affected: number, homeless: number): string =>
    `${id},2022-03-0${id},200201,INUNDACION,${affected},${homeless},1,2\n`
  const { questions, decisions } = await read({
    'r.csv': head + event(1, 187_000, 54) + event(2, 187_000, 55) + event(3, 190_000, 0),
  })
  expect(questions).toEqual([])
  const told = decisions.filter((d) => d.subject === 'register-beyond-population')
  expect(told.map((d) => [d.file, d.choice, d.evidence])).toEqual([
    ['r.csv', 'counted', 'line=4; rows=2; place=200201; persons=190000; population=124703'],
  ])
  expect(decisionSentence(told[0]!, 'es')).toMatch(/^r\.csv: .*línea: 4/)
})
