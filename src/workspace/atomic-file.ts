import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { onPath } from './file-error.ts'

/** Writes a file so that a reader or a crash sees the former one or the new one, whole, never a part. */
export async function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  await onPath(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    const draft = `${path}.${process.pid}.part`
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
