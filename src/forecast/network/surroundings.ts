import type { CovariatePanel } from '../../model/covariate.ts'
import type { DemandPanel } from '../../model/demand.ts'
import type { Month } from '../../model/month.ts'
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

/** Whether networks are told the same covariates, so that each number means to one what it means to the other. */
export const toldAlike = (a: Scales, b: Scales): boolean => {
  const names = ({ pastOnly, knownAhead }: Scales): string => [...pastOnly.names, '', ...knownAhead.names].join(' ')
  return names(a) === names(b)
}
