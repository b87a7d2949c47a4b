import { withNetworks } from '../../adapters/tensors/networks.ts'
import { compareMethods } from '../../forecast/compare.ts'
import { defaultWindow } from '../../forecast/forecast.ts'
import { askProducts } from '../../forecast/network/product-networks.ts'
import { pastForecasts } from '../../forecast/past-forecasts.ts'
import type { ForecastNote } from '../../model/forecast-note.ts'
import { month } from '../../model/month.ts'
import { writeAtomically } from '../atomic-file.ts'
import { DEMAND_MODEL_FILES } from '../demand-model.ts'
import { backtestMetrics } from '../live.ts'
import { methodsText } from '../methods-file.ts'
import { csvText } from '../sheets/csv-text.ts'
import type { Stage } from '../stage.ts'
import { modelNotes, storedModels } from '../stored-networks.ts'
import { readDemand } from '../tables/facts.ts'
import { PAST_FORECASTS, SCORES } from '../tables/forecasts.ts'
import { readSurroundings } from '../tables/surroundings.ts'
import { writeTable } from '../tables/table.ts'

/** Demand → the method of each product, how every method did in the past, and what the chosen ones would have forecast. */
export const backtestStage: Stage = {
  name: 'backtest',
  version: 5,
  reads: { import: ['places.parquet'], prepare: ['demand.parquet', 'covariates.parquet'] },
  uses: { train: DEMAND_MODEL_FILES },
  settings: (s, p) => [s.from, s.months, s.seed, p.backtest],
  files: async () => [],
  run: async ({ settings, params, input, inputIfAny, output, progress, enough }) => {
    const panel = await readDemand(input('prepare', 'demand.parquet'))
    const surroundings = await readSurroundings(input)
    const { places } = surroundings
    // Without any observed month there is nothing to plan, and that is a plan too.
    const known = defaultWindow(panel, settings) ?? { from: month(0), months: 0 }
    const window = { ...known, origins: params.backtest.origins }
    const models = await storedModels(inputIfAny)
    const networks = await withNetworks(({ predict }) =>
      askProducts(predict, models, panel, window, surroundings, true, (done, total) => progress(0.1 * (done / total))),
    )
    const result = compareMethods({
      panel,
      window,
      networks: networks.members,
      poverty: new Map(places.flatMap((p) => (p.poverty === null ? [] : [[p.ubigeo, p.poverty] as const]))),
      onProgress: (done, total) => progress(0.1 + (done / total) * 0.5),
      cancelled: enough,
    })
    const notes: readonly ForecastNote[] = [...modelNotes(models, networks), ...result.notes]
    await writeTable(output('scores.parquet'), SCORES, result.scores)
    const past = pastForecasts(
      panel,
      window,
      result.past,
      { seed: settings.seed, population: new Map(places.map((place) => [place.ubigeo, place.population])) },
      (done, total) => progress(0.6 + (done / total) * 0.35),
      enough,
    )
    await writeTable(output('backtest.parquet'), PAST_FORECASTS, past)
    await writeAtomically(output('metrics.json'), backtestMetrics(result.scores))
    await writeAtomically(output('methods.json'), methodsText(result.methods))
    await writeAtomically(
      output('backtest.csv'),
      csvText(
        ['product', 'method', 'loss', 'bias', 'coverage80', 'origins', 'chosen'],
        result.scores.map((s) => [
          s.product,
          s.method,
          s.loss,
          s.bias,
          s.coverage80,
          s.origins,
          s.chosen ? 'yes' : 'no',
        ]),
      ),
    )
    await writeAtomically(
      output('coverage.csv'),
      csvText(
        ['product', 'by', 'of', 'cells', 'coverage80'],
        result.coverage.map((c) => [c.product, c.by, c.of, c.cells, c.coverage80]),
      ),
    )
    await writeAtomically(output('backtest.json'), `${JSON.stringify({ notes }, null, 2)}\n`)
    const origins = Math.max(0, ...[...result.past.values()].map(({ members }) => members.length))
    return { figures: { products: result.methods.size, origins }, notes }
  },
}
