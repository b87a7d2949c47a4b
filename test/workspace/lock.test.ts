import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InputError } from '../../src/model/input-error.ts'
import { takeLock } from '../../src/workspace/lock.ts'
import { scratch } from '../cli/chasqui.ts'

const lockFile = (root: string): string => join(root, '.chasqui', 'lock')

test('a second taker learns who holds the workspace, and gets it once it is released', async () => {
  const root = scratch()
  const first = await takeLock(root, 'plan')
  const refused = await takeLock(root, 'import').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(InputError)
  expect(refused).toMatchObject({ code: 'workspace-in-use', details: { pid: process.pid, command: 'plan' } })
  first.release()
  expect(existsSync(lockFile(root))).toBe(false)
  const second = await takeLock(root, 'import')
  second.release()
})

test('the lock of a process that is gone is taken over', async () => {
  const root = scratch()
  mkdirSync(join(root, '.chasqui'))
  writeFileSync(lockFile(root), JSON.stringify({ pid: 2 ** 22 + 1, started: '1', command: 'plan', token: 'a' }))
  const lock = await takeLock(root, 'import')
  expect(JSON.parse(readFileSync(lockFile(root), 'utf8'))).toMatchObject({ pid: process.pid })
  lock.release()
})

test('a pid that now belongs to another process does not hold the lock', async () => {
  const root = scratch()
  mkdirSync(join(root, '.chasqui'))
  writeFileSync(lockFile(root), JSON.stringify({ pid: process.pid, started: '1', command: 'plan', token: 'a' }))
  const lock = await takeLock(root, 'import')
  lock.release()
})

test('a lock file cut in half is no lock', async () => {
  const root = scratch()
  mkdirSync(join(root, '.chasqui'))
  writeFileSync(lockFile(root), '{"pid":')
  const lock = await takeLock(root, 'import')
  lock.release()
})

test('of many takers at once exactly one wins', async () => {
  const root = scratch()
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(root, 'plan')))
  expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1)
})
