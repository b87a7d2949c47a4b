import { readFileSync } from 'node:fs'

/** A process by its id and its start in the system's own count, so that a reused id is not taken for it; null where unknown. */
export interface ProcessMark {
  readonly pid: number
  readonly started: string | null
}

/** Fields 3 and 22 of /proc/PID/stat: state, and clock ticks since boot at which the process started; null where there is no such file. */
function statOf(pid: number): { readonly state: string | undefined; readonly started: string | null } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], started: fields[19] ?? null }
  } catch {
    return null
  }
}

export const markOf = (pid: number): ProcessMark => ({ pid, started: statOf(pid)?.started ?? null })

export function isAlive({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const now = statOf(pid)
  // A zombie has ended; only its parent has not looked yet.
  if (now === null) return true
  return now.state !== 'Z' && (started === null || now.started === started)
}
