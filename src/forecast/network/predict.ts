import { inputsOf } from './batch.ts'
import { HEADS } from './heads.ts'
import type { NetworkInput } from './network-input.ts'
import type { Engine } from '../../kernel/network/tensor.ts'
import { shapesOf } from '../../kernel/network/topology.ts'
import type { TrainedNetwork } from './train.ts'
import { naive } from './window.ts'

export interface NetworkForecast {
  /** rows × horizon × levels, ascending, not below the floor. */
  readonly quantiles: Float64Array
  /** rows × horizon. */
  readonly means: Float64Array
}

/**
 * @param origin column of the first month forecast; nothing from it on is read
 * @param levels ascending, in (0, 1)
 */
export type Predict = (
  network: TrainedNetwork,
  input: NetworkInput,
  origin: number,
  levels: ArrayLike<number>,
) => Promise<NetworkForecast>

const CHUNK = 1024

/** Quantiles of networks that were merged are averaged level by level. */
export const predictorOn =
  (engine: Engine): Predict =>
  async (network, input, origin, levels) => {
    const { rows, horizon, quantum, floor = 0 } = input
    const head = HEADS[input.head]
    const shapes = shapesOf(network.topology)
    if ('fault' in shapes) throw new Error(shapes.fault)
    const width = shapes.of.get(network.topology.output)![0]
    const count = width / head.outputs(horizon)
    if (!Number.isInteger(count)) throw new Error(`the network has ${width} outputs, not those of ${horizon} steps`)
    const cells = horizon * levels.length
    const quantiles = new Float64Array(rows * cells)
    const means = new Float64Array(rows * horizon)
    const one = {
      quantiles: new Float64Array(cells),
      means: new Float64Array(horizon),
      naive: new Float64Array(horizon),
    }
    const open = engine.open(network.topology, network.weights)
    for (let start = 0; start < rows; start += CHUNK) {
      const size = Math.min(CHUNK, rows - start)
      const chunk = Int32Array.from({ length: size }, (_, i) => start + i)
      const { inputs, scale } = inputsOf(input, chunk, new Int32Array(size).fill(origin), new Int32Array(size))
      const output = open.output({ size, inputs })
      for (let i = 0; i < size; i++) {
        const row = start + i
        for (let j = 0; j < horizon; j++) one.naive[j] = naive(input, row, origin, 0, j)
        for (let k = 0; k < count; k++) {
          const at = i * width + k * (width / count)
          head.read({
            output,
            at,
            horizon,
            scale: scale[i],
            quantum,
            floor,
            levels,
            ...one,
            quantilesAt: 0,
            meansAt: 0,
          })
          for (let c = 0; c < cells; c++) quantiles[row * cells + c] += one.quantiles[c] / count
          for (let j = 0; j < horizon; j++) means[row * horizon + j] += one.means[j] / count
        }
      }
    }
    open.close()
    return { quantiles, means }
  }
