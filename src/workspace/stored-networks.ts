import { withNetworks } from '../adapters/tensors/networks.ts'
import type { ProductMembers, Window } from '../forecast/compare.ts'
import { askProducts } from '../forecast/network/product-networks.ts'
import type { DemandPanel } from '../model/demand.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import type { Month } from '../model/month.ts'
import type { Place } from '../model/place.ts'
import { MODEL_FILE, PAST_FILE, readDemandModel } from './demand-model.ts'
import type { StageContext } from './stage.ts'

/**
 * What the trained networks say, as members; none where nothing was trained, which is told.
 * @param past whether the origins of the backtest are asked too
 * @throws InputError `demand-model` where the files are not as they were written
 */
export async function askStored(
  inputIfAny: StageContext['inputIfAny'],
  panel: DemandPanel,
  window: Window,
  places: readonly Place[],
  past: boolean,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly members: ProductMembers; readonly notes: readonly ForecastNote[] }> {
  const path = inputIfAny('train', MODEL_FILE)
  const older = inputIfAny('train', PAST_FILE)
  if (path === undefined || older === undefined) return { members: new Map(), notes: [{ code: 'no-model' }] }
  const models = (await readDemandModel(path, older)).map(({ model }) => model)
  const asked = await withNetworks((threads) =>
    askProducts(threads.predict, models, panel, window, places, past, onProgress),
  )
  const before = Math.max(...models.flatMap((m) => m.vintages.map((v) => v.before))) as Month
  return {
    members: asked.members,
    notes: [
      { code: 'model-used', before, products: asked.members.size },
      ...asked.without.map((product) => ({ code: 'model-unfit', product }) as const),
    ],
  }
}
