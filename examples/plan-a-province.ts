/**
 * Plans one province from files in memory, with the library alone: no workspace, nothing written.
 * Run it with `node examples/plan-a-province.ts`.
 */
import {
  allocate,
  assemble,
  checkPlan,
  DEFAULT_SETTINGS,
  defaultWindow,
  demo,
  departments,
  forecast,
  gazetteerPlaces,
  highsSolver,
  ingest,
  monthOf,
  needs,
  NO_ANSWERS,
  nodeCodecs,
  type Plan,
  prepare,
  provinces,
  reniecDepartments,
  route,
  type Source,
  straightLineTravel,
  successors,
} from '../src/index.ts'

const inMemory = (name: string, text: string): Source => {
  const bytes = new TextEncoder().encode(text)
  return {
    name,
    bytes: bytes.length,
    async *open() {
      yield bytes
    },
  }
}

export async function planProvince(ubigeo: string): Promise<Plan> {
  const settings = DEFAULT_SETTINGS
  const files = demo({
    seed: 7,
    until: monthOf(2025, 12),
    months: 24,
    departments,
    provinces: provinces.filter((p) => p.ubigeo === ubigeo),
  })

  const { tables } = await ingest({
    sources: files.map(({ name, text }) => inMemory(name, text)),
    answers: NO_ANSWERS,
    gazetteer: gazetteerPlaces,
    successors,
    reniecDepartments,
    setAside: settings.setAside,
    thisMonth: monthOf(2025, 12),
    codecs: nodeCodecs,
  })

  const { panel } = prepare({ ...tables, settings })
  const window = defaultWindow(panel, settings)
  if (window === undefined) throw new Error('no month with observed demand')
  const predicted = forecast({ panel, window, seed: settings.seed }).forecast

  const need = needs({ forecast: predicted, products: tables.products, settings })
  const travel = straightLineTravel(tables.distances)
  const solver = highsSolver()
  const shared = await allocate({ ...tables, needs: need, travel, window, solve: solver.solve }, settings.rule)
  await solver.close()
  if (shared.status !== 'allocated') throw new Error(shared.status)

  const grants = shared.allocation.grants.filter((grant) => grant.period === window.from)
  const routes = route({ ...tables, grants, month: window.from, travel })

  const plan = assemble({
    ...tables,
    settings,
    inputs: [],
    forecast: predicted,
    needs: need,
    allocation: shared.allocation,
    otherAllocations: [],
    routes,
  })
  const violations = checkPlan(plan, new Map())
  if (violations.length > 0) throw new Error(JSON.stringify(violations, null, 2))
  return plan
}

if (import.meta.main) {
  const plan = await planProvince('200200')
  for (const { product, need, granted } of plan.coverage) console.log(`${product}: ${granted} of ${need} packs`)
  console.log(`${plan.routes.tours.length} tours, ${plan.routes.unserved.length} unserved`)
}
