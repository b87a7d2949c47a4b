import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { onPath } from './file-error.ts'

/** Where a file is made before it is put in place: one name per file, so that what a crash leaves is overwritten by the next writing. */
export const draftOf = (path: string): string => `${path}.part`

/** Writes a file so that a reader or a crash sees the former one or the new one, whole, never a part. One writer at a time: the lock's holder. */
export async function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  await onPath(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    const draft = draftOf(path)
    const file = await open(draft, 'w')
    try {
      await file.writeFile(data)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    await syncFolder(dirname(path))
  })
}

/** Makes a rename in a folder survive a power cut, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
