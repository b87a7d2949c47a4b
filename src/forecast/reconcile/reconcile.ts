import { fitGroup, type Fitted } from '../fit-group.ts'
import type { Group } from '../history.ts'
import { PLAN_LEVELS } from '../levels.ts'
import type { Member } from '../member.ts'
import type { Schedule } from '../schedule.ts'
import type { ReconciliationWay } from '../../model/forecast.ts'
import type { Method } from '../method.ts'
import { type Agreement, agreementOf } from './agreement.ts'
import { type Choice, chooseWay } from './choice.ts'
import type { Projection } from './projection.ts'
import type { NodePast } from './evidence.ts'
import type { PastMeans } from './past-means.ts'
import type { PlaceTree } from './tree.ts'
import { ownSums, sumSeries, type UpperGroup, upperGroups } from './upper-series.ts'
import { waysOf } from './ways.ts'

/** The sums of one level and how they are forecast. */
export interface Level extends UpperGroup {
  readonly method: Method
  /** As it would have been at each origin of the backtest, latest first. */
  readonly past: readonly Member[]
}

/** How one product's forecasts are made to add up. */
export interface Reconciled {
  readonly tree: PlaceTree
  /** Forecasts of the sums, level by level. */
  readonly levels: readonly Level[]
  readonly way: ReconciliationWay
  readonly project: Projection
}

function pastOf(
  tree: PlaceTree,
  group: Group,
  plan: Schedule,
  leaves: PastMeans,
  uppers: readonly (UpperGroup & { readonly fitted: Fitted })[],
): NodePast {
  const { steps } = group
  const { horizon } = plan
  const done = Math.min(leaves.origins, ...uppers.map((u) => u.fitted.means.origins))
  const nodes = tree.parent.length
  const mean = new Float64Array(nodes * done * horizon)
  const copy = (node: number, means: PastMeans, row: number): void => {
    const from = row * means.origins * horizon
    mean.set(means.mean.subarray(from, from + done * horizon), node * done * horizon)
  }
  for (let leaf = 0; leaf < group.rows; leaf++) copy(tree.uppers + leaf, leaves, leaf)
  for (const { nodes: own, fitted } of uppers) own.forEach((node, row) => copy(node, fitted.means, row))
  const values = new Float64Array(nodes * steps)
  values.set(sumSeries(tree, group))
  values.set(group.values, tree.uppers * steps)
  return { nodes, sums: tree.uppers, origins: plan.origins.slice(0, done), horizon, mean, values, steps }
}

/**
 * Forecasts provinces, departments and the nation as series of their own, with the same members over the same origins, and finds the way of making all
 * agree that would have been best.
 * @param group rows in the order of the tree's leaves
 * @param leaves what their method would have forecast
 * @returns `undefined` where there is no sum with a forecast of its own, or nothing could be tested
 */
export function fitReconciliation(
  tree: PlaceTree,
  group: Group,
  plan: Schedule,
  end: number,
  leaves: PastMeans,
  members: readonly Member[],
  afterOrigin: () => boolean,
): { readonly reconciled: Reconciled; readonly agreement: Agreement; readonly choice: Choice } | undefined {
  if (leaves.origins === 0) return undefined
  const own = ownSums(tree, group, end)
  const uppers = upperGroups(tree, group, own, end).map((upper) => ({
    ...upper,
    fitted: fitGroup(upper.group, plan, end, PLAN_LEVELS, members, afterOrigin),
  }))
  if (uppers.length === 0) return undefined
  const past = pastOf(tree, group, plan, leaves, uppers)
  const choice = chooseWay(past, group.cycle, waysOf(tree, own))
  const levels = uppers.map(({ fitted, ...upper }) => ({ ...upper, method: fitted.method, past: fitted.past }))
  const { way, project } = choice
  return { reconciled: { tree, levels, way, project }, agreement: agreementOf(levels, choice), choice }
}
