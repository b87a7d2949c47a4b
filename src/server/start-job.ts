import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { JobCommand } from '../api/jobs.ts'
import { InputError } from '../model/input-error.ts'
import { closeJob, nameProcess, readJobs, requestJob } from '../workspace/jobs.ts'
import { refuseWhileHeld } from '../workspace/lock.ts'
import { readSettings } from '../workspace/settings-file.ts'

/** This program: the same place from `src/server` and from `dist/server`. */
const PROGRAM = fileURLToPath(new URL(`../cli/main${import.meta.url.slice(-3)}`, import.meta.url))

/**
 * Begins a command in a process that outlives this one.
 * @returns its id
 * @throws InputError `workspace-in-use` while another command works, `no-workspace`
 */
export async function startJob(root: string, command: JobCommand): Promise<string> {
  await readSettings(root)
  await refuseWhileHeld(root)
  // From here to the request nothing waits: of two that ask at once the second finds the first.
  const other = readJobs(root).find((job) => job.state === 'running')
  if (other !== undefined)
    throw new InputError('workspace-in-use', { pid: other.process?.pid ?? 0, command: other.command, path: root })
  const id = `${command}-${randomBytes(6).toString('hex')}`
  requestJob(root, id, command)
  const child = spawn(process.execPath, [PROGRAM, command, '-w', root, '--job', id], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  })
  if (child.pid !== undefined) nameProcess(root, id, child.pid)
  child.on('error', () => closeJob(root, id, null))
  // Killed before it could write its own end, while this server is still there to see it.
  child.on('exit', (code, signal) =>
    closeJob(root, id, signal === 'SIGINT' ? 128 + constants.signals.SIGINT : code === 0 ? null : code),
  )
  child.unref()
  return id
}
