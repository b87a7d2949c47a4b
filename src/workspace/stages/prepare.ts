import { prepare } from '../../prepare/prepare.ts'
import type { Stage } from '../stage.ts'
import { COVARIATE_FACTS, writeCovariates } from '../tables/covariates.ts'
import { readObservations, REGISTERS, writeDemand } from '../tables/facts.ts'
import { PLACES } from '../tables/places.ts'
import { PRODUCTS } from '../tables/supply.ts'
import { readTable } from '../tables/table.ts'
import { writeAtomically } from '../atomic-file.ts'

/** Observations → demand per place, product and month. */
export const prepareStage: Stage = {
  name: 'prepare',
  version: 5,
  reads: {
    import: [
      'observations.parquet',
      'registers.parquet',
      'products.parquet',
      'places.parquet',
      'covariate_facts.parquet',
    ],
  },
  settings: (s) => [s.affectedShare, s.absent],
  files: async () => [],
  run: async ({ settings, input, output }) => {
    const { panel, covariates, notes } = prepare({
      observations: await readObservations(input('import', 'observations.parquet')),
      registers: await readTable(input('import', 'registers.parquet'), REGISTERS),
      products: await readTable(input('import', 'products.parquet'), PRODUCTS),
      places: await readTable(input('import', 'places.parquet'), PLACES),
      covariates: await readTable(input('import', 'covariate_facts.parquet'), COVARIATE_FACTS),
      settings,
    })
    await writeDemand(output('demand.parquet'), panel)
    await writeCovariates(output('covariates.parquet'), covariates)
    await writeAtomically(output('prepare.json'), `${JSON.stringify({ notes }, null, 2)}\n`)
    return { figures: { series: panel.series.length, months: panel.months }, notes }
  },
}
