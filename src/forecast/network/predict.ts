import { LAGS } from './architectures.ts'
import { inputsOf } from './batch.ts'
import { HEADS } from './heads.ts'
import type { NetworkInput } from './network-input.ts'
import type { Batch, Engine } from '../../kernel/network/tensor.ts'
import { shapesOf } from '../../kernel/network/topology.ts'
import type { TrainedNetwork } from './train.ts'
import { naive } from './window.ts'
import type { Swap, Windows } from './windows.ts'

/** What a network says of some windows, before it is read as quantiles. */
export interface NetworkOutput {
  /** windows × width; networks that were merged one after the other. */
  readonly output: Float32Array
  readonly width: number
  /** Of each window. */
  readonly scale: Float32Array
  /** Seasonal naive, windows × horizon. */
  readonly naive: Float64Array
}

/** Windows to ask a network about, some of them with inputs of others. */
export type Asked = Windows & { readonly swap?: Swap }

/** Nothing from a window's origin on is read. */
export type Predict = (network: TrainedNetwork, input: NetworkInput, asked: Asked) => Promise<NetworkOutput>

const CHUNK = 1024

export const predictorOn =
  (engine: Engine): Predict =>
  async (network, input, { row, origin, swap }) => {
    const { horizon } = input
    const shapes = shapesOf(network.topology)
    if ('fault' in shapes) throw new Error(shapes.fault)
    const width = shapes.of.get(network.topology.output)![0]
    if (!Number.isInteger(width / HEADS[input.head].outputs(horizon)))
      throw new Error(`the network has ${width} outputs, not those of ${horizon} steps`)
    const output = new Float32Array(row.length * width)
    const scale = new Float32Array(row.length)
    const open = engine.open(network.topology, network.weights)
    for (let at = 0; at < row.length; at += CHUNK) {
      const size = Math.min(CHUNK, row.length - at)
      const origins = origin.subarray(at, at + size)
      const made = inputsOf(input, row.subarray(at, at + size), origins, new Int32Array(size))
      if (swap) borrow(input, made.inputs, at, size, swap)
      output.set(open.output({ size, inputs: made.inputs }), at * width)
      scale.set(made.scale, at)
    }
    open.close()
    return {
      output,
      width,
      scale,
      naive: Float64Array.from({ length: row.length * horizon }, (_, i) =>
        naive(input, row[Math.floor(i / horizon)], origin[Math.floor(i / horizon)], 0, i % horizon),
      ),
    }
  }

/** Overwrites parts of the inputs of windows [from, from + size) by those of other rows or origins. */
function borrow(input: NetworkInput, inputs: Batch['inputs'], from: number, size: number, swap: Swap): void {
  const all = Array.from({ length: size }, (_, i) => i).filter((i) => swap.driver[from + i] >= 0)
  const of = (xs: Int32Array): Int32Array => Int32Array.from(all, (i) => xs[from + i])
  const lent = inputsOf(input, of(swap.row), of(swap.origin), new Int32Array(all.length)).inputs
  for (const [name, values] of Object.entries(inputs)) {
    const width = values.length / size
    all.forEach((i, k) => {
      const part = swap.parts[swap.driver[from + i]]
      const [a, b] = name === LAGS ? part.lags : part.known
      values.set(lent[name].subarray(k * width + a, k * width + b), i * width + a)
    })
  }
}

/**
 * Quantiles and means of one window; those of networks that were merged are averaged level by level.
 * @param window index into the output's windows
 * @param levels ascending, in (0, 1)
 * @param quantiles receives horizon × levels, ascending and not below the floor
 * @param means receives the mean of each step
 */
export function readOutput(
  { head, horizon, quantum, floor = 0 }: Pick<NetworkInput, 'head' | 'horizon' | 'quantum' | 'floor'>,
  { output, width, scale, naive: all }: NetworkOutput,
  window: number,
  levels: ArrayLike<number>,
  quantiles: Float64Array,
  means: Float64Array,
): void {
  const outputs = HEADS[head].outputs(horizon)
  const count = width / outputs
  const cells = horizon * levels.length
  const one = { quantiles: new Float64Array(cells), means: new Float64Array(horizon), quantilesAt: 0, meansAt: 0 }
  const reading = {
    output,
    horizon,
    scale: scale[window],
    quantum,
    floor,
    levels,
    naive: all.subarray(window * horizon, (window + 1) * horizon),
    ...one,
  }
  quantiles.fill(0, 0, cells)
  means.fill(0, 0, horizon)
  for (let k = 0; k < count; k++) {
    HEADS[head].read({ ...reading, at: window * width + k * outputs })
    for (let c = 0; c < cells; c++) quantiles[c] += one.quantiles[c] / count
    for (let j = 0; j < horizon; j++) means[j] += one.means[j] / count
  }
}
