import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../src/adapters/hash.ts'
import { readDemandModel } from '../../src/workspace/demand-model.ts'
import { readGeneration } from '../../src/workspace/generation.ts'
import { chasqui } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'
import { snapshot } from './snapshot.ts'

const TINY = 'train:\n  seeds: 1\n  epochs: 1\n  width: 8\n  blocks: 1\n'
const MODEL = 'models/keras_models/demand_prediction_model'

const home = mkdtempSync(join(tmpdir(), 'chasqui-train-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const root = join(home, 'province')
beforeAll(async () => {
  await chasqui('demo', root, '--province', '200200')
  writeFileSync(`${root}/params.yaml`, TINY)
  for (const command of ['import', 'prepare', 'train'] as const) {
    const end = await chasqui(command, '-w', root)
    if (end.code !== 0) throw new Error(end.err)
  }
})

const pathOf = async (name: string): Promise<string> => (await readGeneration(root)).file('train', name) ?? ''
const stored = async () => readDemandModel(await pathOf('demand_prediction_model.h5'), await pathOf('past_networks.h5'))
const taken = (text: string): number => text.match(/compiten con los métodos estadísticos/g)?.length ?? 0

test('networks of every product lie in one Keras file, with what they are for beside it', async () => {
  const models = await stored()
  expect(models.map(({ model }) => model.product)).toEqual(['abrigo', 'alimentos', 'higiene', 'techo'])
  for (const { model } of models) {
    const ages = model.vintages.map((v) => v.before)
    expect(ages).toEqual(ages.toSorted((a, b) => b - a))
    expect(ages).toHaveLength(3)
  }
  const note = JSON.parse(readFileSync(`${root}/${MODEL}.json`, 'utf8')) as { readonly format: string }
  expect(note.format).toBe('chasqui-demand/2')
  expect(existsSync(`${root}/models/keras_models/optimization_model.h5`)).toBe(true)
  expect(existsSync(`${root}/models/keras_models/past_networks.h5`)).toBe(true)
})

test('the plan uses them and says so; without them statistical methods serve, and that is said', async () => {
  const plan = await chasqui('plan', '-w', root)
  expect(plan.code, plan.err).toBe(0)
  expect(taken(plan.err)).toBe(1)
  const bare = await provinceWorkspace()
  const end = await chasqui('plan', '-w', bare)
  expect(end.code, end.err).toBe(0)
  expect(end.err).toContain('Sin redes neuronales entrenadas')
})

test('a forecast is explained by weights that add up to one, and by what moves the networks where they weigh', async () => {
  await chasqui('plan', '-w', root)
  const end = await chasqui('explain', '200200', '--product', 'techo', '--json', '-w', root)
  expect(end.code, end.err).toBe(0)
  const { weights, drivers, months } = JSON.parse(end.out) as {
    readonly weights: readonly { readonly method: string; readonly weight: number }[]
    readonly drivers: readonly { readonly driver: string }[]
    readonly months: readonly object[]
  }
  expect(months).toHaveLength(3)
  expect(weights.reduce((sum, w) => sum + w.weight, 0)).toBeCloseTo(1, 9)
  expect([0, 5]).toContain(drivers.length)
  for (const bad of [
    ['explain', '999999'],
    ['explain', 'Piura'],
    ['explain', '200200', '--product', 'oro'],
  ] as const) {
    const refused = await chasqui(...bad, '-w', root)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(bad.at(-1))
  }
})

test('trained again on the same, nothing changes; with other parameters, only what they touch', async () => {
  const before = snapshot(root)
  expect((await chasqui('train', '-w', root)).err).toContain('sin cambios')
  expect(snapshot(root)).toEqual(before)
  writeFileSync(`${root}/params.yaml`, TINY.replace('width: 8', 'width: 12'))
  expect((await chasqui('train', '-w', root)).code).toBe(0)
  expect(snapshot(root)[`${MODEL}.h5`]).not.toBe(before[`${MODEL}.h5`])
  writeFileSync(`${root}/params.yaml`, TINY)
})

test('a product whose demand did not change keeps its networks; the others begin where they ended', async () => {
  expect((await chasqui('train', '-w', root)).code).toBe(0)
  const before = await stored()
  const file = `${root}/data/raw_data/social_aid_demand.csv`
  const text = readFileSync(file, 'utf8')
  const line = text.split(/\r?\n/).find((l) => l.includes(';abrigo;')) ?? ''
  writeFileSync(file, text.replace(line, line.replace(/;abrigo;(\d+)/, ';abrigo;9999')))
  for (const command of ['import', 'prepare', 'train'] as const) {
    const end = await chasqui(command, '-w', root)
    expect(end.code, end.err).toBe(0)
  }
  const after = await stored()
  expect(after.map(({ task }, p) => task === before[p]?.task)).toEqual([false, true, true, true])
  expect(after.slice(1)).toEqual(before.slice(1))
  writeFileSync(file, text)
})

test('networks that were changed by hand are refused with their name, and trained again', async () => {
  const path = await pathOf('demand_prediction_model.h5')
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.with(bytes.length >> 1, 1 ^ (bytes[bytes.length >> 1] ?? 0)))
  rmSync(`${root}/reports/stages/backtest.json`)
  const end = await chasqui('plan', '-w', root)
  expect(end.code).toBe(2)
  expect(end.err).toContain('demand_prediction_model.h5')
  expect(end.err).toContain('chasqui train')
  const again = await chasqui('train', '-w', root)
  expect(again.code, again.err).toBe(0)
  expect(again.err).toContain('✓ Redes')
  expect((await chasqui('plan', '-w', root)).code).toBe(0)
  expect((await chasqui('train', '-w', root)).err).toMatch(/Redes\s+sin cambios/)
})

test('parameters that are not valid are all told', async () => {
  writeFileSync(`${root}/params.yaml`, 'train:\n  width: wide\n  depth: 3\n')
  const end = await chasqui('train', '-w', root)
  expect(end.code).toBe(2)
  expect(end.err).toContain('train.width')
  expect(end.err).toContain('train.depth')
  expect(end.err).not.toContain('{')
  writeFileSync(`${root}/params.yaml`, 'train:\n  width: 8\n  width: 9\n')
  expect((await chasqui('train', '-w', root)).err).toContain('línea 3: «width: 9» — no se entiende como YAML')
  writeFileSync(`${root}/params.yaml`, TINY)
})

test('where another covariate has taken the place of one, networks begin anew: its numbers would be read as the old one’s', async () => {
  const modelOf = async (...names: readonly string[]): Promise<string> => {
    const own = mkdtempSync(join(home, 'covariate-'))
    await chasqui('demo', own, '--province', '200200')
    writeFileSync(`${own}/params.yaml`, TINY)
    const file = `${own}/data/raw_data/covariates.csv`
    const text = readFileSync(file, 'utf8')
    for (const name of names) {
      writeFileSync(file, text.replaceAll('anomalia_mar', name))
      for (const command of ['import', 'prepare', 'train'] as const) await chasqui(command, '-w', own)
    }
    return sha256(readFileSync(`${own}/${MODEL}.h5`))
  }
  expect(await modelOf('anomalia_mar', 'icen')).toBe(await modelOf('icen'))
})
