import { RULES } from '../model/allocation.ts'
import type { Settings } from '../model/settings.ts'
import type { PlanParts } from '../plan/assemble.ts'
import type { StageName } from './stage.ts'
import { ALLOCATIONS, allocationOf, RULE_COSTS } from './tables/allocations.ts'
import { NEEDS, readSamples } from './tables/forecasts.ts'
import { readSupply } from './tables/read-supply.ts'
import { readTable } from './tables/table.ts'
import { routePlanOf, ROUTES, TOURS, UNSERVED, WAYS } from './tables/tours.ts'

/** Reads from the stages' tables what a plan is joined from. @param file path of a stage's output */
export async function readPlanParts(
  settings: Settings,
  file: (stage: StageName, name: string) => string,
): Promise<Omit<PlanParts, 'settings' | 'inputs'>> {
  const rows = await readTable(file('allocate', 'allocation.parquet'), ALLOCATIONS)
  const costs = await readTable(file('allocate', 'rules.parquet'), RULE_COSTS)
  return {
    ...(await readSupply(file)),
    forecast: await readSamples(file('forecast', 'samples.parquet')),
    needs: await readTable(file('allocate', 'need.parquet'), NEEDS),
    allocation: allocationOf(settings.rule, rows, costs),
    otherAllocations: RULES.filter((rule) => rule !== settings.rule).map((rule) => allocationOf(rule, rows, costs)),
    routes: routePlanOf(
      await readTable(file('route', 'tours.parquet'), TOURS),
      await readTable(file('route', 'routes.parquet'), ROUTES),
      await readTable(file('route', 'unserved.parquet'), UNSERVED),
      await readTable(file('route', 'ways.parquet'), WAYS),
    ),
  }
}
