import { type ScalePower, scaleSqrt } from 'd3-scale'

/** Width of the axis that all intervals of a table share [px]. */
export const AXIS = 132
const ROUND = [1, 2, 5] as const

/** Square root, from zero to the largest upper end. */
export const intervalScale = (most: number): ScalePower<number, number> =>
  scaleSqrt()
    .domain([0, Math.max(1, most)])
    .range([4, AXIS - 6])

/** Up to `most` round numbers of an axis that stand at least `apart` pixels from each other, zero first. */
export function roundTicks(scale: ScalePower<number, number>, apart: number): readonly number[] {
  const end = scale.domain()[1] ?? 1
  const ticks: number[] = []
  for (let power = 10 ** Math.floor(Math.log10(end)); power >= 1; power /= 10)
    for (const m of ROUND.toReversed()) {
      const tick = m * power
      const last = ticks.at(-1)
      if (tick <= end && scale(tick) - scale(0) >= apart && (last === undefined || scale(last) - scale(tick) >= apart))
        ticks.push(tick)
    }
  return [0, ...ticks.toReversed()]
}
