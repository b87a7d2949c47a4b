import type { Month } from '../../model/month.ts'
import { straightLineTravel } from '../../model/travel.ts'
import { route } from '../../route/route.ts'
import type { Stage } from '../stage.ts'
import { ALLOCATIONS, allocationOf } from '../tables/allocations.ts'
import { NODES } from '../tables/forecasts.ts'
import { readSupply } from '../tables/read-supply.ts'
import { readTable, writeTable } from '../tables/table.ts'
import { ROUTES, routeRows, TOURS, UNSERVED, WAYS } from '../tables/tours.ts'

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
    const supply = await readSupply(input)
    const routes = route({
      ...supply,
      grants: allocationOf(settings.rule, rows, []).grants.filter((grant) => grant.period === month),
      month,
      travel: straightLineTravel(supply.distances),
      onProgress: (done, total) => progress(total === 0 ? 1 : done / total),
    })
    await writeTable(output('tours.parquet'), TOURS, routes.tours)
    await writeTable(output('routes.parquet'), ROUTES, routeRows(routes))
    await writeTable(output('unserved.parquet'), UNSERVED, routes.unserved)
    await writeTable(output('ways.parquet'), WAYS, routes.legs)
    const stops = routes.tours.reduce((sum, tour) => sum + tour.stops.length, 0)
    return { figures: { tours: routes.tours.length, stops, unserved: routes.unserved.length }, notes: [] }
  },
}
