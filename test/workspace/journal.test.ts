import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { currentPlanId } from '../../src/workspace/plan-folder.ts'
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
