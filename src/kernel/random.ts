/** A stream of random numbers: each call gives the next uniform in [0, 1). */
export type Random = () => number

/**
 * SplitMix32 (Steele, Lea and Flood 2014, 32-bit finalizer by Pelle Evensen): one stream per seed.
 * Same seed, same numbers, on every platform.
 */
export function stream(seed: number): Random {
  let s = seed >>> 0
  return () => {
    s = (s + 0x9e3779b9) >>> 0
    let z = s
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296
  }
}

/** A seed for a named part of the work, so that adding a part does not move the numbers of the others (FNV-1a). */
export function seedFor(seed: number, name: string): number {
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193) >>> 0
  return h
}

/** Standard normal by Box and Muller; uses two uniforms. */
export function normal(random: Random): number {
  const u = 1 - random()
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random())
}

/** Gamma of the given shape and mean 'shape' (Marsaglia and Tsang 2000; shapes below one are boosted). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    const u = 1 - random()
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Poisson by inversion below a mean of 30, by rounding a normal above (relative error of a quantile under 1 %). */
export function poisson(random: Random, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  const floor = Math.exp(-mean)
  let k = 0
  for (let p = random(); p > floor; p *= random()) k++
  return k
}

/** Negative binomial of the given mean and size r (variance = mean + mean²/r), as a gamma mixture of Poissons. */
export function negativeBinomial(random: Random, mean: number, size: number): number {
  return mean <= 0 ? 0 : poisson(random, (mean * gamma(random, size)) / size)
}
