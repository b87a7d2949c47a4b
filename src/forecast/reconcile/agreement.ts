import type { ReconciliationWay } from '../../model/forecast.ts'
import type { Group } from '../history.ts'
import type { Method } from '../method.ts'
import type { Choice } from './choice.ts'
import type { Evidence } from './evidence.ts'
import type { Level, Reconciled } from './reconcile.ts'
import type { PlaceTree } from './tree.ts'
import { ownSums, upperGroups } from './upper-series.ts'
import { waysOf } from './ways.ts'

/** A {@link Reconciled} as plain data: what the backtest found and the forecast follows. */
export interface Agreement {
  readonly way: ReconciliationWay
  /** What the weights are made of, as far as the way needs it. */
  readonly variances: ArrayLike<number>
  readonly errors: ArrayLike<number>
  /** Methods of the sums, level by level. */
  readonly levels: readonly Method[]
}

const NOTHING = new Float64Array()

export const agreementOf = (levels: readonly Level[], { way, evidence }: Choice): Agreement => ({
  way,
  variances: way === 'wls-variance' || way === 'mint-shrink' ? evidence.variances : NOTHING,
  errors: way === 'mint-shrink' ? evidence.errors : NOTHING,
  levels: levels.map((level) => level.method),
})

/**
 * @param group rows in the order of the tree's leaves, the same as those of the backtest
 * @returns `undefined` where the rows are others
 */
export function restored(agreement: Agreement, tree: PlaceTree, group: Group, end: number): Reconciled | undefined {
  const own = ownSums(tree, group, end)
  const uppers = upperGroups(tree, group, own, end)
  if (uppers.length !== agreement.levels.length) return undefined
  const nodes = tree.parent.length
  const evidence: Evidence = {
    variances: Float64Array.from(agreement.variances, (v) => v ?? Infinity),
    errors: Float64Array.from(agreement.errors, (e) => e ?? Number.NaN),
  }
  if (evidence.variances.length % nodes !== 0 || evidence.errors.length % nodes !== 0) return undefined
  const project = waysOf(tree, own)
    .find((way) => way.name === agreement.way)
    ?.fit(evidence)
  if (project === undefined) return undefined
  const levels = uppers.map((upper, i) => ({ ...upper, method: agreement.levels[i], past: [] }))
  return { tree, levels, way: agreement.way, project }
}
