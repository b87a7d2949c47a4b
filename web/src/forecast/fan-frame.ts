import { addMonths, type Month } from '../../../src/model/month.ts'
import { roundTicks, roundTop, skewed, type ValueScale, valueScale } from '../chart/value-scale.ts'
import type { Predicted, Recorded } from './shown-forecast.ts'

/** A month of the forecast takes this many times the width of a past one. */
const WIDER = 3
/** The 95 % band may raise the axis by this much; beyond it the band is cut and open at the top. */
const ROOM_FOR_MOST = 1.4

export const MARGIN = { left: 56, right: 70, top: 22, bottom: 26 } as const

export interface FanFrame {
  /** Middle of a month [px]. */
  readonly x: (month: Month) => number
  readonly y: ValueScale
  /** The axis is a square root. */
  readonly root: boolean
  readonly ticks: readonly number[]
  /** Width of a past month [px]. */
  readonly unit: number
  /** Where the past ends and the forecast begins [px]. */
  readonly now: number
  readonly first: Month
  readonly right: number
  readonly top: number
  readonly base: number
}

/**
 * Where months and persons lie on the fan chart. Months between the last recorded one and the first forecast one, of which nothing is known yet,
 * are as wide as past ones.
 */
export function fanFrame(
  past: readonly Recorded[],
  future: readonly Predicted[],
  width: number,
  height: number,
): FanFrame {
  const start = future[0]?.at ?? (0 as Month)
  const end = future.at(-1)?.at ?? start
  const first = past[0]?.at ?? addMonths(start, -1)
  const last = addMonths(start, -1)
  const right = Math.max(MARGIN.left + 60, width - MARGIN.right)
  const unit = (right - MARGIN.left - 6) / (last - first + (end - last) * WIDER)
  const left = MARGIN.left + 6
  const x = (month: Month): number =>
    left + unit * (month <= last ? month - first : last - first + (month - last) * WIDER)

  const recorded = past.filter((p) => p.status !== 'missing').map((p) => p.persons)
  const sure = Math.max(...recorded, ...future.map((f) => Math.max(f.eighty[1], f.mean)))
  const most = Math.max(...future.map((f) => f.most[1]))
  const top = roundTop(most <= ROOM_FOR_MOST * sure ? Math.max(sure, most) : sure)
  const root = skewed([...recorded, ...future.map((f) => f.eighty[1])])
  const base = Math.max(MARGIN.top + 40, height - MARGIN.bottom)
  const y = valueScale(root, top, base, MARGIN.top)
  return { x, y, root, ticks: roundTicks(y, 34), unit, now: x(last) + unit / 2, first, right, top: MARGIN.top, base }
}

/** Runs of months that have no number at all: missing ones, and those between the history and the forecast. */
export function gapsOf(past: readonly Recorded[], start: Month): readonly Range[] {
  const known = new Map(past.map((p) => [p.at, p.status]))
  const gaps: { from: Month; to: Month }[] = []
  for (let at = past[0]?.at ?? start; at < start; at = addMonths(at, 1)) {
    if ((known.get(at) ?? 'missing') !== 'missing') continue
    const last = gaps.at(-1)
    if (last !== undefined && last.to === at - 1) last.to = at
    else gaps.push({ from: at, to: at })
  }
  return gaps
}

interface Range {
  readonly from: Month
  readonly to: Month
}

/** Stretches of neighbouring observed months: where a month is missing or only told in part, the line breaks. */
export function stretchesOf(past: readonly Recorded[]): readonly (readonly Recorded[])[] {
  const stretches: Recorded[][] = []
  let open: Recorded[] | undefined
  for (const month of past) {
    if (month.status !== 'observed') open = undefined
    else if (open !== undefined && open.at(-1)?.at === month.at - 1) open.push(month)
    else {
      open = [month]
      stretches.push(open)
    }
  }
  return stretches
}
