import type { Point } from '../chart/curve.ts'

/** A text that wants to stand near a point. */
export interface Wanted {
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface Placed extends Wanted {
  readonly anchor: 'start' | 'end'
}

/** Width of a letter and height of a line [px]. */
const LETTER = 6.1
const LINE = 13
/** Beside the point, else a little higher or lower [px]. */
const MOVES = [0, -10, 10]

interface Box {
  readonly from: number
  readonly to: number
  readonly y: number
}

/** Pieces of a line, given from left to right, that run through a box. */
function crossings(line: readonly Point[], { from, to, y }: Box): number {
  let found = 0
  for (let i = 1; i < line.length; i++) {
    const [[x0, y0], [x1, y1]] = [line[i - 1] as Point, line[i] as Point]
    if (x1 <= from || x0 >= to) continue
    const at = (x: number): number => y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
    const ends = [at(Math.max(x0, from)), at(Math.min(x1, to))]
    if (Math.max(...ends) > y - LINE / 2 && Math.min(...ends) < y + LINE / 2) found++
  }
  return found
}

/**
 * Labels at the right of their points, or at the left or somewhat higher or lower where the lines leave room; one that would cover an earlier one,
 * or leave the frame, is left out.
 * @param wanted the most important first
 * @param top least height of a label's middle [px]
 * @param lines what had better not be covered, each from left to right
 */
export function placeLabels(
  wanted: readonly Wanted[],
  left: number,
  right: number,
  top: number,
  lines: readonly (readonly Point[])[],
): readonly Placed[] {
  const placed: (Placed & Box)[] = []
  for (const label of wanted) {
    const width = label.text.length * LETTER
    const places = MOVES.flatMap((move) => {
      const y = Math.max(top, label.y + move)
      return [
        { anchor: 'start' as const, from: label.x + 7, to: label.x + 7 + width, y },
        { anchor: 'end' as const, from: label.x - 7 - width, to: label.x - 7, y },
      ]
    }).filter(
      ({ from, to, y }) =>
        from >= left &&
        to <= right &&
        placed.every((p) => p.to + 4 < from || p.from - 4 > to || Math.abs(p.y - y) >= LINE),
    )
    const covers = places.map((place) => lines.reduce((sum, line) => sum + crossings(line, place), 0))
    const best = places[covers.indexOf(Math.min(...covers))]
    if (best === undefined) continue
    placed.push({ ...label, ...best, x: best.anchor === 'start' ? best.from : best.to })
  }
  return placed
}

/** Moves heights apart so that each is at least `apart` below the one before, keeping their order, within `bottom`. @param ys ascending [px] */
export function spread(ys: readonly number[], apart: number, bottom: number): readonly number[] {
  const moved: number[] = []
  for (const y of ys) moved.push(Math.max(y, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + apart))
  for (let i = moved.length - 1, limit = bottom; i >= 0; i--, limit -= apart)
    moved[i] = Math.min(moved[i] ?? limit, limit)
  return moved
}
