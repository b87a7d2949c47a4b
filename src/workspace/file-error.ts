import { InputError } from '../model/input-error.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** What the operating system refused, as something a person can mend; anything else is thrown on. */
export function fileError(error: unknown, path: string): unknown {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new InputError('not-writable', { path })
    case 'ENOSPC':
    case 'EDQUOT':
      return new InputError('disk-full', { path })
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENOENT':
      return new InputError('not-readable', { path })
    default:
      return error
  }
}

/** Runs file work on a path and names the path when the system refuses. */
export async function onPath<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw fileError(error, path)
  }
}
