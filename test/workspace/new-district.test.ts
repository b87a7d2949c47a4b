import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { query } from '../../src/adapters/duckdb.ts'
import { negativeBinomial, stream } from '../../src/kernel/random.ts'
import { readGeneration } from '../../src/workspace/generation.ts'
import { readForecast } from '../../src/workspace/reading/forecast.ts'
import { readWhy } from '../../src/workspace/reading/why.ts'
import { chasqui } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'

const SERVED = ['200201', '200202', '200203', '200204', '200205', '200206', '200207']
/** One row with a blank quantity: the organisation is about to serve it. */
const NEW = '200208'
const NOT_NAMED = ['200209', '200210']
const people = (code: string): number => 2000 * Number(code.slice(4))

/** Ayabaca district by district: a directory, and rations of two years for seven of its ten districts. */
async function districts(): Promise<string> {
  const root = await provinceWorkspace()
  const random = stream(3)
  const months = Array.from(
    { length: 24 },
    (_, t) => `${2024 + Math.floor(t / 12)}-${String(1 + (t % 12)).padStart(2, '0')}`,
  )
  const rows = months.flatMap((month) =>
    SERVED.map((code) => `${month};${code};alimentos;${negativeBinomial(random, people(code) / 100, 1)};`),
  )
  const raw = `${root}/data/raw_data`
  writeFileSync(
    `${raw}/social_aid_demand.csv`,
    ['period;ubigeo;product;quantity;persons', ...rows, `2025-12;${NEW};alimentos;;`, ''].join('\n'),
  )
  const named = [...SERVED, NEW, ...NOT_NAMED].map(
    (code, i) => `${code},Piura,Ayabaca,Distrito ${code},${people(code)},${-4.6 - i / 100},-79.7,2000`,
  )
  writeFileSync(
    `${raw}/directorio.csv`,
    ['ubigeo,departamento,provincia,distrito,población,latitud,longitud,altitud', ...named, ''].join('\n'),
  )
  return root
}

test('a district with a blank cell takes the forecast of its province into the plan, and every face says so', async () => {
  const root = await districts()
  const planned = await chasqui('plan', '-w', root)
  expect(planned.code, planned.err).toBe(0)
  expect(planned.err).toContain(`${NEW}, sin historia: toma el pronóstico de 7 lugares de su provincia (200200)`)
  expect(planned.err).toContain('200209, 200210, en el directorio y junto a lugares atendidos')

  const table = (path: string): string => `read_parquet('${root}/data/${path}.parquet')`
  const means = await query(
    `SELECT ubigeo, sum(mean) AS mean FROM ${table('preprocessed_data/forecast')} WHERE product = 'alimentos' GROUP BY ubigeo ORDER BY ubigeo`,
  )
  const mean = new Map(means.map((row) => [String(row['ubigeo']), Number(row['mean'])]))
  expect(mean.get(NEW)).toBeGreaterThan(0)
  expect([...mean.keys()].filter((code) => NOT_NAMED.includes(code))).toEqual([])
  const parts = [...SERVED, NEW].reduce((sum, code) => sum + (mean.get(code) ?? Number.NaN), 0)
  expect(parts).toBeCloseTo(mean.get('200200') ?? Number.NaN, 6)
  // Demand grows by the head here, 160 rations a month for 16,000 persons; lenders have 20 to 140.
  expect(mean.get(NEW)).toBeGreaterThan(mean.get('200201') ?? Infinity)
  const generation = await readGeneration(root)
  const [granted] = await query(
    `SELECT sum(packs) AS packs FROM read_parquet('${generation.file('allocate', 'allocation.parquet')}') WHERE ubigeo = '${NEW}' AND product = 'alimentos'`,
  )
  expect(Number(granted?.['packs'])).toBeGreaterThan(0)

  const explained = await chasqui('explain', NEW, '-w', root, '--product', 'alimentos')
  expect(explained.out).toContain('toma el pronóstico de 7 lugares de su provincia (200200), según la población')
  const [nobody = ''] = NOT_NAMED
  const silent = await chasqui('explain', nobody, '-w', root, '--product', 'alimentos')
  expect(silent.code, silent.err).toBe(0)
  expect(silent.out).toContain('no está en ningún archivo de demanda')

  const borrowed = { from: { ubigeo: '200200', name: 'Ayabaca' }, lenders: 7, young: false }
  const read = await readForecast(root, generation, { ubigeo: NEW, product: 'alimentos' })
  expect(read).toMatchObject({ status: 'read', forecast: { borrowed } })
  const why = await readWhy(root, generation, { ubigeo: NEW, product: 'alimentos', month: '2026-01' })
  expect(why).toMatchObject({ status: 'read', why: { forecast: { borrowed }, history: { months: 0 } } })
  const province = await readForecast(root, generation, { ubigeo: '200200', product: 'alimentos' })
  expect(province).toMatchObject({ status: 'read', forecast: { borrowed: null } })
  // What is recorded of the province is whole without the one place of which nothing is.
  const states = (result: typeof read) =>
    result.status === 'read' ? [...new Set(result.forecast.history.map((month) => month.status))] : []
  expect([states(province), states(read)]).toEqual([['observed'], ['missing']])
  const none = await readForecast(root, generation, { ubigeo: nobody, product: 'alimentos' })
  expect(none).toMatchObject({ status: 'place-not-named', name: `Distrito ${nobody}` })
})
