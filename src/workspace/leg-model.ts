import { readKerasModel } from '../adapters/keras-file/read.ts'
import { noteOf, writeKerasModel } from '../adapters/keras-file/write.ts'
import type { DrivenLeg } from '../model/distance.ts'
import { InputError } from '../model/input-error.ts'
import type { Month } from '../model/month.ts'
import { nodeFinder } from '../model/node.ts'
import type { Supply } from '../model/supply.ts'
import type { TravelNote } from '../model/travel-note.ts'
import { knownWays } from '../route/leg-time/known-ways.ts'
import { type LegModel, legModelOf } from '../route/leg-time/leg-model.ts'
import { type LegTimes, legTimes } from '../route/leg-time/leg-times.ts'
import { learnLegTimes } from '../route/leg-time/learn.ts'

export const LEG_MODEL_FILE = 'optimization_model.h5'
export const LEG_MODEL_FILES: readonly string[] = [LEG_MODEL_FILE, noteOf(LEG_MODEL_FILE)]

/** TensorFlow.js on this thread, loaded when first needed: most commands never do. */
async function engine() {
  const { startTensorFlow } = await import('../adapters/tensors/backend.ts')
  const { tensorFlowEngine } = await import('../adapters/tensors/engine.ts')
  await startTensorFlow()
  return tensorFlowEngine
}

/**
 * Learns the duration of legs and writes the network to `path` and its note beside it (`.json`); writes nothing where too few legs were driven. A few seconds on this thread.
 * @param path ends in `.h5`
 * @returns what to tell of it
 */
export async function trainLegModel(
  path: string,
  legs: readonly DrivenLeg[],
  supply: Pick<Supply, 'vehicleTypes' | 'depots' | 'points' | 'places'>,
  seed: number,
  cancelled: () => boolean,
): Promise<TravelNote> {
  const { vehicleTypes } = supply
  const learned = learnLegTimes({ legs, vehicleTypes, nodeOf: nodeFinder(supply), seed, cancelled }, await engine())
  if (learned.status === 'too-few') return { code: 'leg-network-too-few', legs: learned.legs, least: learned.least }
  const { topology, weights, note } = learned.model
  await writeKerasModel(path, topology, weights, { ...note })
  const { legs: heldOut, table, network } = note.driven
  return {
    code: 'leg-network',
    legs: heldOut,
    tableMin: table.maeMin,
    tableShare: table.mape,
    networkMin: network.maeMin,
    networkShare: network.mape,
    used: note.used,
  }
}

async function readLegModel(path: string): Promise<LegModel> {
  const reading = await readKerasModel(path)
  if (reading.status === 'refused') throw new InputError('leg-model', { path, reason: reading.code })
  const model = legModelOf(reading.topology, reading.weights, reading.note)
  if (model === undefined) throw new InputError('leg-model', { path, reason: 'other-version' })
  return model
}

/**
 * The times of a trained network in a month, by the ways that were driven before where they were, until they are closed; `undefined` where it does not beat the speed table.
 * @throws InputError `leg-model` where the file was changed, is no network of this program, or is of another version
 */
export async function openLegTimes(
  path: string,
  month: Month,
  legs: readonly DrivenLeg[],
): Promise<{ readonly times: LegTimes; readonly close: () => void } | undefined> {
  const { topology, weights, note } = await readLegModel(path)
  if (!note.used) return undefined
  const network = (await engine()).open(topology, weights)
  return { times: legTimes(note, network, month, knownWays(legs)), close: () => network.close() }
}
