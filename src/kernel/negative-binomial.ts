import { normalQuantile } from './normal.ts'
import { logGamma, regularizedBeta } from './special.ts'

/*
 * Negative binomial of mean m and ratio d = variance ÷ mean > 1: size r = m ÷ (d − 1), success probability 1/d,
 * P(k) = Γ(k + r) ÷ (k! Γ(r)) · d^−r · (1 − 1/d)^k. At d = 1 it is the Poisson. All arguments are doubles; k is whole.
 */

/** Below this, d − 1 is lost in rounding and the Poisson is the better answer. */
const POISSON = 1 + 1e-6

/** Beyond it, quantiles are searched by the distribution function instead of adding up probabilities from 0. */
const ADD_UP = 20_000

/** Beyond it a Poisson is its normal limit. */
const LARGE = 1e9

/** P(K = k). */
export function negativeBinomialPmf(k: number, mean: number, ratio: number): number {
  if (mean <= 0) return k === 0 ? 1 : 0
  if (ratio < POISSON) return Math.exp(k * Math.log(mean) - mean - logGamma(k + 1))
  const r = mean / (ratio - 1)
  const log = logGamma(k + r) - logGamma(k + 1) - logGamma(r) - r * Math.log(ratio) + k * Math.log1p(-1 / ratio)
  return Math.exp(log)
}

/** P(K ≤ k) for ratio > 1, as an incomplete beta function (DLMF 8.17.24). */
function cdf(k: number, mean: number, ratio: number): number {
  return k < 0 ? 0 : regularizedBeta(1 / ratio, mean / (ratio - 1), k + 1, 1 - 1 / ratio)
}

/** Smallest k above `low` with P(K ≤ k) ≥ level, given P(K ≤ low) < level. */
function search(level: number, low: number, step: number, mean: number, ratio: number): number {
  let a = low
  let b = low + step
  for (let s = step; cdf(b, mean, ratio) < level; s *= 2) {
    a = b
    b += s
  }
  while (b - a > 1) {
    const c = Math.floor((a + b) / 2)
    // Beyond 2^53 neighbouring numbers lie more than 1 apart.
    if (c <= a || c >= b) return b
    if (cdf(c, mean, ratio) < level) a = c
    else b = c
  }
  return b
}

/** Ten standard deviations below the mean lies less than 1e-20 of a Poisson: adding up may start there. */
function poissonQuantiles(levels: ArrayLike<number>, mean: number, unit: number, out: Float64Array, at: number): void {
  if (mean > LARGE) {
    for (let i = 0; i < levels.length; i++)
      out[at + i] = Math.round(mean + Math.sqrt(mean) * normalQuantile(levels[i])) * unit
    return
  }
  let k = Math.max(0, Math.floor(mean - 10 * Math.sqrt(mean)))
  let p = negativeBinomialPmf(k, mean, 1)
  let sum = p
  for (let i = 0; i < levels.length; i++) {
    while (sum < levels[i]) {
      k++
      p *= mean / k
      sum += p
    }
    out[at + i] = k * unit
  }
}

/**
 * Quantiles: the smallest k with P(K ≤ k) ≥ level.
 * @param levels n ascending numbers in (0, 1 − 1e-6)
 * @param ratio variance ÷ mean, at least 1
 * @param out receives n whole numbers × `unit` from index `at` on
 */
export function negativeBinomialQuantiles(
  levels: ArrayLike<number>,
  mean: number,
  ratio: number,
  unit: number,
  out: Float64Array,
  at: number,
): void {
  const n = levels.length
  if (mean <= 0) {
    out.fill(0, at, at + n)
    return
  }
  if (ratio < POISSON) {
    poissonQuantiles(levels, mean, unit, out, at)
    return
  }
  const r = mean / (ratio - 1)
  const q = 1 - 1 / ratio
  let i = 0
  let low = -1
  const p0 = Math.exp(-r * Math.log(ratio))
  // From a p0 that underflows nothing can be added up.
  if (p0 > 1e-280) {
    let p = p0
    let sum = p
    for (low = 0; low <= ADD_UP; low++, p *= ((low - 1 + r) / low) * q, sum += p) {
      while (i < n && sum >= levels[i]) out[at + i++] = low * unit
      if (i === n) return
    }
    low = ADD_UP
  }
  const step = Math.max(1, Math.round(Math.sqrt(mean * ratio)))
  for (; i < n; i++) {
    if (cdf(low, mean, ratio) < levels[i]) low = search(levels[i], low, step, mean, ratio)
    out[at + i] = low * unit
  }
}
