import type { CovariateFact } from '../model/covariate.ts'
import type { DrivenLeg } from '../model/distance.ts'
import type { Observations, RegisterMonth } from '../model/observation.ts'
import type { Supply } from '../model/supply.ts'

/** What all the files together say. Sorted by key where there is one, else in the order of files and lines. */
export interface Tables extends Supply {
  readonly legs: readonly DrivenLeg[]
  readonly observations: Observations
  readonly registers: readonly RegisterMonth[]
  readonly covariates: readonly CovariateFact[]
}
