import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { query } from '../../src/adapters/duckdb.ts'
import { parse } from 'yaml'
import { readGeneration } from '../../src/workspace/generation.ts'
import { readForecast } from '../../src/workspace/reading/forecast.ts'
import { provinceWorkspace } from '../workspace/province.ts'
import { chasqui } from './chasqui.ts'

const JANUARY = '2026-01'
const SIGNED = ['--author', 'Ana Ruiz', '--reason', 'Lluvias: el COEN avisa']
const table = (root: string, name: string): string => `'${root}/data/preprocessed_data/${name}.parquet'`

/** Mean of Ayabaca in January 2026 as it is published. */
async function meanOf(root: string, product: string, name = 'forecast'): Promise<number> {
  const [row] = await query(
    `SELECT mean FROM ${table(root, name)} WHERE ubigeo = '200200' AND product = '${product}' AND strftime(period, '%Y-%m') = '${JANUARY}'`,
  )
  return Number(row?.['mean'])
}

const override = (root: string, ...more: readonly string[]) =>
  chasqui('override', '200200', '-w', root, '--month', JANUARY, ...SIGNED, ...more)

test('a correction goes into the file, the forecast, the tables and, once its month has come, the scores', async () => {
  const root = await provinceWorkspace()
  const planned = await chasqui('plan', '-w', root)
  expect(planned.code, planned.err).toBe(0)
  const [known] = await query(`SELECT product FROM ${table(root, 'forecast')} ORDER BY mean DESC LIMIT 1`)
  const product = String(known?.['product'])
  const baseline = await meanOf(root, product)
  expect(baseline).toBeGreaterThan(0)

  writeFileSync(`${root}/overrides.yaml`, '# Lo que sabemos en Ayabaca\n')
  const made = await override(root, '--product', product, '--quantity', '12345', '--date', '2025-12-10')
  expect(made.code, made.err).toBe(0)
  expect(made.err).not.toMatch(/Atención/)
  const slip = await override(root, '--product', product, '--quantity', '500000000000', '--date', '2025-12-11')
  expect([slip.code, slip.err]).toEqual([
    0,
    expect.stringMatching(/Atención: 500,000,000,000 de .* doble de su población/),
  ])
  const again = await override(root, '--product', product, '--quantity', '54321', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ ubigeo: '200200', quantity: 54_321, baseline })
  const text = readFileSync(`${root}/overrides.yaml`, 'utf8')
  expect(text).toMatch(/^# Lo que sabemos en Ayabaca\n/)
  expect(parse(text)).toMatchObject([
    {
      ubigeo: '200200',
      month: JANUARY,
      quantity: 12_345,
      reason: 'Lluvias: el COEN avisa',
      date: '2025-12-10',
      baseline,
    },
    { quantity: 500_000_000_000 },
    { quantity: 54_321, date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
  ])

  const stranger = await override(root, '--product', 'nada', '--quantity', '5')
  expect([stranger.code, stranger.err]).toEqual([
    2,
    expect.stringMatching(/«nada» no vale .* producto del pronóstico: abrigo, /),
  ])
  const after = await chasqui('plan', '-w', root)
  expect(after.code, after.err).toBe(0)
  expect(after.err).toMatch(/Ana Ruiz corrige .* a 54,321 \(Lluvias: el COEN avisa\)/)
  expect(await meanOf(root, product)).toBeCloseTo(54_321, 6)
  expect(await meanOf(root, product, 'baseline')).toBe(baseline)
  expect(await query(`SELECT author, corrected, baseline FROM ${table(root, 'overrides')}`)).toEqual([
    { author: 'Ana Ruiz', corrected: 54_321, baseline },
  ])
  expect((await chasqui('verify', '-w', root)).code).toBe(0)
  const read = await readForecast(root, await readGeneration(root), { ubigeo: '200200', product })
  const shown = read.status === 'read' ? read.forecast : undefined
  const persons = shown?.product.persons ?? Number.NaN
  expect(shown?.overrides).toMatchObject([
    { place: { name: 'Ayabaca' }, month: JANUARY, corrected: 54_321 * persons, baseline: baseline * persons },
  ])
  expect(shown?.notes.filter((note) => note.code === 'override-applied').length).toBe(1)
  // What is noted of a second correction is the forecast without the first.
  const third = await override(root, '--product', product, '--quantity', '7', '--json')
  expect(JSON.parse(third.out)).toMatchObject({ baseline })

  // December 2025 is the last month that the example observed.
  appendFileSync(
    `${root}/overrides.yaml`,
    `- { ubigeo: "200200", product: ${product}, month: 2025-12, quantity: 0, author: Ana, reason: r, date: 2025-11-01, baseline: 1000000000 }\n`,
  )
  const scored = await chasqui('forecast', '-w', root)
  expect(scored.code, scored.err).toBe(0)
  expect(scored.err).toMatch(/1 de 1 correcciones pasadas acertaron más/)
  const [, line] = readFileSync(`${root}/reports/overrides.csv`, 'utf8').split('\r\n')
  const cells = (line ?? '').split(';')
  const actual = Number(cells[5])
  expect(cells.slice(2, 8)).toEqual([
    '2025-12',
    '1000000000',
    '0',
    String(actual),
    String(1_000_000_000 - actual),
    String(actual),
  ])
})

test('what does not suit is refused by name and leaves the file as it was', async () => {
  const root = await provinceWorkspace()
  const good = ['--product', 'x', '--quantity', '5']
  for (const [flags, words] of [
    [['--product', 'x', '--quantity', '-5'], /--quantity/],
    // 400 digits are no number of the file's any more: .inf would stop every later command.
    [['--product', 'x', '--quantity', '9'.repeat(400)], /--quantity.*10¹²/],
    [['--product', ' ', '--quantity', '5'], /--product/],
    [[...good, '--date', '2025-02-30'], /2025-02-30/],
  ] as const) {
    const ended = await override(root, ...flags)
    expect([ended.code, ended.err]).toEqual([2, expect.stringMatching(words)])
  }
  const bad = '- { ubigeo: "200200", product: x, month: enero, quantity: 1, author: Ana, date: 2025-11-01 }\n'
  writeFileSync(`${root}/overrides.yaml`, bad)
  const ended = await override(root, ...good)
  expect([ended.code, readFileSync(`${root}/overrides.yaml`, 'utf8')]).toEqual([2, bad])
  expect(ended.err).toMatch(/overrides\[0\]\.month: enero/)
  expect(ended.err).toMatch(/overrides\[0\]\.reason/)
  const plan = await chasqui('plan', '-w', root)
  expect([plan.code, plan.err]).toEqual([2, expect.stringMatching(/overrides\[0\]\.month/)])
})
