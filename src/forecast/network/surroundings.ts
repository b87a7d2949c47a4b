import type { CovariatePanel } from '../../model/covariate.ts'
import type { DemandPanel } from '../../model/demand.ts'
import type { ForecastNote } from '../../model/forecast-note.ts'
import type { Month } from '../../model/month.ts'
import type { Window } from '../compare.ts'
import type { ProductHistory } from '../product-history.ts'
import type { NetworkGroup } from './network-model.ts'
import { type CovariateScale, covariateScale, covariatesOfPlaces } from './place-covariates.ts'
import { type PlaceFacts, scaleOf, type StaticScale, staticsOfPlaces } from './statics.ts'

/** What is known of the places of a plan beside their demand. */
export interface Surroundings {
  readonly places: readonly PlaceFacts[]
  readonly covariates: CovariatePanel
}

/** What of the surroundings a product's networks are told, and in which measure. */
export interface Scales {
  readonly scale: StaticScale
  readonly pastOnly: CovariateScale
  readonly knownAhead: CovariateScale
}

const placesOf = (panel: DemandPanel, { rows }: ProductHistory) => rows.map((s) => panel.series[s].ubigeo)

/** @param before month from which on no covariate is looked at: no network of the past knows how large they became */
export const scalesOf = (
  panel: DemandPanel,
  known: ProductHistory,
  { places, covariates }: Surroundings,
  before: Month,
): Scales => ({
  scale: scaleOf(placesOf(panel, known), places),
  pastOnly: covariateScale(covariates, 'past-only', before),
  knownAhead: covariateScale(covariates, 'known-ahead', before),
})

/** The series of a product with their surroundings. @param horizon steps for which what is known ahead is told */
export function networkGroup(
  panel: DemandPanel,
  known: ProductHistory,
  { places, covariates }: Surroundings,
  { scale, pastOnly, knownAhead }: Scales,
  horizon: number,
): NetworkGroup {
  const rows = placesOf(panel, known)
  const { first, months } = panel
  const past = covariatesOfPlaces(covariates, 'past-only', pastOnly, rows, first, months)
  const ahead = covariatesOfPlaces(covariates, 'known-ahead', knownAhead, rows, first, months + horizon)
  return {
    group: known.group,
    first,
    statics: staticsOfPlaces(rows, places, scale),
    ...(past && { past }),
    ...(ahead && { ahead }),
  }
}

/** What networks were told when they learned, and cannot be told now. */
export function notesOfCovariates(
  scales: readonly Scales[],
  { series, first, months, values }: CovariatePanel,
  window: Window,
): readonly ForecastNote[] {
  const names = (of: (s: Scales) => CovariateScale): readonly string[] => [
    ...new Set(scales.flatMap((s) => of(s).names)),
  ]
  const rowsOf = (name: string): readonly number[] =>
    series.flatMap(({ covariate }, s) => (covariate === name ? [s] : []))
  const ahead = names((s) => s.knownAhead)
  const gone = [...ahead, ...names((s) => s.pastOnly)].filter((name) => rowsOf(name).length === 0)
  const missing = ahead.flatMap((covariate): readonly ForecastNote[] => {
    const rows = rowsOf(covariate)
    const unknown = Array.from({ length: window.months }, (_, j) => window.from + j - first).filter(
      (t) => t < 0 || t >= months || rows.every((s) => Number.isNaN(values[s * months + t])),
    ).length
    return rows.length > 0 && unknown > 0 ? [{ code: 'covariate-missing', covariate, months: unknown }] : []
  })
  return [...missing, ...(gone.length > 0 ? [{ code: 'covariates-gone', covariates: gone } as const] : [])]
}
