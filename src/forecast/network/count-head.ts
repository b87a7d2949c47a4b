import { negativeBinomialQuantiles } from '../../kernel/negative-binomial.ts'
import { logGammaOf } from './log-gamma.ts'
import { softplus } from './softplus.ts'
import type { Loss } from '../../kernel/network/tensor.ts'
import type { Head } from './head.ts'

/** Of the mean [quanta] and of the dispersion: a likelihood of zero or of infinite precision would end the training. */
const MEAN_FLOOR = 1e-4
const DISPERSION_FLOOR = 1e-3
/** softplus(ln(e − 1)) = 1: a network whose last layer is zero says that the mean stays as it was. */
const ONE = Math.log(Math.E - 1)

/**
 * After the rarest disasters the likelihood hardly knows a mean, and a network leaves the ground: no mean is more than about this many scales.
 * 100 were no better anywhere, and on the warm clothing of the register of emergencies the sum of means was 90 times what came, instead of 23.
 */
const HIGHEST = 20

/**
 * Outputs of step j: a at j, b at h + j. Mean μ = softplus(a') · scale + floor with a' = 20 tanh(a ÷ 20) + ln(e − 1); variance μ + α μ²,
 * α = softplus(b) + floor.
 */
const parameters = (a: number, b: number, scale: number): { readonly mean: number; readonly dispersion: number } => ({
  mean: softplus(HIGHEST * Math.tanh(a / HIGHEST) + ONE) * scale + MEAN_FLOOR,
  dispersion: softplus(b) + DISPERSION_FLOOR,
})

/** Weighted mean of the negative log-likelihood per month [nats]. Targets: `y` in quanta, `weight` 0 where not observed, `scale`. */
const loss: Loss = (output, { y, weight, scale }) => {
  const [rows, width] = output.shape
  const horizon = width / 2
  const bounded = output.slice([0, 0], [rows, horizon]).div(HIGHEST).tanh().mul(HIGHEST)
  const mean = bounded.add(ONE).softplus().mul(scale).add(MEAN_FLOOR)
  const size = output.slice([0, horizon], [rows, horizon]).softplus().add(DISPERSION_FLOOR).reciprocal()
  const log = size.add(mean).log()
  const likelihood = logGammaOf(y.add(size))
    .sub(logGammaOf(size))
    .sub(logGammaOf(y.add(1)))
    .add(size.mul(size.log().sub(log)))
    .add(y.mul(mean.log().sub(log)))
  return likelihood.mul(weight).sum().neg().div(weight.sum())
}

/** Negative binomial of counts (quanta). The target is scaled, never centred: zero stays zero. */
export const countHead: Head = {
  outputs: (horizon) => 2 * horizon,
  loss,
  target: (value, _naive, _scale, quantum) => value / quantum,
  weight: () => 1,
  read: ({ output, at, horizon, scale, quantum, levels, quantiles, quantilesAt, means, meansAt }) => {
    for (let j = 0; j < horizon; j++) {
      const { mean, dispersion } = parameters(output[at + j], output[at + horizon + j], scale)
      negativeBinomialQuantiles(
        levels,
        mean,
        1 + dispersion * mean,
        quantum,
        quantiles,
        quantilesAt + j * levels.length,
      )
      means[meansAt + j] = mean * quantum
    }
  },
}
