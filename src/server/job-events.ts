import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { jobPath, readJob } from '../workspace/jobs.ts'

const POLL_MS = 250
const HEARTBEAT_MS = 15_000

/** Whole lines of a file as they come. */
function follower(path: string): () => Promise<readonly string[]> {
  let at = 0
  let rest = Buffer.alloc(0)
  return async () => {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, size - at)), 0, Math.max(0, size - at), at)
      at += bytesRead
      const text = Buffer.concat([rest, buffer.subarray(0, bytesRead)])
      const end = text.lastIndexOf(10) + 1
      rest = Buffer.from(text.subarray(end))
      return end === 0 ? [] : text.toString('utf8', 0, end - 1).split('\n')
    } finally {
      await file.close()
    }
  }
}

/**
 * Sends each line of a job's file as one server-sent event, its id the number of the line, until the job is over.
 * @param after the last line that the client has
 */
export async function sendJobEvents(raw: ServerResponse, root: string, id: string, after: number): Promise<void> {
  const read = follower(jobPath(root, id))
  let line = 0
  let beat = Date.now()
  while (!raw.destroyed && !raw.writableEnded) {
    for (const text of await read()) {
      line++
      if (line > after) raw.write(`id: ${line}\ndata: ${text}\n\n`)
    }
    // Looked at after the lines were read: what it wrote in between comes with the next look.
    const over = readJob(root, id)?.state !== 'running'
    const left = over ? await read() : []
    for (const text of left) {
      line++
      if (line > after) raw.write(`id: ${line}\ndata: ${text}\n\n`)
    }
    if (over) {
      // The file may not say so: a client need not wait for more.
      raw.write('event: over\ndata: {}\n\n')
      raw.end()
      return
    }
    if (Date.now() - beat > HEARTBEAT_MS) {
      raw.write(':\n\n')
      beat = Date.now()
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
