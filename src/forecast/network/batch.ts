import type { Random } from '../../kernel/random.ts'
import { KNOWN, LAGS } from './architectures.ts'
import { toldOf } from './exogenous.ts'
import { HEADS } from './heads.ts'
import type { NetworkInput } from './network-input.ts'
import type { Batch } from '../../kernel/network/tensor.ts'
import { knownWidth, naive, writeWindow } from './window.ts'
import type { Windows } from './windows.ts'

/** Share of windows that are made to look like a new place, and how much of their lags they lose at most. */
const COLD = 0.2
const COLDEST = 0.7

/** The first column a training window may read; −∞ for most. */
function coldStart(origin: number, lags: number, random: Random): number {
  return random() < COLD ? origin - lags + Math.floor(random() * COLDEST * lags) : 0
}

/** Inputs of windows at an origin each. @returns their scales too */
export function inputsOf(
  input: NetworkInput,
  rows: ArrayLike<number>,
  origins: ArrayLike<number>,
  from: ArrayLike<number>,
): { readonly inputs: Batch['inputs']; readonly scale: Float32Array } {
  const { lags } = input.settings
  const width = knownWidth(input.head, lags, input.horizon, toldOf(input))
  const past = new Float32Array(rows.length * lags)
  const known = new Float32Array(rows.length * width)
  const scale = Float32Array.from({ length: rows.length }, (_, i) =>
    writeWindow(input, rows[i], origins[i], from[i], past, i * lags, known, i * width),
  )
  return { inputs: { [LAGS]: past, [KNOWN]: known }, scale }
}

/**
 * Windows with what came after them.
 * @param limit column of a row from which on targets are left out
 * @param typical mean scale, see Head.weight
 * @param random decides which windows start cold; without it none does
 */
export function batchOf(
  input: NetworkInput,
  windows: Windows,
  picks: ArrayLike<number>,
  limit: (row: number) => number,
  typical: number,
  random?: Random,
): Batch {
  const { horizon, months, values, quantum } = input
  const head = HEADS[input.head]
  const size = picks.length
  const rows = Int32Array.from(picks, (w) => windows.row[w])
  const origins = Int32Array.from(picks, (w) => windows.origin[w])
  const from = origins.map((o) => (random === undefined ? 0 : Math.max(0, coldStart(o, input.settings.lags, random))))
  const { inputs, scale } = inputsOf(input, rows, origins, from)
  const y = new Float32Array(size * horizon)
  const weight = new Float32Array(size * horizon)
  const event = new Float32Array(size * horizon)
  for (let i = 0; i < size; i++) {
    const counts = head.weight(scale[i], typical)
    const end = Math.min(horizon, limit(rows[i]) - origins[i])
    for (let j = 0; j < end; j++) {
      const value = values[rows[i] * months + origins[i] + j]
      if (Number.isNaN(value)) continue
      y[i * horizon + j] = head.target(value, naive(input, rows[i], origins[i], from[i], j), scale[i], quantum)
      weight[i * horizon + j] = counts
      event[i * horizon + j] = value > 0 ? 1 : 0
    }
  }
  return { size, inputs, targets: { y, event, weight, scale } }
}
