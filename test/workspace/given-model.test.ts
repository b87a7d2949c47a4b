import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../src/adapters/hash.ts'
import { readKerasModel } from '../../src/adapters/keras-file/read.ts'
import { writeKerasModel } from '../../src/adapters/keras-file/write.ts'
import type { Topology, Weight } from '../../src/kernel/network/topology.ts'
import { chasqui } from '../cli/chasqui.ts'
import { snapshot } from './snapshot.ts'

const MODEL = 'models/keras_models/demand_prediction_model'
const PAST = 'models/keras_models/past_networks'

const home = mkdtempSync(join(tmpdir(), 'chasqui-given-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const root = join(home, 'w')

interface Note {
  readonly products: readonly {
    readonly product: string
    readonly horizon: number
    readonly task: string
    readonly settings: { readonly lags: number }
    readonly inputs: { readonly lags: readonly string[]; readonly known: readonly string[] }
  }[]
}
interface Model {
  readonly topology: Topology
  readonly weights: readonly Weight[]
  readonly note: Note
}

async function trained(path = `${root}/${MODEL}.h5`): Promise<Model> {
  const model = await readKerasModel(path)
  if (model.status !== 'read') throw new Error(model.code)
  return { ...model, note: model.note as unknown as Note }
}

/** A file of somebody's own: the trained networks, changed. */
async function variation(change: (model: Model) => Partial<Model> = () => ({})): Promise<string> {
  const path = join(mkdtempSync(join(home, 'x')), 'variation.h5')
  const model = { ...(await trained()), ...change(await trained()) }
  await writeKerasModel(path, model.topology, model.weights, { ...model.note })
  return path
}

/** Last layers of all networks moved a little. */
const moved = ({ weights }: Model): Partial<Model> => ({
  weights: weights.map((w) => (w.name.endsWith('/bias') ? { ...w, values: w.values.map((x) => x + 0.25) } : w)),
})

async function ok(...words: readonly string[]): Promise<string> {
  const ended = await chasqui(...words, '-w', root)
  expect(ended.code, ended.err).toBe(0)
  return ended.err
}
const refusal = async (path: string): Promise<unknown> => {
  const { out } = await chasqui('forecast', '--model', path, '-w', root, '--json')
  const { error } = JSON.parse(out) as { readonly error?: { readonly code: string; readonly reason?: string } }
  return error && [error.code, error.reason]
}

/** Forecasts with the networks alone, as if the backtest had preferred them. @returns the hash of the forecast */
async function forecastByNetworks(): Promise<string> {
  const [path, record] = [`${root}/reports/methods.json`, `${root}/reports/stages/backtest.json`]
  const chosen = readFileSync(path, 'utf8')
  const methods = JSON.parse(chosen) as Record<string, { readonly members: readonly string[] }>
  const preferred = Object.entries(methods).map(([product, { members }]) => [
    product,
    { members, member: members.findIndex((name) => name.startsWith('network-')) },
  ])
  writeFileSync(path, JSON.stringify(Object.fromEntries(preferred)))
  writeFileSync(record, readFileSync(record, 'utf8').replace(sha256(chosen), sha256(readFileSync(path))))
  await ok('forecast')
  return sha256(readFileSync(`${root}/data/preprocessed_data/forecast.parquet`))
}

beforeAll(async () => {
  await chasqui('demo', root, '--province', '200200')
  writeFileSync(`${root}/params.yaml`, 'train:\n  seeds: 1\n  epochs: 1\n  width: 8\n  blocks: 1\n')
  await ok('train')
  await ok('backtest')
  await ok('forecast')
})

test('the note names every number that each network reads, as many as its inputs are wide', async () => {
  const { topology, note } = await trained()
  const widths = topology.layers.flatMap((layer) => (layer.kind === 'InputLayer' ? [layer.shape[0]] : []))
  expect(note.products.flatMap(({ inputs }) => [inputs.lags.length, inputs.known.length])).toEqual(widths)
  const { lags, known } = note.products[0]!.inputs
  expect([lags.at(0), lags.at(-1)]).toEqual(['lag_24', 'lag_1'])
  expect([known.at(-13), known.at(-12), known.at(-1)]).toEqual(['jungle', 'anomalia_mar_before_1', 'holidays_6'])
})

test('networks that are refused are refused with their reason, and nothing changes', async () => {
  const before = snapshot(root)
  const noteOf = (path: string): string => path.replace('.h5', '.json')
  const whole = await variation()

  const alone = await variation()
  rmSync(noteOf(alone))
  const tampered = await variation()
  writeFileSync(tampered, readFileSync(tampered).with(3000, 1))
  const older = await variation()
  writeFileSync(noteOf(older), readFileSync(noteOf(older), 'utf8').replace('chasqui-demand/2', 'chasqui-demand/1'))
  const renamed = await variation(({ note }) => ({
    note: JSON.parse(JSON.stringify(note).replaceAll('"p1_"', '"q1_"')) as Note,
  }))
  const narrow = await variation(({ note }) => ({
    note: {
      ...note,
      products: note.products.map((p) => ({ ...p, settings: { ...p.settings, lags: p.settings.lags - 1 } })),
    },
  }))
  expect(await refusal(join(home, 'nothing.h5'))).toEqual(['demand-model', 'not-readable'])
  expect(await refusal(alone)).toEqual(['demand-model', 'no-note'])
  expect(await refusal(tampered)).toEqual(['demand-model', 'changed'])
  expect(await refusal(older)).toEqual(['demand-model', 'other-version'])
  expect(await refusal(renamed)).toEqual(['demand-model', 'unknown-network'])
  expect(await refusal(narrow)).toEqual(['demand-model', 'wrong-shape'])

  // Twelve months are planned; networks look six ahead.
  const settings = readFileSync(`${root}/chasqui.yaml`, 'utf8')
  writeFileSync(`${root}/chasqui.yaml`, settings.replace(/^months: 3/m, 'months: 12'))
  expect(await refusal(whole)).toEqual(['demand-model', 'horizon'])
  writeFileSync(`${root}/chasqui.yaml`, settings)
  expect(snapshot(root)).toEqual(before)
})

test('networks of one’s own are tried on the past and forecast; the plan goes on with them, until training runs again', async () => {
  const by = await forecastByNetworks()
  const before = snapshot(root)
  const path = await variation(moved)
  const talk = await ok('forecast', '--model', path)
  expect(talk).toContain('Redes')
  expect(talk).toContain('Pruebas')
  const after = snapshot(root)
  expect(readFileSync(`${root}/${MODEL}.h5`).equals(readFileSync(path))).toBe(true)
  expect(after[`${PAST}.h5`]).toBe(before[`${PAST}.h5`])
  expect((await ok('forecast', '--model', path)).match(/sin cambios/g)).toHaveLength(3)
  expect((await ok('plan')).match(/sin cambios/g)).toHaveLength(4)
  expect(snapshot(root)[`${MODEL}.h5`]).toBe(after[`${MODEL}.h5`])
  expect(await forecastByNetworks()).not.toBe(by)

  expect(await ok('train')).toContain('✓ Redes')
  const again = snapshot(root)
  expect(again[`${MODEL}.h5`]).not.toBe(after[`${MODEL}.h5`])
  expect((await trained()).note.products.every(({ task }) => /^[0-9a-f]{64}$/.test(task))).toBe(true)
})

test('the trained networks themselves, given, forecast what they forecast', async () => {
  await ok('backtest')
  const by = await forecastByNetworks()
  await ok('forecast', '--model', await variation())
  expect(await forecastByNetworks()).toBe(by)
})

test('where nothing was trained there is nothing to try them on', async () => {
  const path = await variation()
  rmSync(`${root}/models`, { recursive: true })
  expect(await refusal(path)).toEqual(['stage-missing', undefined])
})
