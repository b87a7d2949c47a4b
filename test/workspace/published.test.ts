import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGeneration } from '../../src/workspace/generation.ts'
import { chasqui, scratch } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'
import { snapshot } from './snapshot.ts'

const MODEL = 'models/keras_models/demand_prediction_model.h5'

async function run(root: string, ...commands: readonly string[]): Promise<string> {
  let talk = ''
  for (const command of commands) {
    const ended = await chasqui(command, '-w', root)
    expect(ended.code, `${command}: ${ended.err}`).toBe(0)
    talk += ended.err
  }
  return talk
}
const seeded = (root: string, seed: number): void => {
  const path = `${root}/chasqui.yaml`
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^seed: \d+/m, `seed: ${seed}`))
}
/** Everything that Git and DVC would bring of a workspace: all but what the program keeps for itself. */
function elsewhere(root: string): string {
  const copy = `${scratch()}/w`
  cpSync(root, copy, { recursive: true })
  rmSync(`${copy}/.chasqui`, { recursive: true })
  return copy
}

test('what lies in the folders for others is taken over: no stage runs again in a copy without .chasqui', async () => {
  const root = await provinceWorkspace()
  await run(root, 'import', 'prepare', 'train', 'plan')
  const copy = elsewhere(root)
  const talk = await run(copy, 'train', 'plan')
  expect(talk).not.toContain('✓')
  expect(talk.match(/sin cambios/g)).toHaveLength(9)
  expect(snapshot(copy)).toEqual(snapshot(root))
})

test('a stage that was brought from another workspace counts with its own inputs: what follows is stale until it runs', async () => {
  const [a, b] = [await provinceWorkspace(), await provinceWorkspace()]
  for (const root of [a, b]) await run(root, 'import', 'prepare')
  seeded(b, 5)
  await run(b, 'backtest', 'forecast')
  await run(a, 'backtest', 'forecast', 'allocate')
  for (const path of ['data/preprocessed_data', 'reports', 'dvclive']) {
    rmSync(`${a}/${path}`, { recursive: true })
    cpSync(`${b}/${path}`, `${a}/${path}`, { recursive: true })
  }
  seeded(a, 5)
  const stages = (await readGeneration(a)).stages
  expect(stages.find(({ stage }) => stage === 'forecast')?.state).toBe('stale')
  expect(await run(a, 'backtest', 'forecast')).toMatch(/^(?:.*sin cambios.*\n){2}$/)
  expect(existsSync(`${a}/data/preprocessed_data/need.parquet`)).toBe(false)
  await run(a, 'allocate')
  await run(b, 'allocate')
  expect(snapshot(a)).toEqual(snapshot(b))
})

test('tables that were changed by hand are put back; a stage of which one is missing runs again', async () => {
  const root = await provinceWorkspace()
  await run(root, 'plan')
  const before = snapshot(root)
  writeFileSync(`${root}/data/processed_data/lots.parquet`, 'x')
  expect(await run(root, 'import')).toContain('sin cambios')
  expect(snapshot(root)).toEqual(before)
  rmSync(`${root}/data/preprocessed_data/samples.parquet`)
  expect((await run(root, 'plan')).match(/sin cambios/g)).toHaveLength(5)
  expect(snapshot(root)).toEqual(before)
})

test('no command goes on with other networks than lie in models, nor overwrites them; training puts its own back', async () => {
  const root = await provinceWorkspace()
  await run(root, 'import', 'prepare', 'train')
  const before = snapshot(root)
  const trained = readFileSync(`${root}/${MODEL}`)
  writeFileSync(`${root}/${MODEL}`, 'another')
  const refused = await chasqui('plan', '-w', root)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain(MODEL)
  expect(readFileSync(`${root}/${MODEL}`, 'utf8')).toBe('another')
  expect(await run(root, 'train')).toContain('sin cambios')
  expect(snapshot(root)).toEqual(before)

  // Of what training wrote no part may be missing, nor its note be another: the one that is gone is named, not those that are there.
  const note = MODEL.replace('.h5', '.json')
  for (const [path, spoil] of [
    [MODEL, rmSync],
    [note, rmSync],
    [note, (file: string) => writeFileSync(file, '{}')],
  ] as const) {
    spoil(`${root}/${path}`)
    const told = await chasqui('plan', '-w', root)
    expect([told.code, told.err.split(' ').filter((word) => word.includes('keras_models/')).length]).toEqual([2, 1])
    expect(told.err).toContain(path)
    await run(root, 'train')
    expect(snapshot(root)).toEqual(before)
  }

  // Without its record a network is anybody's.
  rmSync(`${root}/reports/stages/train.json`)
  expect((await chasqui('plan', '-w', root)).code).toBe(2)
  // Deleted, they are not used.
  rmSync(`${root}/models`, { recursive: true })
  expect(await run(root, 'plan')).toContain('Sin redes neuronales entrenadas')
  await run(root, 'train')
  expect(readFileSync(`${root}/${MODEL}`).equals(trained)).toBe(true)
})

test('networks that are no longer trained go from models', async () => {
  const root = await provinceWorkspace()
  await run(root, 'import', 'prepare', 'train')
  rmSync(`${root}/data/raw_data/delivery_routes.csv`)
  await run(root, 'import', 'train')
  expect(existsSync(`${root}/${MODEL}`)).toBe(true)
  expect(existsSync(`${root}/models/keras_models/optimization_model.h5`)).toBe(false)
})

test('a record that names a place outside is no record', async () => {
  const root = await provinceWorkspace()
  await run(root, 'import')
  const path = `${root}/reports/stages/import.json`
  writeFileSync(path, readFileSync(path, 'utf8').replace('"depots.parquet"', '"../../chasqui.yaml"'))
  rmSync(`${root}/.chasqui`, { recursive: true })
  expect(await run(root, 'import')).not.toContain('sin cambios')
})
