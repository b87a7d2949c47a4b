import type { ForecastResponse } from '../../../src/api/forecast.ts'
import type { ForecastMessages } from '../../../src/messages/page-forecast-es.ts'
import { csvText } from '../csv-text.ts'
import { saveCsv } from '../save-csv.ts'

const KEPT = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

/** The months of the forecast, unrounded. @param withPast also the recorded ones */
export function saveForecast(forecast: ForecastResponse, f: ForecastMessages, withPast: boolean): void {
  const { place, product, levels } = forecast
  const key = (month: string, kind: string): readonly string[] => [place.ubigeo, place.name, product.id, month, kind]
  const past = forecast.history.map(({ month, persons, status }) => [
    ...key(month, f.csvPast),
    f.csvStates[status],
    status === 'missing' ? null : persons,
    ...KEPT.map(() => null),
    null,
    null,
    null,
  ])
  const future = forecast.months.map(({ month, mean, quantiles, positive, supply }) => [
    ...key(month, f.csvFuture),
    null,
    mean,
    ...KEPT.map((level) => quantiles[levels.indexOf(level)] ?? null),
    positive,
    supply?.need ?? null,
    supply?.granted ?? null,
  ])
  const first = forecast.months[0]?.month ?? ''
  saveCsv(
    `pronostico-${place.ubigeo}-${product.id}-${first}.csv`,
    csvText(f.csvColumns, withPast ? [...past, ...future] : future),
  )
}
