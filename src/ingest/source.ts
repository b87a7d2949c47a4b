export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** A file that can be read more than once. */
export interface Source {
  /** Relative path with `/` between folders. */
  readonly name: string
  readonly bytes: number
  open(): AsyncIterable<Uint8Array>
}

/** What bytes need and the language itself does not have. */
export interface Codecs {
  /** Never throws: bytes that fit no character become U+FFFD. `last` closes a character cut in two. The byte order mark is kept. */
  decoder(encoding: Encoding): { decode(bytes: Uint8Array, last: boolean): string }
  /** @throws {UnreadableBytes} while it is read */
  gunzip(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  sha256(): { update(bytes: Uint8Array): void; hex(): string }
}

/** Thrown by a {@link Source} or {@link Codecs} while bytes are read; `ingest` makes a refusal of it. */
export class UnreadableBytes extends Error {
  readonly code: 'truncated' | 'damaged' | 'not-readable'
  readonly detail: string

  constructor(code: UnreadableBytes['code'], detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'UnreadableBytes'
    this.code = code
    this.detail = detail
  }
}
