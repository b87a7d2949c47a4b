import { forecast, defaultWindow } from '../../forecast/forecast.ts'
import { nodeForecasts } from '../../forecast/hierarchy.ts'
import { pastForecasts } from '../../forecast/past-forecasts.ts'
import type { ForecastNote } from '../../model/forecast-note.ts'
import { month } from '../../model/month.ts'
import { writeAtomically } from '../atomic-file.ts'
import { csvText } from '../sheets/csv-text.ts'
import type { Stage } from '../stage.ts'
import { readDemand } from '../tables/facts.ts'
import { NODES, PAST_FORECASTS, SCORES, writeSamples } from '../tables/forecasts.ts'
import { writeTable } from '../tables/table.ts'

/** Demand → joint draws, means and quantiles of every node of the hierarchy. */
export const forecastStage: Stage = {
  name: 'forecast',
  version: 3,
  after: ['prepare'],
  settings: (s) => [s.from, s.months, s.seed],
  files: async () => [],
  run: async ({ settings, input, output, progress, enough }) => {
    const panel = await readDemand(input('prepare', 'demand.parquet'))
    // Without any observed month there is nothing to plan, and that is a plan too.
    const known = defaultWindow(panel, settings)
    const window = known ?? { from: month(0), months: 0 }
    const result = forecast({
      panel,
      window,
      seed: settings.seed,
      onProgress: (done, total) => progress((done / total) * 0.5),
      cancelled: enough,
    })
    const notes: readonly ForecastNote[] = known === undefined ? [{ code: 'no-demand' }, ...result.notes] : result.notes
    await writeTable(output('forecast.parquet'), NODES, nodeForecasts(result.forecast))
    progress(0.6)
    await writeSamples(output('samples.parquet'), result.forecast)
    await writeTable(output('scores.parquet'), SCORES, result.scores)
    const past = pastForecasts(
      panel,
      window,
      result.past,
      settings.seed,
      (done, total) => progress(0.7 + (done / total) * 0.2),
      enough,
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
    await writeAtomically(
      output('coverage.csv'),
      csvText(
        ['product', 'by', 'of', 'cells', 'coverage80'],
        result.coverage.map((c) => [c.product, c.by, c.of, c.cells, c.coverage80]),
      ),
    )
    await writeAtomically(output('forecast.json'), `${JSON.stringify({ window, notes }, null, 2)}\n`)
    const { series, periods } = result.forecast
    return { figures: { series: series.length, months: periods.length }, notes }
  },
}
