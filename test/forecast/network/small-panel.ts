import { TRAIN_SETTINGS, type NetworkInput, type TrainSettings } from '../../../src/forecast/network/network-input.ts'
import { type Predict, readOutput } from '../../../src/forecast/network/predict.ts'
import type { TrainedNetwork } from '../../../src/forecast/network/train.ts'
import type { Windows } from '../../../src/forecast/network/windows.ts'
import { negativeBinomial, seedFor, stream } from '../../../src/kernel/random.ts'
import { monthOf } from '../../../src/model/month.ts'

export const SMALL: TrainSettings = {
  ...TRAIN_SETTINGS.count,
  lags: 12,
  width: 16,
  blocks: 2,
  epochs: 4,
  batch: 128,
  learningRate: 5e-3,
  seeds: 1,
}

/** Seasonal counts of places with means 1, 2, 3 …, a tenth of the months not observed; in units of `quantum`. */
export function smallInput(over: Partial<NetworkInput> = {}, rows = 20, months = 48): NetworkInput {
  const quantum = over.quantum ?? 1
  const values = new Float64Array(rows * months)
  for (let i = 0; i < rows; i++) {
    const random = stream(seedFor(7, `row ${i}`))
    for (let t = 0; t < months; t++) {
      const mean = (1 + (i % 8)) * (1 + 0.9 * Math.sin((2 * Math.PI * t) / 12))
      const count = negativeBinomial(random, mean, 3)
      values[i * months + t] = random() < 0.1 ? Number.NaN : count * quantum
    }
  }
  return {
    values,
    rows,
    months,
    first: monthOf(2018, 1),
    horizon: 3,
    head: 'count',
    quantum,
    seed: 1,
    settings: SMALL,
    ...over,
  }
}

/** Every row at one origin. */
export function windowsAt({ rows }: NetworkInput, origin: number): Windows {
  const row = Int32Array.from({ length: rows }, (_, i) => i)
  return { row, origin: row.map(() => origin) }
}

/** Quantiles (rows × horizon × levels) and means (rows × horizon) of every row at one origin. */
export const smallForecast =
  (predict: Predict) =>
  async (network: TrainedNetwork, input: NetworkInput, origin: number, levels: readonly number[]) => {
    const output = await predict(network, input, windowsAt(input, origin))
    const cells = input.horizon * levels.length
    const quantiles = new Float64Array(input.rows * cells)
    const means = new Float64Array(input.rows * input.horizon)
    for (let row = 0; row < input.rows; row++)
      readOutput(
        input,
        output,
        row,
        levels,
        quantiles.subarray(row * cells, (row + 1) * cells),
        means.subarray(row * input.horizon, (row + 1) * input.horizon),
      )
    return { quantiles, means }
  }
