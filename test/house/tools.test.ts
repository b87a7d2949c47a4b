import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const root = new URL('../..', import.meta.url)

/** Runs a tool of the project; its complaint is the failure's text. */
async function complaint(tool: string, ...args: readonly string[]): Promise<string> {
  try {
    await run(`node_modules/.bin/${tool}`, args, { cwd: root, maxBuffer: 1 << 26 })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return `${stdout}${stderr}`.slice(0, 4000)
  }
}

test('every file is formatted', async () => expect(await complaint('biome', 'format')).toBe(''))
test('every project compiles, and none imports what it may not', async () =>
  expect(await complaint('tsc', '-b')).toBe(''))
test('the linter has nothing to say', async () =>
  expect(await complaint('oxlint', '--type-aware', '--deny-warnings')).toBe(''))
test('nothing is exported, installed or kept without a use', async () => expect(await complaint('knip')).toBe(''))
