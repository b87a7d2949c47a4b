import type { AskedNetworks, ProductModel } from '../forecast/network/product-networks.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import type { Month } from '../model/month.ts'
import { MODEL_FILE, PAST_FILE, readDemandModel } from './demand-model.ts'
import type { StageContext } from './stage.ts'

/**
 * The networks that were trained; none where nothing was.
 * @throws InputError `demand-model` where the files are not as they were written
 */
export async function storedModels(inputIfAny: StageContext['inputIfAny']): Promise<readonly ProductModel[]> {
  const [path, past] = [inputIfAny('train', MODEL_FILE), inputIfAny('train', PAST_FILE)]
  return path === undefined || past === undefined ? [] : (await readDemandModel(path, past)).map(({ model }) => model)
}

/** Which networks take part, and which products they do not serve. */
export function modelNotes(models: readonly ProductModel[], asked: AskedNetworks): readonly ForecastNote[] {
  if (models.length === 0) return [{ code: 'no-model' }]
  const before = Math.max(...models.flatMap((m) => m.vintages.map((v) => v.before))) as Month
  return [
    { code: 'model-used', before, products: asked.members.size },
    ...asked.without.map((product) => ({ code: 'model-unfit', product }) as const),
  ]
}
