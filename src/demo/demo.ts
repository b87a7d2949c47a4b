import type { Department } from '../gazetteer/department.ts'
import type { Province } from '../gazetteer/province.ts'
import type { Month } from '../model/month.ts'
import { csv } from './csv.ts'
import { demandRows } from './demand.ts'
import { depotRows, depotsOf } from './depots.ts'
import { disasters } from './disasters.ts'
import { distanceRows } from './distances.ts'
import { drivenLegs } from './driven-legs.ts'
import { fleetRows, vehicleTypeRows } from './fleet.ts'
import { lotRows } from './lots.ts'
import { pointRows, pointsOf } from './points.ts'
import { productRows } from './products.ts'
import { seaRows } from './sea.ts'

export interface DemoInput {
  /** Same seed and places, same bytes. */
  readonly seed: number
  /** Last month of demand. */
  readonly until: Month
  /** Months of demand; 60 unless told. */
  readonly months?: number
  readonly departments: readonly Department[]
  /** All, or some of them: one province makes a country with its department's depot and the national one. */
  readonly provinces: readonly Province[]
}

export interface DemoFile {
  readonly name: 'social_aid_demand.csv' | 'delivery_routes.csv' | 'logistics_data.csv' | 'covariates.csv'
  readonly text: string
}

/**
 * A believable country from a seed, as the three files that an organisation would bring (DATA §2), and one of what may move demand. Demand and points carry the codes of
 * provinces. Places are real, everything else is made up: rain on coast and forest from January to March, frost in the high sierra from
 * June to August, one summer of El Niño, storms that hit neighbouring provinces together, depots that hold somewhat less than a normal
 * season asks for, and one that holds far less.
 */
export function demo({ seed, until, months = 60, departments, provinces }: DemoInput): readonly DemoFile[] {
  const some = departments.filter((d) => provinces.some((p) => p.ubigeo.startsWith(d.ubigeo.slice(0, 2))))
  const events = disasters(seed, provinces, until, months)
  const demand = demandRows(events)
  const points = provinces.flatMap((province) => pointsOf(seed, province))
  const depots = depotsOf(some)
  return [
    { name: 'social_aid_demand.csv', text: csv(demand) },
    { name: 'covariates.csv', text: csv(seaRows(seed, events)) },
    { name: 'delivery_routes.csv', text: csv(drivenLegs(seed, until, depots, points)) },
    {
      name: 'logistics_data.csv',
      text: csv([
        ...productRows(),
        ...depotRows(depots),
        ...lotRows(seed, depots, events),
        ...vehicleTypeRows(),
        ...fleetRows(depots, points),
        ...pointRows(points),
        ...distanceRows(until, provinces),
      ]),
    },
  ]
}
