import { readFile as readText } from 'node:fs/promises'
import { z } from 'zod'
import { readKerasModel } from '../adapters/keras-file/read.ts'
import { noteOf, writeKerasModel } from '../adapters/keras-file/write.ts'
import { sha256 } from '../adapters/hash.ts'
import { bytesOf } from '../forecast/network/covariates.ts'
import { inputNames } from '../forecast/network/input-names.ts'
import { joined, partOf } from '../forecast/network/parts.ts'
import type { ProductModel, TrainingTask } from '../forecast/network/product-networks.ts'
import { InputError } from '../model/input-error.ts'
import { formatMonth, parseMonth, type Month } from '../model/month.ts'
import { fitsNote } from './network-shape.ts'

/** Raised whenever networks of the same task come out otherwise, or their files are read otherwise. */
const VERSION = 2
const FORMAT = `chasqui-demand/${VERSION}`

/** The networks in use, for Keras and for us. */
export const MODEL_FILE = 'demand_prediction_model.h5'
export const MODEL_NOTE = noteOf(MODEL_FILE)
/** Those that stand for them in the backtest. */
export const PAST_FILE = 'past_networks.h5'
export const DEMAND_MODEL_FILES: readonly string[] = [MODEL_FILE, noteOf(MODEL_FILE), PAST_FILE, noteOf(PAST_FILE)]

const month = z.codec(z.string().regex(/^\d{4}-\d{2}$/), z.custom<Month>(), {
  decode: (text) => parseMonth(text) as Month,
  encode: formatMonth,
})
const settings = z.object({
  architecture: z.enum(['residual', 'pooled']),
  lags: z.int().positive(),
  width: z.int().positive(),
  blocks: z.int().positive(),
  epochs: z.int().positive(),
  batch: z.int().positive(),
  learningRate: z.number(),
  dropout: z.number(),
  seeds: z.int().positive(),
})
const numbers = z.array(z.number()).readonly()
const vintage = z.object({
  /** Of its layers. */
  prefix: z.string(),
  /** Its last layer, without the prefix. */
  output: z.string(),
  before: month,
  quantum: z.number().positive(),
  best: z.int(),
  losses: z.array(z.object({ epoch: z.int(), training: z.number(), validation: z.number() })).readonly(),
})
const product = z.object({
  product: z.string(),
  head: z.enum(['count', 'hurdle', 'quantile']),
  horizon: z.int().positive(),
  settings,
  scale: z.object({ mean: numbers, deviation: numbers }),
  /** Covariates by name, in the order in which they are read. */
  pastOnly: z.object({ names: z.array(z.string()).readonly(), mean: numbers, deviation: numbers }),
  knownAhead: z.object({ names: z.array(z.string()).readonly(), mean: numbers, deviation: numbers }),
  /** Of what it was trained on. */
  task: z.string(),
  vintages: z.array(vintage).readonly(),
})
const note = z.object({ format: z.literal(FORMAT), products: z.array(product).readonly() })
export type NoteProduct = z.infer<typeof product>

/** Networks of a product and the hash of what they were trained on. */
export interface StoredModel {
  readonly model: ProductModel
  readonly task: string
}

