import type { Supply } from './supply.ts'
import type { Allocation, RuleName } from './allocation.ts'
import type { Place } from './place.ts'
import type { Month } from './month.ts'
import type { Need } from './need.ts'
import type { Point } from './point.ts'
import type { RoutePlan } from './tour.ts'
import type { Settings } from './settings.ts'
import type { Packs } from './units.ts'
import type { Ubigeo } from './ubigeo.ts'

export const PLAN_SCHEMA = 1

/** A file the plan was made from, or that lies beside it. */
export interface FileHash {
  /** Path from the root of the workspace, or of the plan's folder. */
  readonly path: string
  readonly sha256: string
}

/** Packs of a node of the hierarchy; each is the sum of its children (a department also counts its reserve). */
export interface Total {
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly period: Month
  readonly need: Packs
  readonly granted: Packs
}

export interface ProductCoverage {
  readonly product: string
  readonly need: Packs
  readonly granted: Packs
  /** Expected share of the forecast need that the grants cover, 0–1, over all draws. */
  readonly expectedShare: number
}

/** Everything a checker needs to find a mistake without the engines. */
export interface Plan extends Supply {
  readonly schema: typeof PLAN_SCHEMA
  readonly settings: Settings
  readonly window: { readonly from: Month; readonly months: number }
  /** Raw files and tables it was made from, sorted by path. */
  readonly inputs: readonly FileHash[]
  /** Places with need, their departments, and those where depots stand. */
  readonly places: readonly Place[]
  /** Points that tours visit or that stay unserved. */
  readonly points: readonly Point[]
  readonly needs: readonly Need[]
  readonly allocation: Allocation
  /** Cost and shares under the other rules, for comparison. */
  readonly otherRules: readonly { readonly rule: RuleName; readonly granted: Packs; readonly cost: number }[]
  readonly totals: readonly Total[]
  readonly coverage: readonly ProductCoverage[]
  readonly routes: RoutePlan
}
