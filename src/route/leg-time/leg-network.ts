import type { Batch, Loss } from '../../kernel/network/tensor.ts'
import type { Topology, Weight } from '../../kernel/network/topology.ts'

/** Names of the only input and of the layer that reads it. */
export const INPUT = 'leg'
const FIRST = 'first'
const WIDTH = 48

/** ln(duration ÷ speed table) of a leg; the last layer begins at zero, so that an untrained network is the speed table. */
export const legTopology = (inputs: number): Topology => ({
  name: 'leg_time',
  layers: [
    { kind: 'InputLayer', name: INPUT, from: [], shape: [inputs] },
    { kind: 'Dense', name: FIRST, from: [INPUT], units: WIDTH, activation: 'relu', start: 'glorot' },
    { kind: 'Dense', name: 'second', from: [FIRST], units: WIDTH, activation: 'relu', start: 'glorot' },
    { kind: 'Dense', name: 'ln_ratio', from: ['second'], units: 1, activation: 'linear', start: 'zeros' },
  ],
  output: 'ln_ratio',
})

export interface Standard {
  readonly mean: Float64Array
  /** Above 0; infinite for a column that never changes, of which nothing can be learned. */
  readonly deviation: Float64Array
}

/** Of each column of a table, rows × width. */
export function standardOf(table: Float32Array, width: number): Standard {
  const rows = table.length / width
  const mean = new Float64Array(width)
  const deviation = new Float64Array(width)
  for (let i = 0; i < table.length; i++) mean[i % width] += table[i] / rows
  for (let i = 0; i < table.length; i++) deviation[i % width] += (table[i] - mean[i % width]) ** 2 / rows
  return { mean, deviation: deviation.map((v) => (v > 1e-8 ? Math.sqrt(v) : Number.POSITIVE_INFINITY)) }
}

export const standardised = (table: Float32Array, { mean, deviation }: Standard): Float32Array =>
  table.map((x, i) => (x - mean[i % mean.length]) / deviation[i % mean.length])

/** The same network for inputs as they are: w ÷ σ, b − Σ w μ ÷ σ. Whoever loads the file needs no scale. */
export function forPlainInputs(weights: readonly Weight[], { mean, deviation }: Standard): readonly Weight[] {
  const kernel = weights.find((w) => w.name === `${FIRST}/kernel`)!.values
  return weights.map((w) => {
    if (w.name === `${FIRST}/kernel`)
      return { ...w, values: w.values.map((x, i) => x / deviation[Math.floor(i / WIDTH)]) }
    if (w.name !== `${FIRST}/bias`) return w
    const values = w.values.map((b, unit) => {
      let sum = b
      for (let k = 0; k < mean.length; k++) sum -= (kernel[k * WIDTH + unit] * mean[k]) / deviation[k]
      return sum
    })
    return { ...w, values }
  })
}

/** Mean distance from ln(duration ÷ table): the network learns the median, and a mishap pulls no more than a slow day. */
export const medianLoss: Loss = (output, { y }) => {
  const distance = y.sub(output)
  return distance.relu().add(distance.neg().relu()).sum().div(output.shape[0])
}

/** Rows of a table of inputs, picked. */
export function batchOf(table: Float32Array, width: number, y: Float32Array, picks: ArrayLike<number>): Batch {
  const inputs = new Float32Array(picks.length * width)
  for (let i = 0; i < picks.length; i++) inputs.set(table.subarray(picks[i] * width, (picks[i] + 1) * width), i * width)
  return { size: picks.length, inputs: { [INPUT]: inputs }, targets: { y: Float32Array.from(picks, (p) => y[p]) } }
}
