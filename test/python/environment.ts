import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

const REQUIREMENTS = new URL('requirements.txt', import.meta.url).pathname
const CACHE = new URL('../../node_modules/.cache', import.meta.url).pathname
/** Long enough for 1 GB on a slow line. */
export const INSTALLING = 1_200_000

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['-c', 'import sys, venv; print(sys.version_info >= (3, 11))'], {
      encoding: 'utf8',
    }).startsWith('True')
  } catch {
    return false
  }
}

/** Where there is no Python its tests are skipped aloud; with CI=true they fail. */
export const withoutPython = process.env['CI'] !== 'true' && !hasPython()
if (withoutPython) console.warn('skipped, no python3 ≥ 3.11 with venv: real Keras, notebooks, DVC')

const run = promisify(execFile)

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Puts the lock in place. @returns whether it is ours */
function locks(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (existsSync(path) && !isAlive(Number(readFileSync(path, 'utf8')))) rmSync(path, { force: true })
    return false
  }
}

/** Folder of the programs of an environment of its own with all of `requirements.txt`; made once, whichever test comes first, and kept for the next run. */
export async function pythonBin(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12)
  const folder = join(CACHE, `python-${hash}`)
  const bin = join(folder, 'bin')
  const done = join(folder, 'installed')
  mkdirSync(CACHE, { recursive: true })
  while (!existsSync(done)) {
    if (!locks(`${folder}.lock`)) {
      await setTimeout(500)
      continue
    }
    try {
      if (existsSync(done)) break
      rmSync(folder, { recursive: true, force: true })
      await run('python3', ['-m', 'venv', folder])
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile']
      await run(join(bin, 'python'), [...pip, '-r', REQUIREMENTS], { maxBuffer: 1 << 26 })
      writeFileSync(done, '')
    } finally {
      rmSync(`${folder}.lock`)
    }
  }
  return bin
}

/** Of a process of Python: Keras on JAX, and nothing told to anybody. */
export const pythonEnvironment = (bin: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${bin}:${process.env['PATH']}`,
  KERAS_BACKEND: 'jax',
  JAX_PLATFORMS: 'cpu',
  DVC_NO_ANALYTICS: 'true',
})
