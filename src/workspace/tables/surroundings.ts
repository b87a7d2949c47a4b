import type { Place } from '../../model/place.ts'
import type { Surroundings } from '../../forecast/network/surroundings.ts'
import type { StageContext } from '../stage.ts'
import { readCovariates } from './covariates.ts'
import { PLACES } from './places.ts'
import { readTable } from './table.ts'

/** What stages that ask networks know of places beside their demand. */
export const readSurroundings = async (
  input: StageContext['input'],
): Promise<Surroundings & { readonly places: readonly Place[] }> => ({
  places: await readTable(input('import', 'places.parquet'), PLACES),
  covariates: await readCovariates(input('prepare', 'covariates.parquet')),
})
