import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Codecs, type Source, UnreadableBytes } from '../ingest/source.ts'

const errorCode = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : String(error)
}

/** zlib reports an early end as `Z_BUF_ERROR`; any other of its codes means that the bytes contradict themselves. */
function ofGzip(error: unknown): unknown {
  const code = errorCode(error)
  if (error instanceof UnreadableBytes || !/^(Z_|ERR_)/.test(code)) return error
  return new UnreadableBytes(code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged', code)
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(bytes, { objectMode: false })
  const output = createGunzip({ chunkSize: 65_536 })
  input.on('error', (error) => output.destroy(error))
  try {
    for await (const chunk of input.pipe(output)) yield chunk as Uint8Array
  } catch (error) {
    throw ofGzip(error)
  } finally {
    input.destroy()
    output.destroy()
  }
}

/** Decoders, gzip and hash of Node. */
export const nodeCodecs: Codecs = {
  decoder(encoding) {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    return { decode: (bytes, last) => decoder.decode(bytes, { stream: !last }) }
  },
  gunzip,
  sha256() {
    const hash = createHash('sha256')
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') }
  },
}

/**
 * A file below a folder.
 * @param name relative path with `/`
 * @throws {@link UnreadableBytes} while it is read, also when there is no such file
 */
export async function fileSource(root: string, name: string): Promise<Source> {
  const path = join(root, ...name.split('/'))
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  return {
    name,
    bytes: size,
    async *open() {
      try {
        for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) yield chunk as Uint8Array
      } catch (error) {
        throw new UnreadableBytes('not-readable', errorCode(error))
      }
    },
  }
}
