import { randomBytes } from 'node:crypto'
import { constants, readFileSync, unlinkSync } from 'node:fs'
import { copyFile, link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { isMissing, onPath } from './file-error.ts'
import { LOCK_FILE, within } from './layout.ts'
import { isAlive, type ProcessMark, markOf } from './process.ts'

interface Holder extends ProcessMark {
  readonly command: string
  readonly token: string
}

export interface Lock {
  release(): void
}

async function readHolder(path: string): Promise<Holder | 'gone' | 'unreadable'> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Holder
    return typeof holder.pid === 'number' ? holder : 'unreadable'
  } catch (error) {
    return isMissing(error) ? 'gone' : 'unreadable'
  }
}

const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/**
 * A hard link is made whole or not at all, so nobody ever reads half a lock. A USB stick's file system has none: there the file is made
 * only if it is not there yet.
 */
async function place(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NO_LINKS.includes(error.code))) throw error
    await copyFile(draft, path, constants.COPYFILE_EXCL)
  }
}

/**
 * Takes the workspace for one writing command. The lock of a process that no longer lives is taken over.
 * @throws InputError `workspace-in-use` with the pid and command of the holder
 */
export async function takeLock(root: string, command: string): Promise<Lock> {
  const path = within(root, LOCK_FILE)
  const mine: Holder = {
    ...markOf(process.pid),
    command,
    token: randomBytes(8).toString('hex'),
  }
  const draft = `${path}.${mine.token}`
  await onPath(root, async () => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, JSON.stringify(mine))
  })
  try {
    for (;;) {
      try {
        await place(draft, path)
        return { release: () => releaseLock(path, mine.token) }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
      const holder = await readHolder(path)
      if (holder === 'gone') continue
      if (holder !== 'unreadable' && isAlive(holder)) throw inUse(root, holder)
      await removeDead(path, holder)
    }
  } finally {
    await unlink(draft)
  }
}

/**
 * Whether a command is at work, before another is begun in vain.
 * @throws InputError `workspace-in-use` with the pid and command of the holder
 */
export async function refuseWhileHeld(root: string): Promise<void> {
  const holder = await readHolder(within(root, LOCK_FILE))
  if (typeof holder === 'object' && isAlive(holder)) throw inUse(root, holder)
}

const inUse = (root: string, { pid, command }: Pick<Holder, 'pid' | 'command'>): InputError =>
  new InputError('workspace-in-use', { pid, command, path: root })

/** Two commands may find the same dead lock: it is moved aside first, and put back if it turns out to be a live one. */
async function removeDead(path: string, dead: Holder | 'unreadable'): Promise<void> {
  const aside = `${path}.${randomBytes(8).toString('hex')}.dead`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  const moved = await readHolder(aside)
  const same = moved === dead || (typeof moved === 'object' && typeof dead === 'object' && moved.token === dead.token)
  if (!same) {
    try {
      await link(aside, path)
    } catch {
      // Somebody else holds the lock by now; the loop of takeLock will see that.
    }
  }
  await unlink(aside)
}

function releaseLock(path: string, token: string): void {
  if (holderNow(path)?.token === token) unlinkSync(path)
}

function holderNow(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The lock that a thread of this process took and can no longer release; `undefined` when it never came to hold it. */
export function lockOfThread(root: string): Lock | undefined {
  const path = within(root, LOCK_FILE)
  const holder = holderNow(path)
  return holder?.pid === process.pid ? { release: () => releaseLock(path, holder.token) } : undefined
}
