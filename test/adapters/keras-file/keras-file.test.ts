import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { File } from 'h5wasm/node'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type ModelReading, readKerasModel } from '../../../src/adapters/keras-file/read.ts'
import { writeKerasModel } from '../../../src/adapters/keras-file/write.ts'
import { anyWeights, NETWORKS, scratch } from './networks.ts'

const [network = NETWORKS[0]!] = NETWORKS
const folder = scratch()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string): string => join(folder, `${name}.h5`)
const codeOf = (reading: ModelReading): string => (reading.status === 'read' ? 'read' : reading.code)

for (const topology of NETWORKS)
  test(`${topology.name}: what is written is read back, number for number`, async () => {
    const weights = anyWeights(topology)
    const sha256 = await writeKerasModel(file(topology.name), topology, weights, { head: 'count', lags: 12 })
    expect(await readKerasModel(file(topology.name))).toEqual({
      status: 'read',
      topology,
      weights,
      note: { head: 'count', lags: 12 },
      sha256,
    })
  })

test('A network of 2,000 layers, whose names do not fit one attribute, is read back', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => `a_layer_with_a_rather_long_name_${i}`)
  const topology = {
    name: 'long',
    layers: [
      { kind: 'InputLayer', name: 'x', from: [], shape: [2] },
      ...many.map((name, i) => ({ kind: 'Flatten', name, from: [many[i - 1] ?? 'x'] }) as const),
      { kind: 'Dense', name: 'y', from: [many.at(-1) ?? ''], units: 1, activation: 'tanh', start: 'glorot' },
    ],
    output: 'y',
  } as const
  await writeKerasModel(file('long'), topology, anyWeights(topology), {})
  expect(await readKerasModel(file('long'))).toMatchObject({ status: 'read', topology })
})

test('The same network gives the same bytes a second later', async () => {
  const weights = anyWeights(network)
  const first = await writeKerasModel(file('first'), network, weights, {})
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect(await writeKerasModel(file('second'), network, weights, {})).toBe(first)
})

test('One changed bit is a refusal where the note tells the hash', async () => {
  await writeKerasModel(file('bit'), network, anyWeights(network), {})
  const bytes = readFileSync(file('bit'))
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(file('bit'), bytes)
  expect(codeOf(await readKerasModel(file('bit')))).toBe('changed')
})

test('A note that is no JSON, or without a hash, is a refusal; without a note the model is read and has none', async () => {
  await writeKerasModel(file('note'), network, anyWeights(network), {})
  for (const text of ['{', '[]', '7', 'null', '{}']) {
    writeFileSync(join(folder, 'note.json'), text)
    expect(codeOf(await readKerasModel(file('note')))).toBe('damaged-note')
  }
  writeFileSync(file('alone'), readFileSync(file('note')))
  expect(await readKerasModel(file('alone'))).toMatchObject({ status: 'read', note: undefined })
})

test('What is not there, is a folder, is empty or no HDF5 is a refusal', async () => {
  expect(codeOf(await readKerasModel(file('absent')))).toBe('not-readable')
  mkdirSync(file('folder'))
  expect(codeOf(await readKerasModel(file('folder')))).toBe('not-readable')
  for (const [name, bytes] of [
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('series,period,quantity\n')],
    ['signature', Buffer.from('\x89HDF\r\n\x1a\n', 'latin1')],
  ] as const) {
    writeFileSync(file(name), bytes)
    expect(codeOf(await readKerasModel(file(name)))).toBe('damaged')
  }
})

/** Our file with its config replaced. */
async function withConfig(change: (config: string) => string): Promise<ModelReading> {
  await writeKerasModel(file('base'), network, anyWeights(network), {})
  writeFileSync(file('foreign'), readFileSync(file('base')))
  const f = new File(file('foreign'), 'a')
  const config = f.attrs['model_config']!.value as string
  f.delete_attribute('model_config')
  f.create_attribute('model_config', change(config))
  f.close()
  return readKerasModel(file('foreign'))
}

test.each([
  ['a layer we do not compute', '"class_name":"Dropout"', '"class_name":"LSTM"', 'unknown-network'],
  ['an activation we do not compute', '"activation":"relu"', '"activation":"gelu"', 'unknown-network'],
  ['a dense layer without bias', '"use_bias":true', '"use_bias":false', 'unknown-network'],
  ['double precision', '"dtype":"float32"', '"dtype":"float64"', 'unknown-network'],
  ['a sequential model', '"class_name":"Functional"', '"class_name":"Sequential"', 'unknown-network'],
  ['a layer that reads one that is not there', '["enter",0,0,{}]', '["exit",0,0,{}]', 'unknown-network'],
  ['a layer of a billion units', '"units":8', '"units":1000000000', 'unknown-network'],
  ['a layer of other width than its weights', '"units":6', '"units":7', 'wrong-weights'],
  ['config that is no JSON', '{', '', 'damaged'],
] as const)('Refused: %s', async (_, from, to, code) => {
  const reading = await withConfig((config) => {
    expect(config).toContain(from)
    return config.replaceAll(from, to)
  })
  expect(codeOf(reading)).toBe(code)
})

test('A link to another file is not followed', async () => {
  await writeKerasModel(file('target'), network, anyWeights(network), {})
  const source = new File(file('target'), 'r')
  const f = new File(file('linked'), 'w')
  f.create_attribute('model_config', source.attrs['model_config']!.value as string)
  f.create_external_link(file('target'), '/model_weights', 'model_weights')
  f.close()
  source.close()
  expect(codeOf(await readKerasModel(file('linked')))).toBe('wrong-weights')
})

test('Weights that are not finite are a refusal', async () => {
  const weights = anyWeights(network).map((w) => ({ ...w, values: w.values.map((v, i) => (i === 0 ? Number.NaN : v)) }))
  await writeKerasModel(file('nan'), network, weights, {})
  expect(codeOf(await readKerasModel(file('nan')))).toBe('wrong-weights')
})

test('Whatever bytes are changed or cut off, reading ends in a network or in a refusal', async () => {
  await writeKerasModel(file('whole'), network, anyWeights(network), {})
  const whole = readFileSync(file('whole'))
  const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), fc.nat(4), async (changes, cut) => {
      const bytes = Buffer.from(whole)
      for (const { at, to } of changes) bytes[at] = to
      const length = cut === 0 ? changes[0]!.at : whole.length
      writeFileSync(file('fuzz'), bytes.subarray(0, length))
      expect(['read', 'damaged', 'unknown-network', 'wrong-weights']).toContain(
        codeOf(await readKerasModel(file('fuzz'))),
      )
    }),
    { numRuns: 400, seed: 1 },
  )
  expect(codeOf(await readKerasModel(file('whole')))).toBe('read')
})
