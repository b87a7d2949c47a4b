import type { Month } from '../../model/month.ts'
import { straightLineTravel } from '../../model/travel.ts'
import { route } from '../../route/route.ts'
import type { Stage } from '../stage.ts'
import { ALLOCATIONS, allocationOf } from '../tables/allocations.ts'
import { PLACES } from '../tables/places.ts'
import { NODES } from '../tables/forecasts.ts'
import { DEPOTS, PRODUCTS } from '../tables/supply.ts'
import { readTable, writeTable } from '../tables/table.ts'
import { ROUTES, routeRows, TOURS, UNSERVED, WAYS } from '../tables/tours.ts'
import { DISTANCES, FLEET, POINTS, VEHICLE_TYPES } from '../tables/transport.ts'

/** The first month's grants under the plan's rule → tours. */
export const routeStage: Stage = {
  name: 'route',
  version: 1,
  after: ['import', 'forecast', 'allocate'],
  settings: (s) => s.rule,
  files: async () => [],
  run: async ({ settings, input, output, progress }) => {
    const rows = await readTable(input('allocate', 'allocation.parquet'), ALLOCATIONS)
    const month = (await readTable(input('forecast', 'forecast.parquet'), NODES)).reduce(
      (least, node) => (node.period < least ? node.period : least),
      Number.POSITIVE_INFINITY as Month,
    )
    const distances = await readTable(input('import', 'distances.parquet'), DISTANCES)
    const routes = route({
      grants: allocationOf(settings.rule, rows, []).grants.filter((grant) => grant.period === month),
      month,
      products: await readTable(input('import', 'products.parquet'), PRODUCTS),
      depots: await readTable(input('import', 'depots.parquet'), DEPOTS),
      vehicleTypes: await readTable(input('import', 'vehicle_types.parquet'), VEHICLE_TYPES),
      fleet: await readTable(input('import', 'fleet.parquet'), FLEET),
      points: await readTable(input('import', 'points.parquet'), POINTS),
      places: await readTable(input('import', 'places.parquet'), PLACES),
      distances,
      travel: straightLineTravel(distances),
      onProgress: (done, total) => progress(total === 0 ? 1 : done / total),
    })
    await writeTable(output('tours.parquet'), TOURS, routes.tours)
    await writeTable(output('routes.parquet'), ROUTES, routeRows(routes))
    await writeTable(output('unserved.parquet'), UNSERVED, routes.unserved)
    await writeTable(output('ways.parquet'), WAYS, routes.legs)
    return {
      tours: routes.tours.length,
      stops: routes.tours.reduce((sum, tour) => sum + tour.stops.length, 0),
      unserved: routes.unserved.length,
    }
  },
}
