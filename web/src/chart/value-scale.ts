import { type ScalePower, scalePow } from 'd3-scale'

export type ValueScale = ScalePower<number, number>

/** A square-root axis serves better: the largest value exceeds 20 times the median of those above zero. */
export function skewed(values: readonly number[]): boolean {
  const positive = values.filter((v) => v > 0).sort((a, b) => a - b)
  const median = positive[Math.floor((positive.length - 1) / 2)] ?? 0
  return (positive.at(-1) ?? 0) > 20 * median
}

/** From zero at `from` to `top` at `to` [px]. @param root square root instead of linear */
export const valueScale = (root: boolean, top: number, from: number, to: number): ValueScale =>
  scalePow()
    .exponent(root ? 0.5 : 1)
    .domain([0, Math.max(top, 1)])
    .range([from, to])

const ROUND_TOPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** The least round number that is not below the value; 1 for nothing. */
export function roundTop(value: number): number {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * (ROUND_TOPS.find((m) => m * power >= value * (1 - 1e-9)) ?? 10)
}

const ROUND = [1, 2, 2.5, 5] as const

/** Whole round numbers of an axis that stand at least `apart` pixels from each other, zero first; on a root axis its end is one of them. */
export function roundTicks(scale: ValueScale, apart: number): readonly number[] {
  const end = scale.domain()[1] ?? 1
  const free = (a: number, b: number): boolean => Math.abs(scale(a) - scale(b)) >= apart
  if (scale.exponent() === 1) {
    for (let wanted = Math.floor(Math.abs(scale(end) - scale(0)) / apart); wanted > 0; wanted--) {
      const even = scale.ticks(wanted)
      if (free(even[1] ?? end, 0) && even.every(Number.isInteger)) return even
    }
    return [0]
  }
  const ticks: number[] = Number.isInteger(end) && free(end, 0) ? [end] : []
  for (let power = 10 ** Math.floor(Math.log10(end)); power >= 1; power /= 10)
    for (const m of ROUND.toReversed()) {
      const tick = m * power
      const last = ticks.at(-1)
      if (Number.isInteger(tick) && tick <= end && free(tick, 0) && (last === undefined || free(last, tick)))
        ticks.push(tick)
    }
  return [0, ...ticks.toReversed()]
}
