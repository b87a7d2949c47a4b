import type { ReconciliationWay } from '../../model/forecast.ts'
import { type Evidence, evidenceOf, type NodePast } from './evidence.ts'
import type { Projection } from './projection.ts'

/** A way to make forecasts add up, its weights from what is known of errors; `undefined` where too little is known for it. */
export interface Way {
  readonly name: ReconciliationWay
  fit(evidence: Evidence): Projection | undefined
}

export interface Choice {
  readonly way: ReconciliationWay
  readonly project: Projection
  /** What the weights are made of. */
  readonly evidence: Evidence
  /** Of all ways that could be tried: mean over nodes of root mean squared error ÷ root mean squared y_t − y_{t−m}, over the latest third of the origins. */
  readonly losses: ReadonlyMap<ReconciliationWay, number>
}

/** As in the choice of a method: fewer leave nothing to try a way on. */
const ENOUGH_ORIGINS = 3

/**
 * The way of least error over all nodes, sums and leaves alike, on the latest third of the origins, its weights there from what had come before; the
 * first of equals. Then fitted on all origins.
 * @param ways in order of preference, the first of which needs no evidence
 */
export function chooseWay(past: NodePast, cycle: number, ways: readonly Way[]): Choice {
  const { origins } = past
  const losses = new Map<ReconciliationWay, number>()
  const all = evidenceOf(past, () => true)
  const fitted = ways.flatMap((way) => {
    const project = way.fit(all)
    return project ? [{ name: way.name, project }] : []
  })
  if (origins.length >= ENOUGH_ORIGINS) {
    const later = Math.ceil(origins.length / 3)
    const first = origins[later - 1]
    const before = evidenceOf(past, (k, target) => k >= later && target < first)
    const scales = scalesOf(past, first, cycle)
    for (const way of ways) {
      const project = fitted.some((f) => f.name === way.name) ? way.fit(before) : undefined
      if (project) losses.set(way.name, lossOf(past, later, scales, project))
    }
  }
  const loss = (name: ReconciliationWay): number => losses.get(name) ?? Infinity
  const best = fitted.reduce((a, b) => (loss(b.name) < loss(a.name) ? b : a))
  return { way: best.name, project: best.project, evidence: all, losses }
}

/** Mean squared difference to the season before, up to a column; 0 where nothing differs or nothing is known. */
function scalesOf({ nodes, values, steps }: NodePast, before: number, cycle: number): Float64Array {
  const out = new Float64Array(nodes)
  for (let i = 0; i < nodes; i++) {
    let known = 0
    for (let t = cycle; t < before; t++) {
      const step = values[i * steps + t] - values[i * steps + t - cycle]
      if (Number.isNaN(step)) continue
      out[i] += step * step
      known++
    }
    out[i] /= Math.max(1, known)
  }
  return out
}

function lossOf(past: NodePast, later: number, scales: Float64Array, project: Projection): number {
  const { nodes, sums, origins, horizon, mean, values, steps } = past
  const squares = new Float64Array(nodes)
  const counts = new Int32Array(nodes)
  const base = new Float64Array(nodes)
  for (let k = 0; k < later; k++)
    for (let j = 0; j < horizon; j++) {
      for (let i = 0; i < nodes; i++) base[i] = mean[(i * origins.length + k) * horizon + j]
      // Of a month that is not wholly known the record has no forecast of the sums.
      if (base.subarray(0, sums).some((x) => Number.isNaN(x))) continue
      for (let i = sums; i < nodes; i++) if (Number.isNaN(base[i])) base[i] = 0
      const joint = project(base)
      for (let i = 0; i < nodes; i++) {
        const error = values[i * steps + origins[k] + j] - joint[i]
        if (Number.isNaN(error)) continue
        squares[i] += error * error
        counts[i]++
      }
    }
  let sum = 0
  let scored = 0
  for (let i = 0; i < nodes; i++) {
    if (counts[i] === 0 || scales[i] === 0) continue
    sum += Math.sqrt(squares[i] / counts[i] / scales[i])
    scored++
  }
  return sum / Math.max(1, scored)
}
