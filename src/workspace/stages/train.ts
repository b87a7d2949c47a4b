import { noteOf } from '../../adapters/keras-file/write.ts'
import { withNetworks } from '../../adapters/tensors/networks.ts'
import { countAbove, disasterCap } from '../../forecast/disasters.ts'
import { defaultWindow } from '../../forecast/forecast.ts'
import { trainingTasks, trainProduct } from '../../forecast/network/product-networks.ts'
import { toldAlike } from '../../forecast/network/surroundings.ts'
import type { ForecastNote } from '../../model/forecast-note.ts'
import { month } from '../../model/month.ts'
import type { TravelNote } from '../../model/travel-note.ts'
import { writeAtomically } from '../atomic-file.ts'
import {
  MODEL_FILE,
  PAST_FILE,
  readDemandModel,
  type StoredModel,
  taskHash,
  writeDemandModel,
} from '../demand-model.ts'
import { LEG_MODEL_FILE, trainLegModel } from '../leg-model.ts'
import type { Stage, StageContext } from '../stage.ts'
import { readDemand } from '../tables/facts.ts'
import { readSurroundings } from '../tables/surroundings.ts'
import { readSupply, SUPPLY_FILES } from '../tables/read-supply.ts'
import { readTable } from '../tables/table.ts'
import { writeTraining } from '../training-files.ts'
import { DRIVEN_LEGS } from '../tables/transport.ts'

/** The networks that it writes, each with its note. */
export const MODEL_FILES: readonly string[] = [MODEL_FILE, PAST_FILE, LEG_MODEL_FILE].flatMap((file) => [
  file,
  noteOf(file),
])

/** Networks of before, where they can still be read: what is damaged or of another version is trained anew. */
async function formerModels(former: StageContext['former']): Promise<readonly StoredModel[]> {
  const [path, past] = [former(MODEL_FILE), former(PAST_FILE)]
  if (path === undefined || past === undefined) return []
  return readDemandModel(path, past).catch(() => [])
}

/** Share of the work that the networks of demand are. */
const DEMAND = 0.95

/**
 * Demand → networks of each product; legs driven → the network of their duration. Networks begin where the last ones ended if they are told
 * the same; a product of which nothing changed keeps its own.
 */
export const trainStage: Stage = {
  name: 'train',
  version: 3,
  reads: { import: [...SUPPLY_FILES, 'legs.parquet'], prepare: ['demand.parquet', 'covariates.parquet'] },
  alone: true,
  settings: (s, p) => [s.from, s.months, s.seed, p],
  files: async () => [],
  run: async ({ settings, params, input, former, output, progress, enough }) => {
    const panel = await readDemand(input('prepare', 'demand.parquet'))
    const surroundings = await readSurroundings(input)
    const known = defaultWindow(panel, settings) ?? { from: month(0), months: 0 }
    const window = { ...known, origins: params.backtest.origins }
    const before = await formerModels(former)
    const tasks = trainingTasks({ panel, window, surroundings, params: params.train, seed: settings.seed })

    const epochs = tasks.reduce((sum, { input: own }) => sum + own.settings.epochs * (own.settings.seeds + 2), 0)
    let done = 0
    const notes: (ForecastNote | TravelNote)[] = []
    const trained = await withNetworks((threads) =>
      Promise.all(
        tasks.map(async (task): Promise<StoredModel | undefined> => {
          const { product } = task
          const hash = taskHash(task)
          const old = before.find(({ model }) => model.product === product)
          if (old?.task === hash) return old
          const follows = old !== undefined && toldAlike(old.model, task.scales)
          const begun = follows ? { ...task, input: { ...task.input, former: old.model } } : task
          const model = await trainProduct(
            threads.train,
            begun,
            ({ epoch, validation }) => progress((DEMAND * ++done) / epochs, { product, epoch, loss: validation }),
            enough,
          )
          return model && { model, task: hash }
        }),
      ),
    )
    const stored = trained.filter((model) => model !== undefined)
    tasks.forEach(({ product, input: { group, end } }, i) => {
      const cap = disasterCap(group, end)
      const months = countAbove(group, end, cap)
      if (months > 0) notes.push({ code: 'disasters-capped', product, months, cap })
      if (trained[i] === undefined) notes.push({ code: 'network-too-short', product })
    })
    await writeDemandModel(output, stored)
    await writeTraining(output, stored)

    const legs = await readTable(input('import', 'legs.parquet'), DRIVEN_LEGS)
    notes.push(await trainLegModel(output(LEG_MODEL_FILE), legs, await readSupply(input), settings.seed, () => false))
    await writeAtomically(output('training.json'), `${JSON.stringify({ notes }, null, 2)}\n`)
    const networks = stored.reduce((sum, { model }) => sum + model.settings.seeds, 0)
    return { figures: { products: stored.length, networks, legs: legs.length }, notes }
  },
}
