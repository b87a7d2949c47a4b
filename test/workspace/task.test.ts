import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startTask } from '../../src/workspace/task.ts'
import { scratch } from '../cli/chasqui.ts'

test('a command cancelled before it holds the workspace touches nothing of the one that does', async () => {
  const root = scratch()
  mkdirSync(`${root}/.chasqui/staging/import-1`, { recursive: true })
  writeFileSync(`${root}/chasqui.yaml`, '')
  const started = readFileSync('/proc/1/stat', 'utf8').split(') ')[1]?.split(' ')[19]
  const lock = JSON.stringify({ pid: 1, started, command: 'plan', token: 'other' })
  writeFileSync(`${root}/.chasqui/lock`, lock)
  const task = startTask(root, { kind: 'plan' }, () => {})
  task.cancel()
  expect(await task.end).toEqual({ kind: 'cancelled' })
  expect(existsSync(`${root}/.chasqui/staging/import-1`)).toBe(true)
  expect(readFileSync(`${root}/.chasqui/lock`, 'utf8')).toBe(lock)
})
