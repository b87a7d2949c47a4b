import { NINE, type Score, score, type Window } from './score.ts'
import type { BenchSet } from './sets.ts'

/** Scores of the series; RMSSE of a hierarchy is that of all its nodes, the leaves' means added up. */
export function scoreSet(set: BenchSet, ends: readonly number[], window: Window): Score {
  const { series, sums, horizon, cycle } = set
  const own = score(series, ends, horizon, cycle, window)
  if (sums === undefined) return own
  const means = new Float64Array(sums.length * horizon)
  sums.forEach((leaves, node) => {
    for (const leaf of leaves)
      for (let j = 0; j < horizon; j++)
        means[node * horizon + j] = (means[node * horizon + j] ?? 0) + (window.means[leaf * horizon + j] ?? 0)
  })
  const nodes = sums.map((leaves) =>
    (series[0] ?? []).map((_, t) => leaves.reduce((sum, leaf) => sum + (series[leaf]?.[t] ?? 0), 0)),
  )
  const nodeEnds = nodes.map(() => ends[0] ?? 0)
  const quantiles = new Float64Array(means.length * NINE.length)
  return { ...own, rmsse: score(nodes, nodeEnds, horizon, cycle, { means, quantiles }).rmsse }
}
