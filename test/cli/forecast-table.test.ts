import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chasqui, scratch } from './chasqui.ts'

function tableFile(text: string): string {
  const path = `${scratch()}/table.csv`
  writeFileSync(path, text)
  return path
}

const monthly = Array.from({ length: 40 }, (_, t) => {
  const period = `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`
  return [`"Lima, norte",${period},${3 + (t % 12)}`, `b,${period},${t % 3 === 0 ? 2 : 0}`]
}).flat()

test('a table is forecast without a workspace, in its own form, twice the same', async () => {
  const path = tableFile(['series,period,quantity', ...monthly].join('\n'))
  const [one, two] = [`${path}.1.csv`, `${path}.2.csv`]
  const flags = ['--table', path, '--horizon', '3', '--quantiles', '0.1,0.5,0.90', '--seed', '1', '--lang', 'en']
  const ended = await chasqui('forecast', ...flags, '--out', one)
  expect([ended.code, ended.out]).toEqual([0, ''])
  expect(ended.err).toMatch(/80 rows, 2 series; a step is 1 month/)
  expect(ended.err).toMatch(/origins/)
  const lines = readFileSync(one, 'utf8').trimEnd().split('\n')
  expect(
    lines.map((line) =>
      line
        .split(',')
        .slice(0, line.startsWith('"') ? 3 : 2)
        .join(','),
    ),
  ).toEqual([
    'series,period',
    '"Lima, norte",2023-05',
    '"Lima, norte",2023-06',
    '"Lima, norte",2023-07',
    'b,2023-05',
    'b,2023-06',
    'b,2023-07',
  ])
  expect(lines[0]).toBe('series,period,0.1,0.5,0.90')
  expect((await chasqui('forecast', ...flags, '--out', two, '--json')).code).toBe(0)
  expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'))
})

test('what cannot be used is said with line and value, and exit code 2', async () => {
  const cases = [
    ['series,period,quantity\na,2021-W53,5\n', /line 2: “2021-W53”/],
    ['series,period,quantity\na,2021-01,1\na,2021-02,x\n', /line 3: “x”/],
    ['series,period,quantity\na,2021-01,1e16\n', /line 2: “1e16”.*up to 10¹⁵/],
    ['serie,mes\na,2021-01\n', /columns series, period and quantity/],
    ['series,period,quantity\na,2021-01,\n', /no number/],
  ] as const
  for (const [text, words] of cases) {
    const ended = await chasqui('forecast', '--table', tableFile(text), '--lang', 'en')
    expect([ended.code, ended.out]).toEqual([2, ''])
    expect(ended.err).toMatch(words)
  }
})

test('flags that do not suit are refused', async () => {
  const path = tableFile('series,period,quantity\na,2021-01,1\n')
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['--table', path, '--quantiles', '0.9,0.1'], 'de menor a mayor'],
    [['--table', path, '--horizon', '0'], 'un número entero de 1 a 1000'],
    [['--table', path, '--json'], '--json necesita además --out'],
    [['--horizon', '3'], '--horizon solo vale junto con --table'],
    [['--table', `${path}.nowhere`], `No se puede leer «${path}.nowhere»`],
  ]
  for (const [flags, words] of cases) {
    const { code, err } = await chasqui('forecast', ...flags)
    expect([code, err]).toEqual([2, expect.stringContaining(words)])
  }
})

test('what is said of a table has its own words: steps, not months, and one is not many', async () => {
  const weeks = Array.from({ length: 20 }, (_, t) => `a,2021-W${String(t + 1).padStart(2, '0')},${5 + (t % 3)}`)
  const path = tableFile(['series,period,quantity', ...weeks, 'a,2021-W02,1'].join('\n'))
  const { code, err } = await chasqui('forecast', '--table', path, '--horizon', '1', '--lang', 'es')
  expect(code).toBe(0)
  expect(err).toContain('21 filas, 1 serie; paso de 1 semana')
  expect(err).toContain('1 fila repite serie y periodo y se suma (la primera: a, 2021-W02, línea 22)')
  expect(err).toContain('1 serie, 1 paso')
  expect(err).not.toMatch(/ese mes|\b1 (series|pasos|filas)|(empirical|theta|average|naive)-/)
})
