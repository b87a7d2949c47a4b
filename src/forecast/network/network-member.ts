import type { MethodName } from '../../model/forecast.ts'
import type { Member } from '../member.ts'
import type { HeadName } from './head.ts'
import { type NetworkOutput, readOutput } from './predict.ts'

/** How the outputs of the network that was asked at an origin are read. */
export interface OutputAt {
  readonly head: HeadName
  readonly horizon: number
  readonly quantum: number
  readonly floor: number
  readonly output: NetworkOutput
  /** Window of each row of the group; −1 of a row that has had no demand yet, whose forecast is 0. */
  readonly window: Int32Array
}

const NETWORK_NAMES: Readonly<Record<HeadName, MethodName>> = {
  count: 'network-count',
  hurdle: 'network-hurdle',
  quantile: 'network-quantile',
}

/**
 * A network as a member. It was asked at some origins before, because tensors live in other threads; what it said then is read at whatever levels
 * are wanted now. Steps beyond its horizon are as the last one.
 * @param asked by origin
 */
export function networkMember(head: HeadName, asked: ReadonlyMap<number, OutputAt>): Member {
  return {
    name: NETWORK_NAMES[head],
    predict(history, row, from, count, levels, out, means) {
      const at = asked.get(history.origin)
      if (at === undefined) throw new Error(`no network was asked at ${history.origin}`)
      const window = at.window[row]
      const { horizon } = at
      const n = levels.length
      if (window < 0) {
        out.fill(0, 0, count * n)
        means.fill(0, 0, count)
        return
      }
      const skip = from - history.origin
      if (skip === 0 && count === horizon) return readOutput(at, at.output, window, levels, out, means)
      const all = new Float64Array(horizon * n)
      const every = new Float64Array(horizon)
      readOutput(at, at.output, window, levels, all, every)
      for (let j = 0; j < count; j++) {
        const step = Math.min(horizon - 1, skip + j)
        for (let q = 0; q < n; q++) out[j * n + q] = all[step * n + q]
        means[j] = every[step]
      }
    },
  }
}
