import { highsSolver } from '../../adapters/highs.ts'
import { allocate } from '../../allocate/allocate.ts'
import { needs } from '../../allocate/need.ts'
import { RULES } from '../../model/allocation.ts'
import { straightLineTravel } from '../../model/travel.ts'
import type { Stage } from '../stage.ts'
import { ALLOCATIONS, allocationRows, RULE_COSTS } from '../tables/allocations.ts'
import { NEEDS, readSamples } from '../tables/forecasts.ts'
import { PLACES } from '../tables/places.ts'
import { DEPOTS, LOTS, PRODUCTS } from '../tables/supply.ts'
import { readTable, writeTable } from '../tables/table.ts'
import { DISTANCES, FLEET, VEHICLE_TYPES } from '../tables/transport.ts'

/** Forecast and stock → who gets what, under every rule. */
export const allocateStage: Stage = {
  name: 'allocate',
  version: 1,
  after: ['import', 'forecast'],
  settings: (s) => s.coverage,
  files: async () => [],
  run: async ({ settings, input, output, progress }) => {
    const forecast = await readSamples(input('forecast', 'samples.parquet'))
    const products = await readTable(input('import', 'products.parquet'), PRODUCTS)
    const need = needs({ forecast, products, settings })
    const supply = {
      needs: need,
      products,
      depots: await readTable(input('import', 'depots.parquet'), DEPOTS),
      lots: await readTable(input('import', 'lots.parquet'), LOTS),
      vehicleTypes: await readTable(input('import', 'vehicle_types.parquet'), VEHICLE_TYPES),
      fleet: await readTable(input('import', 'fleet.parquet'), FLEET),
      places: await readTable(input('import', 'places.parquet'), PLACES),
      travel: straightLineTravel(await readTable(input('import', 'distances.parquet'), DISTANCES)),
      window: { from: forecast.periods[0] ?? (0 as never), months: forecast.periods.length },
    }
    const solver = highsSolver()
    try {
      const allocations = []
      for (const [i, rule] of RULES.entries()) {
        const onProgress = (done: number, total: number) => progress((i + done / total) / RULES.length, { rule })
        const result = await allocate({ ...supply, solve: solver.solve, onProgress }, rule)
        if (result.status !== 'allocated') throw new Error(`allocation ended as ${JSON.stringify(result)}`)
        allocations.push(result.allocation)
      }
      await writeTable(output('need.parquet'), NEEDS, need)
      await writeTable(output('allocation.parquet'), ALLOCATIONS, allocations.flatMap(allocationRows))
      await writeTable(output('rules.parquet'), RULE_COSTS, allocations)
      return { places: new Set(need.map((n) => n.ubigeo)).size, packs: need.reduce((sum, n) => sum + n.packs, 0) }
    } finally {
      await solver.close()
    }
  },
}
