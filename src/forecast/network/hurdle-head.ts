import { normalQuantile } from '../../kernel/normal.ts'
import type { Head } from './head.ts'
import { softplus } from './softplus.ts'
import type { Loss } from '../../kernel/network/tensor.ts'

/** softplus(ln(e − 1)) = 1: spread of a network whose last layer is zero. */
const ONE = Math.log(Math.E - 1)
/** Of the spread: an amount that is always the same would end the training. */
const SPREAD_FLOOR = 0.05
/** ln of mean ÷ median is no more: the mean of a wide log-normal lies in amounts that never came. */
const HEAVIEST = 4

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/**
 * Outputs of step j: a at j, b at h + j, c at 2 h + j. Anything is needed with probability 1 ÷ (1 + e⁻ᵃ); then its logarithm, over the scale's, is normal
 * of mean b and standard deviation softplus(c + ln(e − 1)) + floor. Loss: minus the log-likelihood, without constants.
 */
const loss: Loss = (output, { y, event, weight }) => {
  const [rows, width] = output.shape
  const horizon = width / 3
  const part = (k: number) => output.slice([0, k * horizon], [rows, horizon])
  const spread = part(2).add(ONE).softplus().add(SPREAD_FLOOR)
  const distance = y.sub(part(1)).div(spread)
  const amount = distance.square().mul(0.5).add(spread.log()).mul(event)
  const occurrence = part(0).softplus().sub(part(0).mul(event))
  return occurrence.add(amount).mul(weight).sum().div(weight.sum())
}

/** Whether and how much, apart: disasters are rare, and an amount knows no typical size. */
export const hurdleHead: Head = {
  outputs: (horizon) => 3 * horizon,
  loss,
  target: (value, _naive, scale, quantum) => (value > 0 ? Math.log(value / quantum / scale) : 0),
  weight: () => 1,
  read: ({ output, at, horizon, scale, quantum, levels, quantiles, quantilesAt, means, meansAt }) => {
    for (let j = 0; j < horizon; j++) {
      const event = sigmoid(output[at + j])
      const middle = output[at + horizon + j]
      const spread = softplus(output[at + 2 * horizon + j] + ONE) + SPREAD_FLOOR
      for (let i = 0; i < levels.length; i++) {
        const above = (levels[i] - (1 - event)) / event
        const z = above <= 0 ? -Infinity : normalQuantile(Math.min(1 - 1e-9, above))
        quantiles[quantilesAt + j * levels.length + i] =
          above <= 0 ? 0 : Math.exp(middle + spread * z) * scale * quantum
      }
      means[meansAt + j] = event * Math.exp(middle + Math.min(HEAVIEST, spread ** 2 / 2)) * scale * quantum
    }
  },
}
