import { copyFile, readFile } from 'node:fs/promises'
import { noteOf } from '../../adapters/keras-file/write.ts'
import { historiesOf } from '../../forecast/compare.ts'
import { defaultWindow } from '../../forecast/forecast.ts'
import type { ProductModel } from '../../forecast/network/product-networks.ts'
import type { DemandPanel } from '../../model/demand.ts'
import { InputError } from '../../model/input-error.ts'
import type { Settings } from '../../model/settings.ts'
import { writeAtomically } from '../atomic-file.ts'
import { MODEL_FILE, PAST_FILE, readNetworks, type StoredModel } from '../demand-model.ts'
import { hashOfFile } from '../fingerprint.ts'
import { LEG_MODEL_FILES } from '../leg-model.ts'
import type { Stage } from '../stage.ts'
import { readDemand } from '../tables/facts.ts'
import { writeTraining } from '../training-files.ts'

/** What of a model the networks of the past must share with it, to stand for it in the backtest. */
const kindOf = ({ head, horizon, settings: { lags }, scale, pastOnly, knownAhead }: ProductModel): string =>
  JSON.stringify([head, horizon, lags, scale, pastOnly, knownAhead])

function refusal(
  given: readonly StoredModel[],
  past: readonly StoredModel[],
  panel: DemandPanel,
  settings: Settings,
): 'other-past' | 'horizon' | undefined {
  for (const { model } of given) {
    const former = past.find((stored) => stored.model.product === model.product)
    if (former === undefined || kindOf(former.model) !== kindOf(model)) return 'other-past'
  }
  const window = defaultWindow(panel, settings)
  if (window === undefined) return undefined
  for (const { product, start, end } of historiesOf(panel, { ...window, origins: 0 })) {
    const horizon = given.find(({ model }) => model.product === product)?.model.horizon
    const ahead = window.months + Math.max(0, window.from - panel.first - end)
    if (end > start && horizon !== undefined && horizon < ahead) return 'horizon'
  }
  return undefined
}

/**
 * In the place of training: networks that a person brings, with their note beside them, as another program wrote them. The networks of the past
 * stay and stand for them in the backtest. Training is stale afterwards, and begins where these end.
 */
export const givenModelStage = (path: string): Stage => ({
  name: 'train',
  version: 1,
  reads: { prepare: ['demand.parquet'] },
  settings: (s) => [s.from, s.months],
  files: async () => {
    const hash = async (of: string) => ({ path: of, sha256: await hashOfFile(of).catch(() => '') })
    return [
      { ...(await hash(path)), path: 'given' },
      { ...(await hash(noteOf(path))), path: 'note' },
    ]
  },
  run: async ({ root, settings, input, former, output }) => {
    const before = former(PAST_FILE)
    if (before === undefined) throw new InputError('stage-missing', { stage: 'train', path: root })
    const given = await readNetworks(path)
    const past = await readNetworks(before)
    const reason = refusal(given, past, await readDemand(input('prepare', 'demand.parquet')), settings)
    if (reason !== undefined) throw new InputError('demand-model', { path, reason })

    await copyFile(path, output(MODEL_FILE))
    // A task of its own: training must not take them for what it would have made.
    const note = JSON.parse(await readFile(noteOf(path), 'utf8')) as { readonly products: readonly object[] }
    const products = note.products.map((product) => ({ ...product, task: 'given' }))
    await writeAtomically(output(noteOf(MODEL_FILE)), `${JSON.stringify({ ...note, products }, null, 2)}\n`)
    for (const name of [PAST_FILE, noteOf(PAST_FILE), ...LEG_MODEL_FILES, 'training.json']) {
      const kept = former(name)
      if (kept !== undefined) await copyFile(kept, output(name))
    }
    await writeTraining(output, given)
    const networks = given.reduce((sum, { model }) => sum + model.settings.seeds, 0)
    return { figures: { products: given.length, networks, legs: 0 }, notes: [] }
  },
})
