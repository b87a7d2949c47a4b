import { DRAWS, type Forecast, LEVELS } from '../../model/forecast.ts'
import { historyAt } from '../history.ts'
import type { Member } from '../member.ts'
import type { Level, Reconciled } from './reconcile.ts'

/** Middles of 400 equal slices of probability. */
const SLICES = Float64Array.from({ length: DRAWS }, (_, i) => (i + 0.5) / DRAWS)

/**
 * Means of sums as they are read from draws.
 * @param memberOfLevel its method
 * @returns one per sum × step, 0 without a forecast of its own
 */
function upperMeans(
  { tree, levels }: Reconciled,
  memberOfLevel: (level: Level) => Member,
  end: number,
  from: number,
  horizon: number,
): Float64Array {
  const out = new Float64Array(tree.uppers * horizon)
  const sorted = new Float64Array(horizon * DRAWS)
  const means = new Float64Array(horizon)
  for (const level of levels) {
    const { nodes, group } = level
    const member = memberOfLevel(level)
    const history = historyAt(group, end, new Float64Array(group.steps))
    nodes.forEach((node, row) => {
      member.predict(history, row, from, horizon, SLICES, sorted, means)
      for (let j = 0; j < horizon; j++) {
        let sum = 0
        for (let i = 0; i < DRAWS; i++) sum += sorted[j * DRAWS + i]
        out[node * horizon + j] = sum / DRAWS
      }
    })
  }
  return out
}

/**
 * Moves a product's draws to the reconciled means, each place and month by one factor: reconciled ÷ own mean. Zeros, order of worlds and coefficient of
 * variation stay, and as sums are read from the draws, every node then has the reconciled mean.
 * @param rows series of the forecast in the order of the tree's leaves; their draws, means and quantiles are overwritten
 * @param memberOfLevel the method of a level, now or as it would have been at a past origin
 * @param end column after the last known one
 * @param from column of the first month forecast
 */
export function reconcileDraws(
  out: Forecast,
  rows: readonly number[],
  reconciled: Reconciled,
  memberOfLevel: (level: Level) => Member,
  end: number,
  from: number,
): void {
  const { tree, way, project } = reconciled
  if (way === 'bottom-up') return
  const horizon = out.periods.length
  const above = upperMeans(reconciled, memberOfLevel, end, from, horizon)
  const base = new Float64Array(tree.parent.length)
  for (let j = 0; j < horizon; j++) {
    for (let u = 0; u < tree.uppers; u++) base[u] = above[u * horizon + j]
    rows.forEach((s, leaf) => (base[tree.uppers + leaf] = out.mean[s * horizon + j]))
    const joint = project(base)
    rows.forEach((s, leaf) => {
      const own = base[tree.uppers + leaf]
      if (own > 0) stretch(out, s * horizon + j, joint[tree.uppers + leaf] / own)
    })
  }
}

function stretch({ draws, mean, quantiles }: Forecast, cell: number, factor: number): void {
  for (let w = 0; w < DRAWS; w++) draws[cell * DRAWS + w] *= factor
  for (let q = 0; q < LEVELS.length; q++) quantiles[cell * LEVELS.length + q] *= factor
  mean[cell] *= factor
}
