import { writeAtomically } from './atomic-file.ts'
import type { StoredModel } from './demand-model.ts'
import { curveText, fileName, metricsText } from './live.ts'
import { csvText } from './sheets/csv-text.ts'

/** What training tells DVC: the curves of each product, and its losses at the epoch whose weights are kept. By name of the output. */
function trainingFiles(stored: readonly StoredModel[]): readonly (readonly [string, string])[] {
  const trained = stored.flatMap(({ model: { product, vintages } }) =>
    vintages[0] === undefined ? [] : [{ product, ...vintages[0].network }],
  )
  const curves = trained.flatMap(({ product, losses }) =>
    (['training', 'validation'] as const).map((curve): readonly [string, string] => [
      `plots/metrics/${fileName(product)}/${curve}.tsv`,
      curveText(
        curve,
        losses.map((l) => [l.epoch, l[curve]]),
      ),
    ]),
  )
  const metrics = trained.flatMap(({ product, losses, best }) => {
    const kept = losses.find(({ epoch }) => epoch === best)
    return kept === undefined
      ? []
      : [[product, { training: kept.training, validation: kept.validation, epoch: best }] as const]
  })
  return [...curves, ['metrics.json', metricsText(metrics)]]
}

/** How networks learned, for people and for DVC. */
export async function writeTraining(output: (name: string) => string, stored: readonly StoredModel[]): Promise<void> {
  const rows = stored.flatMap(({ model }) =>
    (model.vintages[0]?.network.losses ?? []).map((l) => [model.product, l.epoch, l.training, l.validation]),
  )
  await writeAtomically(output('training.csv'), csvText(['product', 'epoch', 'training', 'validation'], rows))
  for (const [name, text] of trainingFiles(stored)) await writeAtomically(output(name), text)
}
