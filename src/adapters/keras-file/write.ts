import { readFile, writeFile } from 'node:fs/promises'
import type { File, Group } from 'h5wasm/node'
import type { Layer, Topology, Weight } from '../../kernel/network/topology.ts'
import { sha256 } from '../hash.ts'
import { kerasConfig } from './config.ts'
import { groupFor, writeTo } from './hdf5.ts'
import { kerasOrder } from './layer-order.ts'

/** Keras 3 loads this form; a file without a version is taken for Keras 1, whose weights lay otherwise. */
const KERAS_VERSION = '2.15.0'
/** HDF5 keeps an attribute in the object's header, which ends at 64 kB. */
const HEADER_BYTES = 60_000

/** The file beside a model that says what it is for. */
export const noteOf = (path: string): string => path.replace(/\.h5$/, '.json')

function list(group: Group, key: string, names: readonly string[]): void {
  const bytes = Math.max(...names.map((name) => Buffer.byteLength(name)))
  const fit = Math.floor(HEADER_BYTES / bytes)
  for (let part = 0; part * fit < names.length; part++) {
    const some = names.slice(part * fit, (part + 1) * fit)
    group.create_attribute(names.length > fit ? `${key}${part}` : key, some, [some.length], `S${bytes}`)
  }
}

function version(group: Group): void {
  group.create_attribute('keras_version', KERAS_VERSION)
  group.create_attribute('backend', 'tensorflow')
}

function layerGroup(root: Group, { name }: Layer, weights: readonly Weight[]): void {
  const group = root.create_group(name)
  if (weights.length === 0) return
  const paths = weights.map((w) => `${w.name}:0`)
  list(group, 'weight_names', paths)
  weights.forEach(({ shape, values }, i) => {
    const path = (paths[i] ?? '').split('/')
    const holder = groupFor(group, path.slice(0, -1))
    holder.create_dataset({ name: path.at(-1) ?? '', data: values, shape: [...shape], dtype: '<f4' })
  })
}

function fill(file: File, topology: Topology, weights: readonly Weight[]): void {
  version(file)
  file.create_attribute('model_config', JSON.stringify(kerasConfig(topology)))
  const ordered = kerasOrder(topology)
  const root = file.create_group('model_weights')
  version(root)
  list(
    root,
    'layer_names',
    ordered.map((layer) => layer.name),
  )
  for (const layer of ordered)
    layerGroup(
      root,
      layer,
      weights.filter((w) => w.name.startsWith(`${layer.name}/`)),
    )
}

/**
 * A Keras model, `<name>.h5`, and beside it `<name>.json`: the note with the SHA-256 of the model. Same network, same bytes.
 * @param note what the network is for, as JSON
 * @returns the SHA-256 of the model
 */
export async function writeKerasModel(
  path: string,
  topology: Topology,
  weights: readonly Weight[],
  note: Readonly<Record<string, unknown>>,
): Promise<string> {
  await writeTo(path, (file) => fill(file, topology, weights))
  const hash = sha256(await readFile(path))
  await writeFile(noteOf(path), `${JSON.stringify({ ...note, sha256: hash }, null, 2)}\n`)
  return hash
}
