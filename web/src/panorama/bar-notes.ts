export interface Bar {
  readonly x: number
  readonly width: number
  /** Upper edge [px]. */
  readonly top: number
}

export interface Note {
  /** Which bar it tells of. */
  readonly bar: number
  readonly text: string
}

export interface PlacedNote extends Note {
  readonly x: number
  /** Base line of its text [px]. */
  readonly y: number
  readonly anchor: 'start' | 'end'
}

/** Width of a letter, height of a line and how far letters reach below it [px]. */
const LETTER = 5.9
const LINE = 12
const BELOW = 3
/** Between a bar and its text [px]. */
const GAP = 4

const lies = (from: number, until: number, { x, width }: Bar): boolean => x < until && x + width > from

/**
 * Texts beside the upper end of their bars, right of it or left of it, where neither another bar nor another text is in the
 * way; a text without room is left out.
 * @param left,right edges that no text may cross [px]
 */
export function placeNotes(
  notes: readonly Note[],
  bars: readonly Bar[],
  left: number,
  right: number,
): readonly PlacedNote[] {
  const taken: { readonly from: number; readonly until: number; readonly y: number }[] = []
  return notes.flatMap((note): readonly PlacedNote[] => {
    const own = bars[note.bar]
    if (own === undefined) return []
    const room = note.text.length * LETTER
    const y = own.top + LINE - BELOW
    const free = (from: number, until: number): boolean =>
      from >= left &&
      until <= right &&
      bars.every((bar, i) => i === note.bar || bar.top > y + BELOW || !lies(from, until, bar)) &&
      taken.every((other) => Math.abs(other.y - y) > LINE || other.until < from || other.from > until)
    const start = own.x + own.width + GAP
    const end = own.x - GAP
    const placed: PlacedNote[] = [
      ...(free(start, start + room) ? [{ ...note, x: start, y, anchor: 'start' as const }] : []),
      ...(free(end - room, end) ? [{ ...note, x: end, y, anchor: 'end' as const }] : []),
    ].slice(0, 1)
    for (const { anchor } of placed)
      taken.push(anchor === 'start' ? { from: start, until: start + room, y } : { from: end - room, until: end, y })
    return placed
  })
}
