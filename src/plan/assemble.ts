import { byText } from '../kernel/order.ts'
import { expectedShare } from '../allocate/need.ts'
import type { Supply } from '../model/supply.ts'
import type { Allocation } from '../model/allocation.ts'
import type { Forecast } from '../model/forecast.ts'
import { month } from '../model/month.ts'
import type { Need } from '../model/need.ts'
import { type FileHash, type Plan, PLAN_SCHEMA } from '../model/plan.ts'
import type { Settings } from '../model/settings.ts'
import type { RoutePlan } from '../model/tour.ts'
import { departmentOf, provinceOf } from '../model/ubigeo.ts'
import { packs } from '../model/units.ts'
import { totals } from './totals.ts'

export interface PlanParts extends Supply {
  readonly settings: Settings
  readonly inputs: readonly FileHash[]
  readonly forecast: Forecast
  readonly needs: readonly Need[]
  /** Under the rule of the settings. */
  readonly allocation: Allocation
  readonly otherAllocations: readonly Allocation[]
  readonly routes: RoutePlan
}

/** Joins the results of the stages into a plan that can be checked without them. Of places and points it keeps those it names. */
export function assemble(parts: PlanParts): Plan {
  const { needs, allocation, routes, forecast } = parts
  const granted = (of: Allocation) => packs(of.grants.reduce((sum, grant) => sum + grant.packs, 0))
  const stops = new Set([
    ...routes.tours.flatMap((tour) => tour.stops.map((stop) => stop.at)),
    ...routes.unserved.map((u) => u.at),
  ])
  const points = parts.points.filter((point) => stops.has(point.id))
  const codes = new Set<string>(
    [...needs, ...points, ...parts.depots].flatMap(({ ubigeo }) => [ubigeo, provinceOf(ubigeo), departmentOf(ubigeo)]),
  )
  return {
    schema: PLAN_SCHEMA,
    settings: parts.settings,
    window: { from: forecast.periods[0] ?? month(0), months: forecast.periods.length },
    inputs: [...parts.inputs].sort((a, b) => byText(a.path, b.path)),
    products: parts.products,
    depots: parts.depots,
    lots: parts.lots,
    vehicleTypes: parts.vehicleTypes,
    fleet: parts.fleet,
    places: parts.places.filter((place) => codes.has(place.ubigeo)),
    points,
    distances: parts.distances,
    needs,
    allocation,
    otherRules: parts.otherAllocations.map((other) => ({
      rule: other.rule,
      granted: granted(other),
      cost: other.cost,
    })),
    totals: totals(needs, allocation.grants),
    coverage: expectedShare(forecast, parts.products, needs, allocation.grants),
    routes,
  }
}
