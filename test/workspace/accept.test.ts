import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chasqui } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'

test('--accept accepts what a file holds, not what comes later under its name', async () => {
  const root = await provinceWorkspace()
  const path = `${root}/data/raw_data/social_aid_demand.csv`
  const spoilt = (each: number): void => {
    const lines = readFileSync(path, 'utf8').split('\r\n')
    writeFileSync(
      path,
      lines.map((line, i) => (i > 0 && i % each === 0 ? line.replace(';200200;', ';299901;') : line)).join('\r\n'),
    )
  }
  spoilt(5)
  expect((await chasqui('import', '-w', root)).code).toBe(4)
  expect((await chasqui('import', '-w', root, '--accept')).code).toBe(0)
  expect(readFileSync(`${root}/decisions.yaml`, 'utf8')).toMatch(/social_aid_demand\.csv#[0-9a-f]{12}/)
  expect((await chasqui('import', '-w', root)).err).toContain('sin cambios')
  spoilt(3)
  expect((await chasqui('import', '-w', root)).code).toBe(4)
})

test('a file of the best so far ends a search early, and the result is stale from the start', async () => {
  const root = await provinceWorkspace()
  await chasqui('plan', '-w', root, '--job', 'j')
  writeFileSync(`${root}/chasqui.yaml`, readFileSync(`${root}/chasqui.yaml`, 'utf8').replace('seed: 1', 'seed: 2'))
  writeFileSync(`${root}/.chasqui/jobs/k.best`, '')
  const early = await chasqui('plan', '-w', root, '--job', 'k')
  expect(early.code, early.err).toBe(0)
  expect(early.err).toMatch(/Se detuvo antes/)
  const whole = await chasqui('plan', '-w', root)
  expect(whole.err).toMatch(/✓ Pronóstico/)
  expect(whole.err).not.toMatch(/Se detuvo antes/)
})
