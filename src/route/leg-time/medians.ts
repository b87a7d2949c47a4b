import type { OpenNetwork } from '../../kernel/network/tensor.ts'
import type { LegFacts } from './leg-facts.ts'
import { inputNames, type Vocabulary, writeInputs } from './leg-inputs.ts'
import { INPUT } from './leg-network.ts'

/** How the numbers of a network are read. */
export interface Reading extends Vocabulary {
  /** Bounds of the output: what one leg of 200 was below, and above, in training. */
  readonly least: number
  readonly most: number
}

/** Legs whose times are computed at a time. */
const CHUNK = 8192

/** Medians of many legs [s], not rounded. Rows of the result are those of `legs`. */
export function medians(network: OpenNetwork, reading: Reading, legs: readonly LegFacts[]): Float64Array {
  const width = inputNames(reading).length
  const result = new Float64Array(legs.length)
  for (let at = 0; at < legs.length; at += CHUNK) {
    const size = Math.min(CHUNK, legs.length - at)
    const inputs = new Float32Array(size * width)
    for (let i = 0; i < size; i++) writeInputs(legs[at + i], reading, inputs, i * width)
    const output = network.output({ size, inputs: { [INPUT]: inputs } })
    for (let i = 0; i < size; i++)
      result[at + i] = legs[at + i].tableS * Math.exp(Math.min(reading.most, Math.max(reading.least, output[i])))
  }
  return result
}
