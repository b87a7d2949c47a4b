import { TRAIN_SETTINGS, type NetworkInput, type TrainSettings } from '../../../src/forecast/network/network-input.ts'
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
