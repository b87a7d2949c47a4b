import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { parseDvcExperiments, readDvcExperiments } from '../../src/adapters/dvc.ts'
import { scratch } from '../cli/chasqui.ts'

const data = (rev: string, width: number, loss: number | null) => ({
  rev,
  timestamp: rev === 'workspace' ? null : '2026-01-02T03:04:05',
  params: { 'params.yaml': { data: { train: { width, architecture: 'pooled', seeds: null } } } },
  metrics: loss === null ? null : { 'reports/metrics.json': { data: { food: { loss }, shelter: { loss: 2 } } } },
  deps: null,
  meta: {},
})
const SHOWN = [
  { rev: 'workspace', name: null, data: data('workspace', 16, 0.5), error: null, experiments: null },
  {
    rev: '1a2b3c4d5e6f',
    name: 'main',
    data: data('1a2b3c4d5e6f', 96, 0.6),
    experiments: [
      { name: 'urban-sign', revs: [{ rev: 'ffee', name: 'urban-sign', data: data('ffee', 32, 0.4) }], executor: null },
      { name: 'queued', revs: [{ rev: 'aabb', name: 'queued', data: data('aabb', 64, null) }], executor: null },
      { name: 'broken', revs: [{ rev: 'ccdd', name: 'broken', error: { msg: 'unreadable', type: 'X' } }] },
    ],
  },
]

test('workspace, commits and their experiments come in order, with keys of nested files joined and blanks left out', () => {
  const read = parseDvcExperiments(SHOWN) ?? []
  expect(read.map((e) => [e.rev, e.name])).toEqual([
    ['workspace', null],
    ['1a2b3c4d5e6f', 'main'],
    ['ffee', 'urban-sign'],
    ['aabb', 'queued'],
    ['ccdd', 'broken'],
  ])
  expect(read.map((e) => e.metrics.get('food.loss'))).toEqual([0.5, 0.6, 0.4, undefined, undefined])
  expect([...(read[0]?.params ?? [])]).toEqual([
    ['train.width', '16'],
    ['train.architecture', 'pooled'],
  ])
})

test('another form of answer is no experiment', () => {
  expect(parseDvcExperiments({ workspace: { baseline: {} } })).toBe(undefined)
  expect(parseDvcExperiments([{ rev: 7 }])).toBe(undefined)
})

/** Puts a program of this name first on the path. */
function program(script: string): string {
  const folder = scratch()
  mkdirSync(`${folder}/bin`)
  writeFileSync(`${folder}/bin/dvc`, `#!/bin/sh\n${script}\n`)
  chmodSync(`${folder}/bin/dvc`, 0o755)
  const path = process.env['PATH']
  process.env['PATH'] = `${folder}/bin:${path}`
  onTestFinished(() => {
    process.env['PATH'] = path
  })
  return folder
}

test('what the program prints is read; a program that fails or prints something else is told with its last words', async () => {
  const folder = program(`cat <<'END'\n${JSON.stringify(SHOWN)}\nEND`)
  const answer = await readDvcExperiments(folder)
  expect(answer.status === 'read' && answer.experiments.length).toBe(5)
  expect(await readDvcExperiments(program('echo "ERROR: locked" >&2; exit 255'))).toEqual({
    status: 'failed',
    reason: 'ERROR: locked',
  })
  expect(await readDvcExperiments(program('echo "[{}"'))).toMatchObject({ status: 'failed' })
})

test('where there is no program of that name, it is absent', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = scratch()
  expect(await readDvcExperiments(scratch())).toEqual({ status: 'absent' })
  process.env['PATH'] = path
})
