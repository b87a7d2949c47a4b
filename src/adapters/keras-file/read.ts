import { readFile, stat } from 'node:fs/promises'
import { Dataset, type File, Group } from 'h5wasm/node'
import { shapesOf, sizeOf, type Topology, type Weight, weightsOf } from '../../kernel/network/topology.ts'
import { sha256 } from '../hash.ts'
import { listAttribute, lookUp, textAttribute, readFrom } from './hdf5.ts'
import { topologyFrom, UnknownConfig } from './read-config.ts'
import { noteOf } from './write.ts'

type ModelRefusal =
  | 'not-readable'
  | 'too-large'
  /** The note beside it has another hash. */
  | 'changed'
  /** The note beside it is no JSON object with a hash. */
  | 'damaged-note'
  /** No HDF5 file, or one that contradicts itself. */
  | 'damaged'
  /** A Keras model with a layer, setting or shape that is not computed here. */
  | 'unknown-network'
  /** Weights are missing, of another shape or not finite. */
  | 'wrong-weights'

export type ModelReading =
  | {
      readonly status: 'read'
      readonly topology: Topology
      readonly weights: readonly Weight[]
      /** From the file beside it, without its hash; a model from elsewhere may have none. */
      readonly note: Readonly<Record<string, unknown>> | undefined
      readonly sha256: string
    }
  | { readonly status: 'refused'; readonly code: ModelRefusal; readonly detail: string }

const LARGEST = 256 * 1024 * 1024

const refused = (code: ModelRefusal, detail: unknown) =>
  ({ status: 'refused', code, detail: detail instanceof Error ? detail.message : String(detail) }) as const

/** A model of ours, or one of layers we know that Keras 2 or 3 saved as `.h5`. */
export async function readKerasModel(path: string): Promise<ModelReading> {
  const bytes = await bytesOf(path)
  if ('status' in bytes) return bytes
  const hash = sha256(bytes)
  const note = await noteBeside(path)
  if (note === 'damaged') return refused('damaged-note', noteOf(path))
  if (note !== undefined && note['sha256'] !== hash) return refused('changed', note['sha256'])
  if (bytes.subarray(0, 4).toString('latin1') !== '\x89HDF') return refused('damaged', 'no HDF5 signature')
  try {
    const { topology, weights } = await readFrom(path, (file) => contents(file, bytes.length))
    const { sha256: _, ...rest } = note ?? {}
    return { status: 'read', topology, weights, note: note && rest, sha256: hash }
  } catch (error) {
    // The HDF5 library, on a damaged file, throws whatever it meets.
    if (error instanceof UnknownConfig) return refused('unknown-network', error)
    return error instanceof WrongWeights ? refused('wrong-weights', error) : refused('damaged', error)
  }
}

class WrongWeights extends Error {}

async function bytesOf(path: string): Promise<Buffer | ModelReading> {
  try {
    const { size } = await stat(path)
    return size > LARGEST ? refused('too-large', size) : await readFile(path)
  } catch (error) {
    return refused('not-readable', error)
  }
}

async function noteBeside(path: string): Promise<Readonly<Record<string, unknown>> | undefined | 'damaged'> {
  let text: string
  try {
    text = await readFile(noteOf(path), 'utf8')
  } catch {
    return undefined
  }
  try {
    const note: unknown = JSON.parse(text)
    if (typeof note !== 'object' || note === null || !('sha256' in note)) return 'damaged'
    return { ...note }
  } catch {
    return 'damaged'
  }
}

function contents(file: File, bytes: number): { readonly topology: Topology; readonly weights: readonly Weight[] } {
  const config = textAttribute(file, 'model_config')
  if (config === undefined) throw new UnknownConfig('no model_config: these are weights alone, or no Keras model')
  const topology = topologyFrom(JSON.parse(config))
  const shapes = shapesOf(topology)
  if ('fault' in shapes) throw new UnknownConfig(shapes.fault)
  const root = lookUp(file, ['model_weights'])
  if (!(root instanceof Group)) throw new WrongWeights('no model_weights')
  const listed = new Set(listAttribute(root, 'layer_names'))
  const weights = topology.layers.flatMap((layer) => {
    const expected = weightsOf(layer, shapes.of.get(layer.from[0] ?? '') ?? [])
    if (expected.length === 0) return []
    const group = listed.has(layer.name) ? lookUp(root, [layer.name]) : undefined
    if (!(group instanceof Group)) throw new WrongWeights(`none of ${layer.name}`)
    // Loading goes by order: the names only say where the numbers lie.
    const paths = listAttribute(group, 'weight_names')
    if (paths.length !== expected.length) throw new WrongWeights(`${paths.length} of ${layer.name}`)
    return expected.map(({ name, shape }, i) => ({ name, shape, values: numbers(group, paths[i] ?? '', shape, bytes) }))
  })
  return { topology, weights }
}

/** @param bytes size of the file: what is larger cannot lie in it uncompressed */
function numbers(group: Group, path: string, shape: readonly number[], bytes: number): Float32Array {
  const data = lookUp(group, path.split('/'))
  if (!(data instanceof Dataset) || data.dtype !== '<f' || data.shape?.join() !== shape.join())
    throw new WrongWeights(`${path} is not float32 ${shape.join(' × ')}`)
  if (sizeOf(shape) * 4 > bytes) throw new WrongWeights(`${path} is larger than the file`)
  const { value } = data
  if (!(value instanceof Float32Array) || !value.every(Number.isFinite)) throw new WrongWeights(`${path} is not finite`)
  return value
}
