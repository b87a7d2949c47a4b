import { classAt, DEMAND_CLASSES, SILENT } from './demand-class.ts'
import { fitWeights } from './weights.ts'
import type { Levels } from './levels.ts'
import type { Member } from './member.ts'
import type { ForecastRecord } from './record.ts'

/** Weights of the members, by class of demand. */
export type Blend = readonly ArrayLike<number>[]

/** A class known from fewer cells takes the weights of all classes together. */
const ENOUGH_CELLS = 200

export function fitBlend(record: ForecastRecord, levels: Levels, cells: Int32Array, usable: readonly number[]): Blend {
  const loud = cells.filter((c) => record.kind[c] !== SILENT)
  const all = fitWeights(record, levels, loud, usable)
  return DEMAND_CLASSES.map((_, kind) => {
    const own = loud.filter((c) => record.kind[c] === kind)
    return own.length < ENOUGH_CELLS ? all : fitWeights(record, levels, own, usable)
  })
}

/** What the blend would have forecast: cells × width. */
export function blendRecord(record: ForecastRecord, blend: Blend): Float32Array {
  const { members, width, quantiles, kind, size } = record
  const out = new Float32Array(size * width)
  for (let c = 0; c < size; c++) {
    const weights = blend[kind[c]]
    for (let m = 0; m < members; m++) {
      const w = weights[m]
      if (w === 0) continue
      const at = (c * members + m) * width
      for (let q = 0; q < width; q++) out[c * width + q] += w * quantiles[at + q]
    }
  }
  return out
}

/** Mean that the blend would have forecast for a cell. */
export function blendMean({ members, means, kind }: ForecastRecord, blend: Blend, cell: number): number {
  let sum = 0
  for (let m = 0; m < members; m++) sum += blend[kind[cell]][m] * means[cell * members + m]
  return sum
}

/**
 * Quantiles of several members averaged level by level (Vincent 1912), with the weights of the row's class of demand. Averages of ascending
 * numbers ascend.
 */
export function combination(members: readonly Member[], blend: Blend): Member {
  return {
    name: 'combination',
    predict(history, row, from, count, levels, out, means) {
      const weights = blend[classAt(history, row, history.origin)]
      const n = count * levels.length
      const own = new Float64Array(n)
      const ownMeans = new Float64Array(count)
      out.fill(0, 0, n)
      means.fill(0, 0, count)
      members.forEach((member, m) => {
        const w = weights[m]
        if (w === 0) return
        member.predict(history, row, from, count, levels, own, ownMeans)
        for (let i = 0; i < n; i++) out[i] += w * own[i]
        for (let j = 0; j < count; j++) means[j] += w * ownMeans[j]
      })
    },
  }
}
