import { defaultWindow, drawForecast, lastObserved } from '../../forecast/forecast.ts'
import { withNetworks } from '../../adapters/tensors/networks.ts'
import { membersOf } from '../../forecast/compare.ts'
import { nodeForecasts } from '../../forecast/hierarchy.ts'
import type { ForecastNote } from '../../model/forecast-note.ts'
import { InputError } from '../../model/input-error.ts'
import { askProducts, explainProducts } from '../../forecast/network/product-networks.ts'
import { notesOfCovariates } from '../../forecast/network/covariate-notes.ts'
import { applyOverrides } from '../../forecast/override.ts'
import { scoreOverrides } from '../../forecast/override-scores.ts'
import { isComplete } from '../../forecast/method.ts'
import { month } from '../../model/month.ts'
import { writeAtomically } from '../atomic-file.ts'
import { DEMAND_MODEL_FILES } from '../demand-model.ts'
import { hashOfFile } from '../fingerprint.ts'
import { OVERRIDES_FILE, within } from '../layout.ts'
import { readMethods } from '../methods-file.ts'
import { overrideScoresCsv } from '../override-scores-csv.ts'
import { readOverrides } from '../settings-file.ts'
import type { Stage } from '../stage.ts'
import { storedModels } from '../stored-networks.ts'
import { DRIVER_EFFECTS } from '../tables/drivers.ts'
import { readDemand } from '../tables/facts.ts'
import { BASELINE, NODES, writeSamples } from '../tables/forecasts.ts'
import { OVERRIDES } from '../tables/overrides.ts'
import { readSurroundings } from '../tables/surroundings.ts'
import { writeTable } from '../tables/table.ts'

/** Demand, the method of each product and a person's corrections → joint draws, means and quantiles of every node of the hierarchy. */
export const forecastStage: Stage = {
  name: 'forecast',
  version: 10,
  reads: { import: ['places.parquet'], prepare: ['demand.parquet', 'covariates.parquet'], backtest: ['methods.json'] },
  uses: { train: DEMAND_MODEL_FILES },
  settings: (s, p) => [s.from, s.months, s.seed, p.backtest],
  files: async (root) => {
    const sha256 = await hashOfFile(within(root, OVERRIDES_FILE)).catch(() => undefined)
    return sha256 === undefined ? [] : [{ path: OVERRIDES_FILE, sha256 }]
  },
  run: async ({ root, settings, input, inputIfAny, output, progress }) => {
    const overrides = await readOverrides(root)
    const panel = await readDemand(input('prepare', 'demand.parquet'))
    const known = defaultWindow(panel, settings)
    const window = known ?? { from: month(0), months: 0 }
    const surroundings = await readSurroundings(input)
    const models = await storedModels(inputIfAny)
    const methods = await readMethods(input('backtest', 'methods.json'))
    const { networks, drivers } = await withNetworks(async ({ predict }) => ({
      networks: await askProducts(predict, models, panel, window, surroundings, false),
      drivers: await explainProducts(predict, models, panel, window, surroundings, methods, settings.seed),
    }))
    progress(0.2)
    for (const [product, method] of methods)
      if (!isComplete(method, membersOf(product, networks.members)))
        throw new InputError('stage-missing', { stage: 'backtest', path: root })
    const drawn = drawForecast({
      panel,
      window,
      seed: settings.seed,
      methods,
      networks: networks.members,
      population: new Map(surroundings.places.map((place) => [place.ubigeo, place.population])),
      onProgress: (done, total) => progress(0.2 + (done / total) * 0.5),
    })
    const overridden = applyOverrides(drawn.forecast, overrides)
    const past = scoreOverrides(panel, overrides, window.from)
    const notes: readonly ForecastNote[] = [
      ...(known === undefined
        ? [{ code: 'no-demand' } as const]
        : notesOfCovariates(models, surroundings.covariates, { ...known, last: lastObserved(panel) })),
      ...drawn.notes,
      ...overridden.notes,
      ...past.notes,
    ]
    await writeTable(output('forecast.parquet'), NODES, nodeForecasts(drawn.forecast))
    progress(0.85)
    await writeSamples(output('samples.parquet'), drawn.forecast)
    await writeTable(output('overrides.parquet'), OVERRIDES, overridden.applied)
    await writeTable(output('baseline.parquet'), BASELINE, overridden.baseline)
    await writeAtomically(output('overrides.csv'), overrideScoresCsv(past.scores))
    await writeTable(output('drivers.parquet'), DRIVER_EFFECTS, drivers)
    await writeAtomically(output('forecast.json'), `${JSON.stringify({ window, notes }, null, 2)}\n`)
    const { series, periods } = drawn.forecast
    return { figures: { series: series.length, months: periods.length }, notes }
  },
}
