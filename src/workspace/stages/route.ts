import type { DrivenLeg } from '../../model/distance.ts'
import { type Month, month } from '../../model/month.ts'
import { straightLineTravel } from '../../model/travel.ts'
import { unservedNotes } from '../../plan/summary.ts'
import { timedByNetwork } from '../../route/leg-time/leg-times.ts'
import { route } from '../../route/route.ts'
import { LEG_MODEL_FILE, LEG_MODEL_FILES, openLegTimes } from '../leg-model.ts'
import type { Stage } from '../stage.ts'
import { ALLOCATIONS, allocationOf } from '../tables/allocations.ts'
import { NODES } from '../tables/forecasts.ts'
import { readSupply, SUPPLY_FILES } from '../tables/read-supply.ts'
import { readTable, writeTable } from '../tables/table.ts'
import { ROUTES, routeRows, TOURS, UNSERVED, WAYS } from '../tables/tours.ts'
import { DRIVEN_LEGS } from '../tables/transport.ts'

/** The first month's grants under the plan's rule → tours, in the times of the trained network where there is one, else of the speed table. */
export const routeStage: Stage = {
  name: 'route',
  version: 2,
  reads: {
    import: [...SUPPLY_FILES, 'legs.parquet'],
    forecast: ['forecast.parquet'],
    allocate: ['allocation.parquet'],
  },
  uses: { train: LEG_MODEL_FILES },
  settings: (s) => s.rule,
  files: async () => [],
  run: async ({ settings, input, inputIfAny, output, progress, enough }) => {
    const rows = await readTable(input('allocate', 'allocation.parquet'), ALLOCATIONS)
    const first = (await readTable(input('forecast', 'forecast.parquet'), NODES)).reduce(
      (least, node) => (least === undefined || node.period < least ? node.period : least),
      undefined as Month | undefined,
    )
    const supply = await readSupply(input)
    const begins = first ?? month(0)
    const path = inputIfAny('train', LEG_MODEL_FILE)
    const legs = (): Promise<readonly DrivenLeg[]> => readTable(input('import', 'legs.parquet'), DRIVEN_LEGS)
    const network = path === undefined ? undefined : await openLegTimes(path, begins, await legs())
    const routes = route({
      ...supply,
      grants: allocationOf(settings.rule, rows, []).grants.filter((grant) => grant.period === first),
      month: begins,
      travel: straightLineTravel(supply.distances),
      ...(network && { times: network.times }),
      onProgress: (done, total) => progress(total === 0 ? 1 : done / total),
      cancelled: enough,
    })
    network?.close()
    await writeTable(output('tours.parquet'), TOURS, routes.tours)
    await writeTable(output('routes.parquet'), ROUTES, routeRows(routes))
    await writeTable(output('unserved.parquet'), UNSERVED, routes.unserved)
    await writeTable(output('ways.parquet'), WAYS, routes.legs)
    const stops = routes.tours.reduce((sum, tour) => sum + tour.stops.length, 0)
    return {
      figures: { tours: routes.tours.length, stops, unserved: routes.unserved.length },
      notes: [
        ...(network ? [{ code: 'leg-times', ...timedByNetwork(routes.legs, supply.vehicleTypes) } as const] : []),
        ...unservedNotes(routes),
      ],
    }
  },
}
