import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const program = new URL('../../bin/chasqui.mjs', import.meta.url).pathname

/** Runs a command as a person would. @returns what it wrote to stdout */
export async function chasqui(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [program, ...args], { maxBuffer: 1 << 26 })
  return stdout
}

/** Four provinces of coast, highlands and jungle, three years: a country small enough to plan in seconds. */
const PROVINCES = '150100,200200,080100,160100'

export interface DemoWorkspace {
  readonly root: string
  remove(): Promise<void>
}

export async function folder(): Promise<DemoWorkspace> {
  const parent = await mkdtemp(join(tmpdir(), 'chasqui-'))
  return { root: join(parent, 'region'), remove: () => rm(parent, { recursive: true, force: true }) }
}

/** A demo workspace with a verified plan, made by the real commands. */
export async function plannedDemo(): Promise<DemoWorkspace> {
  const made = await folder()
  await chasqui('demo', made.root, '--seed', '7', '--until', '2025-12', '--months', '36', '--province', PROVINCES)
  await chasqui('plan', '-w', made.root)
  return made
}
