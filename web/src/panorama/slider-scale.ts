import { type ScalePower, scaleSqrt } from 'd3-scale'
import type { PanoramaResponse } from '../../../src/api/panorama.ts'

interface Slot {
  readonly x: number
  readonly width: number
}

export interface SliderFrame {
  /** One per month shown of the past, then one per month of the forecast. */
  readonly past: readonly Slot[]
  readonly future: readonly Slot[]
  /** Months of the history that find no room, the oldest. */
  readonly skipped: number
  readonly y: ScalePower<number, number>
  readonly ticks: readonly number[]
}

export const LEFT = 56
export const TOP = 26
export const BOTTOM = 18
const RIGHT = 8
/** A forecast month is this many times as wide as one of the past. */
const WIDER = 2.8
/** … and at least wide enough for its name [px]. */
const NAMED = 34
/** Narrower bars cannot be told apart. */
const NARROWEST = 6.5

export function sliderFrame(panorama: PanoramaResponse, width: number, height: number): SliderFrame {
  const future = panorama.nation.length
  const room = Math.max(100, width - LEFT - RIGHT)
  const least = future * Math.max(NAMED, WIDER * NARROWEST)
  const shown = Math.min(panorama.history.length, Math.max(0, Math.floor((room - least) / NARROWEST)))
  const even = Math.min(40, room / (shown + future * WIDER))
  const wide = Math.max(NAMED, WIDER * even)
  const unit = shown === 0 ? even : Math.min(40, (room - future * wide) / shown)
  const skipped = panorama.history.length - shown
  const most = Math.max(
    1,
    ...panorama.history.slice(skipped).map((m) => m.persons),
    ...panorama.nation.map((m) => m.persons.high),
  )
  const y = scaleSqrt()
    .domain([0, most])
    .range([height - BOTTOM, TOP])
  return {
    past: Array.from({ length: shown }, (_, i) => ({ x: LEFT + i * unit, width: unit })),
    future: Array.from({ length: future }, (_, i) => ({ x: LEFT + shown * unit + i * wide, width: wide })),
    skipped,
    y,
    ticks: ticksOf(y, most),
  }
}

/** At most three round numbers, a line of text apart. */
function ticksOf(y: ScalePower<number, number>, most: number): readonly number[] {
  const ticks: number[] = []
  const APART = 15
  for (let power = 10 ** Math.floor(Math.log10(most)); power >= 1 && ticks.length < 3; power /= 10)
    for (const m of [5, 2.5, 1]) {
      const tick = m * power
      const last = ticks.at(-1)
      const free = last === undefined || y(tick) - y(last) >= APART
      if (tick <= most && free && y(0) - y(tick) >= APART && ticks.length < 3) ticks.push(tick)
    }
  return ticks
}
