import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { readDvcExperiments } from '../../src/adapters/dvc.ts'
import { readPointer } from '../../src/workspace/pointer.ts'
import { publishedPath, STAGES } from '../../src/workspace/stage.ts'
import { snapshot } from '../workspace/snapshot.ts'
import { INSTALLING, pythonBin, pythonEnvironment, withoutPython } from './environment.ts'

const run = promisify(execFile)
const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname
const MODEL = 'models/keras_models/demand_prediction_model.h5'
const WIDE = 64

describe.skipIf(withoutPython)('Real DVC', () => {
  const home = mkdtempSync(join(tmpdir(), 'chasqui-dvc-'))
  const root = join(home, 'w')
  const remote = join(home, 'remote')
  let env: NodeJS.ProcessEnv = {}
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  /** Runs a program in a workspace. @returns what it said, on both streams */
  async function at(folder: string, program: string, ...args: readonly string[]): Promise<string> {
    const { stdout, stderr } = await run(program, args, { cwd: folder, env, maxBuffer: 1 << 26 })
    return `${stdout}${stderr}`
  }
  const dvc = (...args: readonly string[]): Promise<string> => at(root, 'dvc', ...args)
  const dvcJson = async <T>(...args: readonly string[]): Promise<T> => {
    const { stdout } = await run('dvc', args, { cwd: root, env, maxBuffer: 1 << 26 })
    return JSON.parse(stdout) as T
  }
  const commit = async (folder: string): Promise<void> => {
    await at(folder, 'git', 'add', '.')
    await at(folder, 'git', 'commit', '-q', '-m', 'x')
  }
  const model = (): string =>
    createHash('sha256')
      .update(readFileSync(join(root, MODEL)))
      .digest('hex')
  /** Results, without what Git and DVC keep for themselves. */
  const results = (folder: string) =>
    Object.fromEntries(
      Object.entries(snapshot(folder)).filter(([path]) => !/^(\.git|\.dvc|dvc\.lock|plans)/.test(path)),
    )
  const unchanged = (talk: string): number => talk.match(/unchanged, not run again/g)?.length ?? 0

  beforeAll(async () => {
    const bin = await pythonBin()
    const own = join(home, 'bin')
    mkdirSync(own)
    writeFileSync(join(own, 'chasqui'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`)
    chmodSync(join(own, 'chasqui'), 0o755)
    const who = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' }
    env = { ...pythonEnvironment(bin), ...who, HOME: home, LANG: 'en', GIT_CONFIG_NOSYSTEM: '1' }
    env['PATH'] = `${own}:${env['PATH']}`
    await at(home, 'chasqui', 'demo', 'w', '--province', '200200', '--months', '24')
    await at(root, 'chasqui', 'train')
    await at(root, 'chasqui', 'plan')
    await at(root, 'git', 'init', '-q')
    await commit(root)
  }, INSTALLING)

  test('dvc.yaml names every file that the stages publish', async () => {
    const { stages } = parse(readFileSync(join(root, 'dvc.yaml'), 'utf8')) as {
      stages: Record<string, Record<'outs' | 'metrics' | 'plots', readonly object[] | undefined>>
    }
    const pointer = await readPointer(root)
    for (const stage of STAGES) {
      const { outs = [], metrics = [], plots = [] } = stages[stage] ?? {}
      const named = [...outs, ...metrics, ...plots].flatMap((out) => Object.keys(out))
      const written = (pointer.stages[stage]?.files ?? []).map(({ name }) => publishedPath(stage, name))
      const inFolder = (path: string): string => named.find((out) => path.startsWith(`${out}/`)) ?? path
      expect(new Set([...written.map(inFolder), `reports/stages/${stage}.json`])).toEqual(new Set(named))
    }
  })

  test('after chasqui, dvc repro asks every stage, none has anything to do, and not a byte changes; then it asks none', async () => {
    const before = results(root)
    expect(unchanged(await dvc('repro'))).toBe(9)
    expect(results(root)).toEqual(before)
    const again = await dvc('repro')
    expect(again).not.toContain('Running stage')
    expect(again).toContain('up to date')
    await commit(root)
  })

  test('an experiment with another width has another network, and exp show, metrics diff and plots diff tell it', async () => {
    const before = model()
    const talk = await dvc('exp', 'run', '-n', 'wide', '-S', `train.width=${WIDE}`)
    expect(talk).toContain("Running stage 'train'")
    expect(talk).not.toContain("Running stage 'prepare'")
    expect(model()).not.toBe(before)

    type Shown = readonly {
      readonly data: {
        readonly params: Record<string, { readonly data: { readonly train?: { readonly width: number } } }>
      }
      readonly experiments: readonly { readonly name: string }[] | null
    }[]
    const [workspace, head] = await dvcJson<Shown>('exp', 'show', '--json')
    expect(workspace?.data.params['params.yaml']?.data.train?.width).toBe(WIDE)
    expect(head?.experiments?.map(({ name }) => name)).toEqual(['wide'])

    // What the page *Modelo* shows of it.
    vi.stubEnv('PATH', env['PATH'])
    const answer = await readDvcExperiments(root)
    vi.unstubAllEnvs()
    const read = answer.status === 'read' ? answer.experiments : []
    expect(read.find(({ name }) => name === 'wide')?.params.get('train.width')).toBe(String(WIDE))
    expect(read.every(({ metrics }) => Number.isFinite(metrics.get('alimentos.loss')))).toBe(true)

    type Diff = Record<string, Record<string, { readonly old: number; readonly new: number }>>
    const metrics = await dvcJson<Diff>('metrics', 'diff', '--json')
    expect(Object.keys(metrics).toSorted()).toEqual(['dvclive/backtest/metrics.json', 'dvclive/train/metrics.json'])
    const { old, new: now } = metrics['dvclive/train/metrics.json']?.['alimentos.training'] ?? { old: 0, new: 0 }
    expect(Math.abs(old - now)).toBeGreaterThan(0)

    type Plots = { readonly data: Record<string, readonly { readonly revisions: readonly string[] }[]> }
    const { data } = await dvcJson<Plots>('plots', 'diff', '--json')
    expect(data['dvclive/train/plots/metrics/alimentos/validation.tsv']?.[0]?.revisions).toEqual(['workspace', 'HEAD'])
  })

  test('where the checkout brought half, no command goes on; whole, chasqui takes it over and runs nothing', async () => {
    const wide = model()
    await at(root, 'git', 'checkout', '-q', '.')
    const refused = await at(root, 'chasqui', 'plan').catch((error: { stderr: string }) => error.stderr)
    expect(refused).toContain('dvc checkout')
    await dvc('checkout')
    expect(model()).not.toBe(wide)
    expect(unchanged(await at(root, 'chasqui', 'plan'))).toBe(6)
    expect(await dvc('repro')).not.toContain('Running stage')

    await dvc('exp', 'apply', 'wide')
    expect(model()).toBe(wide)
    expect(unchanged(await at(root, 'chasqui', 'plan'))).toBe(6)
    expect(await dvc('repro')).not.toContain('Running stage')
  })

  test('an experiment in a folder of its own goes on from the committed networks', async () => {
    await commit(root)
    const before = results(root)
    const talk = await dvc('exp', 'run', '--temp', '-n', 'apart', '-S', 'train.epochs=2')
    expect(talk).toContain('Ran experiment(s): apart')
    expect(talk).not.toContain("Running stage 'import'")
    expect(results(root)).toEqual(before)
  })

  test('pushed to a folder and pulled into a clone, the same lies there and nothing is stale', async () => {
    await dvc('remote', 'add', '--default', 'folder', remote)
    await commit(root)
    await dvc('push')
    const clone = join(home, 'clone')
    await at(home, 'git', 'clone', '-q', root, clone)
    await at(clone, 'dvc', 'pull')
    expect(results(clone)).toEqual(results(root))
    expect(unchanged(await at(clone, 'chasqui', 'plan'))).toBe(6)
    expect(await at(clone, 'dvc', 'repro')).not.toContain('Running stage')
  })

  test('without DVC and Git the same workspace does the same', async () => {
    const bare = join(home, 'bare')
    cpSync(root, bare, { recursive: true })
    for (const path of ['.git', '.dvc', 'dvc.yaml', 'dvc.lock']) rmSync(join(bare, path), { recursive: true })
    expect(unchanged(await at(bare, 'chasqui', 'plan'))).toBe(6)
  })
})
