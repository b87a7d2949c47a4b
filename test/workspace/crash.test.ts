import { cpSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { stream } from '../../src/kernel/random.ts'
import { chasqui, scratch, start } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'
import { snapshot } from './snapshot.ts'

const TIMES = 10

/** Kills a command at random moments of its run; the next run must end with the same bytes as one that nobody disturbed. */
async function survivesKilling(command: 'import' | 'plan', seed: number): Promise<void> {
  const root = await provinceWorkspace()
  const calm = `${scratch()}/w`
  cpSync(root, calm, { recursive: true })
  const began = performance.now()
  expect((await chasqui(command, '-w', calm)).code).toBe(0)
  const took = performance.now() - began
  const expected = snapshot(calm)

  const random = stream(seed)
  for (let i = 0; i < TIMES; i++) {
    const disturbed = `${scratch()}/w`
    cpSync(root, disturbed, { recursive: true })
    const { child, end } = start([command, '-w', disturbed])
    await sleep(took * random())
    child.kill('SIGKILL')
    await end
    const again = await chasqui(command, '-w', disturbed)
    expect(again.code, again.err).toBe(0)
    expect(snapshot(disturbed)).toEqual(expected)
  }
}

test('an import killed at any moment leaves a workspace whose next import gives the same bytes', () =>
  survivesKilling('import', 1))
test('a plan killed at any moment leaves a workspace whose next plan gives the same bytes', () =>
  survivesKilling('plan', 2))
