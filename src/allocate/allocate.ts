import { type Allocation, type RuleName } from '../model/allocation.ts'
import type { Depot, Lot } from '../model/depot.ts'
import type { Month } from '../model/month.ts'
import type { Need } from '../model/need.ts'
import type { Place } from '../model/place.ts'
import type { Product } from '../model/product.ts'
import type { Travel } from '../model/travel.ts'
import { centimos } from '../model/units.ts'
import type { Fleet, VehicleType } from '../model/vehicle.ts'
import type { Solve } from './linear-program.ts'

export interface AllocateInput {
  readonly needs: readonly Need[]
  readonly products: readonly Product[]
  readonly depots: readonly Depot[]
  readonly lots: readonly Lot[]
  readonly vehicleTypes: readonly VehicleType[]
  readonly fleet: readonly Fleet[]
  readonly places: readonly Place[]
  readonly travel: Travel
  readonly window: { readonly from: Month; readonly months: number }
  readonly solve: Solve
  /** Months of a product that are shared out, of all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly cancelled?: () => boolean
}

export type AllocateResult =
  | { readonly status: 'allocated'; readonly allocation: Allocation }
  | { readonly status: 'cancelled' }
  /** The solver found no optimum, for a month of a product; `detail` is its own word. */
  | { readonly status: 'unsolved'; readonly product: string; readonly period: Month; readonly detail: string }

/** Who gets what under one rule (DATA §5). */
export async function allocate(input: AllocateInput, rule: RuleName): Promise<AllocateResult> {
  const shortfalls = input.needs
    .filter((need) => need.packs > 0)
    .map(({ ubigeo, product, period, packs }) => ({ ubigeo, product, period, packs, reason: 'no-stock' as const }))
  return { status: 'allocated', allocation: { rule, grants: [], shortfalls, cost: centimos(0) } }
}
