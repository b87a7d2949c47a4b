import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import { InputError } from '../model/input-error.ts'
import { fileError } from './file-error.ts'
import { JOBS_FOLDER, SETTINGS_FILE, within } from './layout.ts'
import { markOf } from './process.ts'

/** The file in which a command tells its progress to whoever started it; its last line holds the exit code. */
export interface Job {
  append(event: object): void
  /** An empty file of this path asks for the best found so far. */
  readonly best: string
}

/**
 * @param id letters, digits, `-` and `_`
 * @param command what it runs, for those who list it
 * @throws InputError `arguments`, `no-workspace`
 */
export function openJob(root: string, id: string, command: string): Job {
  if (!/^[\w-]{1,64}$/.test(id)) throw new InputError('arguments', { flag: '--job', value: id })
  if (!existsSync(within(root, SETTINGS_FILE))) throw new InputError('no-workspace', { path: root })
  const folder = within(root, JOBS_FOLDER)
  const path = `${folder}/${id}.ndjson`
  const append = (event: object): void => {
    try {
      mkdirSync(folder, { recursive: true })
      appendFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`)
    } catch (error) {
      throw fileError(error, path)
    }
  }
  append({ kind: 'started', command, ...markOf(process.pid) })
  return { append, best: `${folder}/${id}.best` }
}
