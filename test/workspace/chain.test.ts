import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { query } from '../../src/adapters/duckdb.ts'
import { chasqui, start } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'
import { snapshot } from './snapshot.ts'

const current = (root: string): string => readFileSync(`${root}/plans/current`, 'utf8').trim()

test('two workspaces with the same files make the same plan, to the byte', async () => {
  const [a, b] = [await provinceWorkspace(), await provinceWorkspace()]
  for (const root of [a, b]) {
    const planned = await chasqui('plan', '-w', root)
    expect(planned.code, planned.err).toBe(0)
  }
  expect(snapshot(a)).toEqual(snapshot(b))
})

test('a second plan runs no stage again, says so, and changes nothing', async () => {
  const root = await provinceWorkspace()
  await chasqui('plan', '-w', root)
  const before = snapshot(root)
  const again = await chasqui('plan', '-w', root)
  expect(again.code).toBe(0)
  expect(again.err.match(/sin cambios/g)).toHaveLength(6)
  expect(snapshot(root)).toEqual(before)
})

test('removing a raw file removes its rows, and --undo brings the former tables back', async () => {
  const root = await provinceWorkspace()
  const legs = async () =>
    (await query(`SELECT count(*) AS n FROM read_parquet('${root}/data/processed_data/legs.parquet')`))[0]?.['n']
  expect((await chasqui('import', '-w', root)).code).toBe(0)
  const before = snapshot(root)
  expect(await legs()).toBeGreaterThan(0)
  rmSync(`${root}/data/raw_data/delivery_routes.csv`)
  expect((await chasqui('import', '-w', root)).code).toBe(0)
  expect(await legs()).toBe(0)
  expect((await chasqui('import', '--undo', '-w', root)).code).toBe(0)
  const after = snapshot(root)
  expect(after['data/processed_data/legs.parquet']).toBe(before['data/processed_data/legs.parquet'])
  expect((await chasqui('import', '--undo', '-w', root)).code).toBe(2)
})

test('a stage alone asks for the ones before it', async () => {
  const root = await provinceWorkspace()
  const alone = await chasqui('forecast', '-w', root)
  expect(alone.code).toBe(2)
  expect(alone.err).toContain('chasqui import')
})

test('a stage that works on stale results says which stage is to be run first, and is silent once it was', async () => {
  const root = await provinceWorkspace()
  for (const command of ['import', 'prepare'] as const) {
    const ended = await chasqui(command, '-w', root)
    expect([ended.code, ended.err]).toEqual([0, expect.not.stringContaining('chasqui plan')])
  }
  rmSync(`${root}/data/raw_data/delivery_routes.csv`)
  const before = snapshot(root)
  const prepared = await chasqui('prepare', '-w', root)
  expect(prepared.code).toBe(0)
  expect(prepared.err).toMatch(/sin cambios[^]*data\/raw_data[^]*chasqui import;/)
  expect(snapshot(root)).toEqual(before)
  writeFileSync(
    `${root}/chasqui.yaml`,
    readFileSync(`${root}/chasqui.yaml`, 'utf8').replace('absent: zero', 'absent: missing'),
  )
  expect((await chasqui('import', '-w', root)).code).toBe(0)
  const forecast = await chasqui('backtest', '-w', root)
  expect(forecast.code, forecast.err).toBe(0)
  expect(forecast.err).toContain('Cambió lo que lee chasqui prepare')
  expect((await chasqui('prepare', '-w', root)).err).not.toContain('chasqui plan')
})

test('stage by stage gives the tables that plan gives', async () => {
  const [a, b] = [await provinceWorkspace(), await provinceWorkspace()]
  for (const command of ['import', 'prepare', 'backtest', 'forecast', 'allocate', 'route'] as const)
    expect((await chasqui(command, '-w', a)).code).toBe(0)
  expect((await chasqui('plan', '-w', a)).err.match(/sin cambios/g)).toHaveLength(6)
  await chasqui('plan', '-w', b)
  expect(snapshot(a)).toEqual(snapshot(b))
})

test('of two commands at once one works and the other says who does', async () => {
  const root = await provinceWorkspace()
  const ends = await Promise.all([chasqui('plan', '-w', root), chasqui('plan', '-w', root)])
  expect(ends.map((end) => Number(end.code)).sort((x, y) => x - y)).toEqual([0, 2])
  expect(ends.find((end) => end.code === 2)?.err).toMatch(/chasqui plan \(proceso \d+\)/)
})

test('Ctrl-C ends with 130 and leaves the workspace as it was', async () => {
  // On a loaded machine the signal may come when all is done: then another try.
  for (let attempt = 0; attempt < 5; attempt++) {
    const root = await provinceWorkspace()
    const before = snapshot(root)
    const { child, end } = start(['plan', '-w', root])
    await new Promise<void>((resolve) => child.stderr?.once('data', () => resolve()))
    child.kill('SIGINT')
    const ended = await end
    if (ended.err.includes('Plan ')) continue
    expect(ended.code).toBe(130)
    expect(snapshot(root)).toEqual(before)
    expect(existsSync(`${root}/.chasqui/lock`)).toBe(false)
    expect((await chasqui('plan', '-w', root)).code).toBe(0)
    return
  }
  throw new Error('five plans ended before the signal came')
})

test('a job file tells the pid first and the exit code last', async () => {
  const root = await provinceWorkspace()
  const { child, end } = start(['plan', '-w', root, '--job', 'j-1'])
  expect((await end).code).toBe(0)
  const lines = readFileSync(`${root}/.chasqui/jobs/j-1.ndjson`, 'utf8').trim().split('\n')
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(events[0]).toMatchObject({ kind: 'started', pid: child.pid })
  expect(events.at(-1)).toMatchObject({ kind: 'ended', exitCode: 0, result: { id: current(root) } })
})

test('verify finds what was changed in a frozen plan', async () => {
  const root = await provinceWorkspace()
  await chasqui('plan', '-w', root)
  expect((await chasqui('verify', '-w', root)).code).toBe(0)
  for (const file of ['plan.json', 'allocation.csv', 'routes.xlsx', 'tables/lots.parquet']) {
    const path = `${root}/plans/${current(root)}/${file}`
    const whole = readFileSync(path)
    writeFileSync(path, Buffer.concat([whole, Buffer.from(' ')]))
    const verified = await chasqui('verify', '-w', root, '--json')
    expect(verified.code, file).toBe(5)
    expect(verified.out, file).toContain(file)
    writeFileSync(path, whole)
  }
  expect((await chasqui('verify', '-w', root)).code).toBe(0)
})

test('--json gives one document on stdout and no talk', async () => {
  const root = await provinceWorkspace()
  const planned = await chasqui('plan', '-w', root, '--json')
  expect(JSON.parse(planned.out)).toMatchObject({ id: current(root), unchanged: false })
  const failed = await chasqui('plan', '-w', `${root}/nowhere`, '--json')
  expect(failed.code).toBe(2)
  expect(JSON.parse(failed.out)).toMatchObject({ error: { code: 'no-workspace' } })
})
