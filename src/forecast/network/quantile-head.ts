import type { Head } from './head.ts'
import { softplus } from './softplus.ts'
import type { Loss } from '../../kernel/network/tensor.ts'

/** Levels the network learns; others are read between them. */
const LEVELS = [0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975]
const K = LEVELS.length
const MIDDLE = LEVELS.indexOf(0.5)
/** Size of a first step between neighbouring levels is this × ln 2 of the scale. */
const STEP = 0.1
/** A large place counts as in the sum of losses over all places, but no more than this many typical ones. */
const HEAVIEST = 5

/** (K − 1) × K: the step below or above each level, added up away from the median. */
const AWAY = Float32Array.from({ length: (K - 1) * K }, (_, i) => {
  const step = Math.floor(i / K)
  const level = i % K
  if (step < MIDDLE) return level <= step ? -STEP : 0
  return level > step ? STEP : 0
})
const ROW = Float32Array.from(LEVELS)

/**
 * Outputs of step j: K numbers from j · K on, the median's distance from the seasonal naive [scales] and K − 1 steps. Weighted mean of the pinball
 * losses q d + max(0, −d), d = y − quantile. Target `y` is (value − naive) ÷ scale.
 */
const loss: Loss = (output, { y, weight }, constant) => {
  const [rows, width] = output.shape
  const n = (rows * width) / K
  const each = output.reshape([n, K])
  const steps = each.slice([0, 1], [n, K - 1]).softplus()
  const quantiles = steps.matMul(constant(AWAY, [K - 1, K])).add(each.slice([0, 0], [n, 1]))
  const distance = y.reshape([n, 1]).sub(quantiles)
  const losses = distance.mul(constant(ROW, [1, K])).add(distance.neg().relu())
  return losses
    .mul(weight.reshape([n, 1]))
    .sum()
    .div(weight.sum().mul(K))
}

const logit = (p: number): number => Math.log(p / (1 - p))
const KNOTS = LEVELS.map(logit)

/** Middles of equal slices of probability over which the mean is taken. */
const SLICES = Float64Array.from({ length: 40 }, (_, i) => logit((i + 0.5) / 40))

/** The quantile function at a logit: straight between the levels it was learned at, and on beyond the outermost. */
function at(knots: Float64Array, x: number, floor: number): number {
  let k = 1
  while (k < K - 1 && x > KNOTS[k]) k++
  const share = (x - KNOTS[k - 1]) / (KNOTS[k] - KNOTS[k - 1])
  return Math.max(floor, knots[k - 1] + share * (knots[k] - knots[k - 1]))
}

/** Quantiles that cannot cross, as residuals on the seasonal naive. */
export const quantileHead: Head = {
  outputs: (horizon) => horizon * K,
  loss,
  target: (value, naive, scale) => (value - naive) / scale,
  weight: (scale, typical) => Math.min(HEAVIEST, scale / typical),
  read: ({ output, at: from, horizon, scale, floor, naive, levels, quantiles, quantilesAt, means, meansAt }) => {
    const knots = new Float64Array(K)
    for (let j = 0; j < horizon; j++) {
      const o = from + j * K
      knots[MIDDLE] = naive[j] + scale * output[o]
      for (let k = MIDDLE + 1; k < K; k++) knots[k] = knots[k - 1] + scale * STEP * softplus(output[o + k])
      for (let k = MIDDLE - 1; k >= 0; k--) knots[k] = knots[k + 1] - scale * STEP * softplus(output[o + k + 1])
      for (let i = 0; i < levels.length; i++)
        quantiles[quantilesAt + j * levels.length + i] = at(knots, logit(levels[i]), floor)
      let sum = 0
      for (let i = 0; i < SLICES.length; i++) sum += at(knots, SLICES[i], floor)
      means[meansAt + j] = sum / SLICES.length
    }
  },
}
