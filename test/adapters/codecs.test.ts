import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { fileSource, nodeCodecs } from '../../src/adapters/codecs.ts'
import { UnreadableBytes } from '../../src/ingest/source.ts'

const folder = await mkdtemp(join(tmpdir(), 'codecs-'))
afterAll(() => rm(folder, { recursive: true }))

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString('utf8')
}

const text = 'Ñahuimpuquio;Huánuco\n'.repeat(20_000)

test('gzip is unpacked whatever the pieces it comes in, and two members are one text', async () => {
  const packed = gzipSync(text)
  expect(await collect(nodeCodecs.gunzip(pieces(packed, 7)))).toBe(text)
  expect(await collect(nodeCodecs.gunzip(pieces(Buffer.concat([packed, packed]), 1000)))).toBe(text + text)
})

test('gzip that ends too early or contradicts itself is unreadable, each by its own code', async () => {
  const packed = gzipSync(text)
  const unpack = (bytes: Uint8Array) => collect(nodeCodecs.gunzip(pieces(bytes, 64)))
  await expect(unpack(packed.subarray(0, packed.length - 20))).rejects.toMatchObject({ code: 'truncated' })
  const flipped = Buffer.from(packed)
  flipped[packed.length - 5] = (flipped[packed.length - 5] ?? 0) ^ 0xff
  await expect(unpack(flipped)).rejects.toMatchObject({ code: 'damaged' })
  await expect(unpack(flipped)).rejects.toBeInstanceOf(UnreadableBytes)
})

test('an error of the source itself comes through unchanged', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield gzipSync(text).subarray(0, 50)
    throw new UnreadableBytes('not-readable', 'EIO')
  }
  await expect(collect(nodeCodecs.gunzip(broken()))).rejects.toMatchObject({ code: 'not-readable', detail: 'EIO' })
})

test('a character cut in two between pieces is whole again; the byte order mark is kept', () => {
  const decoder = nodeCodecs.decoder('utf-8')
  const bytes = new TextEncoder().encode('\uFEFFñ')
  const read =
    [...bytes].map((b) => decoder.decode(Uint8Array.of(b), false)).join('') + decoder.decode(new Uint8Array(0), true)
  expect(read).toBe('\uFEFFñ')
  expect(nodeCodecs.decoder('windows-1252').decode(Uint8Array.of(0xd1, 0x80), true)).toBe('Ñ€')
  expect(nodeCodecs.decoder('utf-16be').decode(Uint8Array.of(0, 0x41), true)).toBe('A')
})

test('the hash is SHA-256 of all pieces together', () => {
  const hash = nodeCodecs.sha256()
  hash.update(Uint8Array.of(0x61, 0x62))
  hash.update(Uint8Array.of(0x63))
  // FIPS 180-4, example "abc".
  expect(hash.hex()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('a file below a folder is a source that can be read twice', async () => {
  await writeFile(join(folder, 'a.csv'), 'a,b\n')
  const source = await fileSource(folder, 'a.csv')
  expect([source.name, source.bytes]).toEqual(['a.csv', 4])
  expect([await collect(source.open()), await collect(source.open())]).toEqual(['a,b\n', 'a,b\n'])
})

test('a file that vanished is unreadable with the code of the system', async () => {
  await writeFile(join(folder, 'gone.csv'), 'a,b\n')
  const source = await fileSource(folder, 'gone.csv')
  await rm(join(folder, 'gone.csv'))
  await expect(collect(source.open())).rejects.toMatchObject({ code: 'not-readable', detail: 'ENOENT' })
})
