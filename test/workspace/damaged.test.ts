import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chasqui, scratch } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'
import { snapshot } from './snapshot.ts'

test('results that were deleted by hand are made again, to the byte', async () => {
  const root = await provinceWorkspace()
  expect((await chasqui('plan', '-w', root)).code).toBe(0)
  const before = snapshot(root)
  rmSync(`${root}/.chasqui/outputs`, { recursive: true })
  rmSync(`${root}/reports/stages`, { recursive: true })
  const alone = await chasqui('allocate', '-w', root)
  expect(alone.code, alone.err).toBe(2)
  const again = await chasqui('plan', '-w', root)
  expect(again.code, again.err).toBe(0)
  expect(snapshot(root)).toEqual(before)
})

test('YAML that names what is not there, or itself, is a fault of the settings', async () => {
  const root = await provinceWorkspace()
  for (const text of ['rule: *nope\n', 'set_aside: &x [*x]\n', 'rule: [\n', 'rule: a\nrule: b\n']) {
    writeFileSync(`${root}/chasqui.yaml`, text)
    const ended = await chasqui('plan', '-w', root)
    expect(ended.code, `${text}${ended.err}`).toBe(2)
    expect(ended.err).toContain('chasqui.yaml')
  }
})

test('a settings file of 0 bytes means the defaults', async () => {
  const root = await provinceWorkspace()
  writeFileSync(`${root}/chasqui.yaml`, '')
  expect((await chasqui('plan', '-w', root)).code).toBe(0)
})

test('a new workspace where a file stands is refused', async () => {
  const folder = scratch()
  writeFileSync(`${folder}/f`, 'x')
  for (const path of [`${folder}/f`, `${folder}/f/w`]) {
    const ended = await chasqui('init', path)
    expect(ended.code, ended.err).toBe(2)
    expect(ended.err).toContain(path)
  }
  expect(readFileSync(`${folder}/f`, 'utf8')).toBe('x')
})

test('a job in a folder that is no workspace leaves nothing there', async () => {
  const folder = `${scratch()}/w`
  mkdirSync(folder)
  expect((await chasqui('plan', '-w', folder, '--job', 'j')).code).toBe(2)
  expect(existsSync(`${folder}/.chasqui`)).toBe(false)
})
