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

/**
 * Labels at the right of their points, or at the left where there is no room; one that would cover an earlier one, or leave the frame, is left out.
 * @param wanted the most important first
 */
export function placeLabels(wanted: readonly Wanted[], left: number, right: number): readonly Placed[] {
  const placed: (Placed & { readonly from: number; readonly to: number })[] = []
  for (const label of wanted) {
    const width = label.text.length * LETTER
    const sides = [
      { anchor: 'start' as const, from: label.x + 7, to: label.x + 7 + width },
      { anchor: 'end' as const, from: label.x - 7 - width, to: label.x - 7 },
    ]
    const side = sides.find(
      ({ from, to }) =>
        from >= left &&
        to <= right &&
        placed.every((p) => p.to + 4 < from || p.from - 4 > to || Math.abs(p.y - label.y) >= LINE),
    )
    if (side === undefined) continue
    placed.push({ ...label, ...side, x: side.anchor === 'start' ? side.from : side.to })
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
