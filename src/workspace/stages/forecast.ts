import { forecast, defaultWindow } from '../../forecast/forecast.ts'
import { nodeForecasts } from '../../forecast/hierarchy.ts'
import { pastForecasts } from '../../forecast/past-forecasts.ts'
import { InputError } from '../../model/input-error.ts'
import { writeAtomically } from '../atomic-file.ts'
import { csvText } from '../csv-text.ts'
import type { Stage } from '../stage.ts'
import { readDemand } from '../tables/facts.ts'
import { NODES, PAST_FORECASTS, SCORES, writeSamples } from '../tables/forecasts.ts'
import { writeTable } from '../tables/table.ts'

/** Demand → joint draws, means and quantiles of every node of the hierarchy. */
export const forecastStage: Stage = {
  name: 'forecast',
  version: 2,
  after: ['prepare'],
  settings: (s) => [s.from, s.months, s.seed],
  files: async () => [],
  run: async ({ settings, input, output, progress, root }) => {
    const panel = await readDemand(input('prepare', 'demand.parquet'))
    const window = defaultWindow(panel, settings)
    if (window === undefined) throw new InputError('no-demand', { path: root })
    const result = forecast({
      panel,
      window,
      seed: settings.seed,
      onProgress: (done, total) => progress((done / total) * 0.5),
    })
    await writeTable(output('forecast.parquet'), NODES, nodeForecasts(result.forecast))
    progress(0.6)
    await writeSamples(output('samples.parquet'), result.forecast)
    await writeTable(output('scores.parquet'), SCORES, result.scores)
    const past = pastForecasts(panel, window, result.scores, settings.seed, (done, total) =>
      progress(0.7 + (done / total) * 0.2),
    )
    await writeTable(output('backtest.parquet'), PAST_FORECASTS, past)
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
    await writeAtomically(output('forecast.json'), `${JSON.stringify({ window, notes: result.notes }, null, 2)}\n`)
    const { series, periods } = result.forecast
    return { figures: { series: series.length, months: periods.length }, notes: result.notes }
  },
}
