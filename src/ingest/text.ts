import { containerOf } from './container.ts'
import type { Codecs, Encoding, Source } from './source.ts'

/** How the bytes of a file become text. */
export interface TextForm {
  readonly gzip: boolean
  readonly encoding: Encoding
}

export interface Watch {
  readonly read: (bytes: number) => void
  readonly cancelled: () => boolean
}

const HEAD = 4096

async function* tap(chunks: AsyncIterable<Uint8Array>, on: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    on(chunk)
    yield chunk
  }
}

/** The first bytes, and all of them again. */
async function peek(chunks: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const taken: Uint8Array[] = []
  let length = 0
  while (length < HEAD) {
    const next = await iterator.next()
    if (next.done === true) break
    taken.push(next.value)
    length += next.value.length
  }
  const head = new Uint8Array(Math.min(length, HEAD))
  let at = 0
  for (const chunk of taken) {
    head.set(chunk.subarray(0, HEAD - at), at)
    at = Math.min(HEAD, at + chunk.length)
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* taken
    for (;;) {
      const next = await iterator.next()
      if (next.done === true) return
      yield next.value
    }
  }
  return { head, all: all() }
}

export type Opened =
  | {
      readonly readable: true
      readonly gzip: boolean
      readonly container: 'text' | 'utf-16le' | 'utf-16be'
      readonly bytes: AsyncIterable<Uint8Array>
    }
  | { readonly readable: false; readonly code: 'empty' | 'zip' | 'spreadsheet' | 'pdf' | 'binary' }

/** Opens a file by what its first bytes are; a gzip file by what is inside it. */
export async function openBytes(source: Source, codecs: Codecs, onRaw: (bytes: Uint8Array) => void): Promise<Opened> {
  const outer = await peek(tap(source.open(), onRaw))
  const gzip = containerOf(outer.head) === 'gzip'
  const inner = gzip ? await peek(codecs.gunzip(outer.all)) : outer
  const container = containerOf(inner.head)
  if (container === 'gzip') return { readable: false, code: 'binary' }
  if (container === 'text' || container === 'utf-16le' || container === 'utf-16be')
    return { readable: true, gzip, container, bytes: inner.all }
  return { readable: false, code: container }
}

/** Reads the text of a file from its start; `onText` returns `false` to stop. */
export async function readText(
  source: Source,
  codecs: Codecs,
  form: TextForm,
  watch: Watch,
  onText: (text: string) => boolean,
): Promise<void> {
  const raw = tap(source.open(), (bytes) => watch.read(bytes.length))
  const decoder = codecs.decoder(form.encoding)
  for await (const chunk of form.gzip ? codecs.gunzip(raw) : raw)
    if (watch.cancelled() || !onText(decoder.decode(chunk, false))) return
  onText(decoder.decode(new Uint8Array(0), true))
}