/** The same task gives the same networks, but for the ones they begin with. */
export function taskHash({ product: name, scales, input }: TrainingTask): string {
  const { group, first, statics, past, ahead, end, plan, horizon, head, settings: own, seed } = input
  const bytes = (values: Float64Array = new Float64Array()): string =>
    sha256(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  const told = [past, ahead].map((of) => of && sha256(bytesOf(of)))
  return sha256(
    JSON.stringify([
      VERSION,
      name,
      scales,
      bytes(group.values),
      group.rows,
      first,
      bytes(statics),
      told,
      end,
      plan,
      horizon,
      head,
      own,
      seed,
    ]),
  )
}

const entryOf = ({ model, task }: StoredModel, p: number, ages: readonly number[]): NoteProduct => {
  const { product: name, head, horizon, settings: own, scale, pastOnly, knownAhead, vintages } = model
  const written = ages.map((age) => {
    const { before, quantum, network } = vintages[age] ?? neverMissing()
    const { topology, best, losses } = network
    return { prefix: prefixOf(p, age), output: topology.output, before, quantum, best, losses }
  })
  const scales = { scale, pastOnly, knownAhead }
  return { product: name, head, horizon, settings: own, ...scales, task, vintages: written }
}

const prefixOf = (p: number, age: number): string => (age === 0 ? `p${p + 1}_` : `p${p + 1}_past${age}_`)
const neverMissing = (): never => {
  throw new Error('a vintage that is not there')
}

/**
 * What the note beside a Keras file says of its networks, without their weights.
 * @param path of the note
 * @returns `undefined` where it is of another version
 */
export async function readModelNote(path: string): Promise<readonly NoteProduct[] | undefined> {
  const parsed = note.safeDecode(JSON.parse(await readText(path, 'utf8')) as z.input<typeof note>)
  return parsed.success ? parsed.data.products : undefined
}

/** Two Keras files, each with its note: the networks in use, and those of the past. Nothing where there are none. */
export async function writeDemandModel(
  pathOf: (name: string) => string,
  stored: readonly StoredModel[],
): Promise<void> {
  const ages = Math.max(0, ...stored.map(({ model }) => model.vintages.length))
  const past = Array.from({ length: ages - 1 }, (_, i) => i + 1)
  for (const [file, own] of [
    [MODEL_FILE, [0]],
    [PAST_FILE, past],
  ] as const) {
    const parts = stored.flatMap(({ model }, p) =>
      own.map((age) => ({ prefix: prefixOf(p, age), network: (model.vintages[age] ?? neverMissing()).network })),
    )
    if (parts.length === 0) continue
    const { topology, weights } = joined('demand', parts)
    const entries = stored.map((model, p) => entryOf(model, p, own))
    const encoded = z.encode(note, { format: FORMAT, products: entries })
    // For other programs: this one knows what it writes.
    const products = encoded.products.map((entry) => ({
      ...entry,
      inputs: inputNames(entry.head, entry.settings.lags, entry.horizon, entry),
    }))
    await writeKerasModel(pathOf(file), topology, weights, { ...encoded, products })
  }
}

/**
 * Networks of one file.
 * @throws InputError `demand-model` where the file is not as it was written, or of another version
 */
export async function readNetworks(path: string): Promise<readonly StoredModel[]> {
  const refuse = (reason: string): InputError => new InputError('demand-model', { path, reason })
  const reading = await readKerasModel(path)
  if (reading.status === 'refused') throw refuse(reading.code)
  if (reading.note === undefined) throw refuse('no-note')
  const parsed = note.safeDecode(reading.note as z.input<typeof note>)
  if (!parsed.success) throw refuse('other-version')
  return parsed.data.products.map(({ vintages, task, ...model }) => ({
    task,
    model: {
      ...model,
      vintages: vintages.map(({ prefix, output, before, quantum, best, losses }) => {
        const part = partOf(reading, prefix, output)
        if (part === undefined) throw refuse('unknown-network')
        if (!fitsNote(part.topology, model)) throw refuse('wrong-shape')
        return { before, quantum, network: { ...part, best, losses } }
      }),
    },
  }))
}

/**
 * The networks in use with those of the past.
 * @param past path of their file
 * @throws InputError `demand-model`
 */
export async function readDemandModel(path: string, past: string): Promise<readonly StoredModel[]> {
  const now = await readNetworks(path)
  const then = await readNetworks(past)
  return now.map(({ model, task }) => {
    const former = then.find((stored) => stored.model.product === model.product)?.model.vintages ?? []
    return { task, model: { ...model, vintages: [...model.vintages, ...former] } }
  })
}
