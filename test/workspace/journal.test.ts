import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGeneration } from '../../src/workspace/generation.ts'
import { currentPlanId } from '../../src/workspace/plan-folder.ts'
import { readPointer } from '../../src/workspace/pointer.ts'
import { chasqui, scratch } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'
import { snapshot } from './snapshot.ts'

test('a change that could not be carried out to its end is finished by the next command', async () => {
  const root = await provinceWorkspace()
  const calm = `${scratch()}/w`
  cpSync(root, calm, { recursive: true })
  expect((await chasqui('plan', '-w', calm)).code).toBe(0)
  // A file where the plan's folder should be: the outputs move to their place, the plan cannot.
  const inTheWay = `${root}/plans/${await currentPlanId(calm)}`
  mkdirSync(`${root}/plans`)
  writeFileSync(inTheWay, '')
  const stopped = await chasqui('plan', '-w', root)
  expect(stopped.code, stopped.err).toBe(2)
  expect(stopped.err).toContain(inTheWay)
  expect(existsSync(`${root}/.chasqui/lock`)).toBe(false)
  rmSync(inTheWay)

  const next = await chasqui('prepare', '-w', root)
  expect(next.code, next.err).toBe(0)
  expect((await chasqui('verify', '-w', root)).code).toBe(0)
  expect(snapshot(root)).toEqual(snapshot(calm))
  expect(existsSync(`${root}/.chasqui/staging`)).toBe(false)
})

test('a reader that began before a change still finds the files of its generation after it', async () => {
  const root = await provinceWorkspace()
  const settings = readFileSync(`${root}/chasqui.yaml`, 'utf8')
  const forecast = async (seed: number): Promise<string> => {
    writeFileSync(`${root}/chasqui.yaml`, settings.replace(/^seed: \d+/m, `seed: ${seed}`))
    expect((await chasqui('forecast', '-w', root)).code).toBe(0)
    return (await readGeneration(root)).file('forecast', 'forecast.parquet') ?? ''
  }
  for (const command of ['import', 'prepare', 'backtest']) expect((await chasqui(command, '-w', root)).code).toBe(0)
  const [first, second, third] = [await forecast(1), await forecast(2), await forecast(3)]
  expect([first, second, third].map((path) => existsSync(path))).toEqual([false, true, true])
})

test('what a crash left half-written is gone after the next command', async () => {
  const root = await provinceWorkspace()
  expect((await chasqui('plan', '-w', root)).code).toBe(0)
  const before = snapshot(root)
  writeFileSync(`${root}/plans/current.part`, '0123')
  writeFileSync(`${root}/data/processed_data/lots.parquet.part`, 'PAR1')
  const journal = {
    pointer: await readPointer(root),
    folders: [],
    texts: [{ to: 'plans/current', text: readFileSync(`${root}/plans/current`, 'utf8') }],
  }
  rmSync(`${root}/data/processed_data/lots.parquet`)
  writeFileSync(`${root}/.chasqui/journal.json`, JSON.stringify(journal))
  expect((await chasqui('plan', '-w', root)).code).toBe(0)
  expect(snapshot(root)).toEqual(before)
})
