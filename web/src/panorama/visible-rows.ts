import { type RefObject, useCallback, useState } from 'react'

/** Up to this many rows are all in the document; the sheet of a phone, which scrolls with the page, included. */
const ALL = 200
/** Rows kept above and below what is seen, so that a fast scroll shows no blank. */
const MARGIN = 12
/** Rows a table shows at most on any screen. */
const SCREEN = 60

export interface VisibleRows {
  readonly from: number
  readonly until: number
  /** Heights of what is left out [px]. */
  readonly before: number
  readonly after: number
  readonly onScroll: () => void
  /** Scrolls a row into view where it is not. */
  readonly reveal: (index: number) => void
}

/** The rows of a long table that are worth drawing. All rows have the same height. */
export function useVisibleRows(box: RefObject<HTMLDivElement | null>, rows: number, rowHeight: number): VisibleRows {
  const [first, setFirst] = useState(0)
  const all = rows <= ALL
  const from = all ? 0 : Math.max(0, Math.min(first, rows - 1) - MARGIN)
  const until = all ? rows : Math.min(rows, from + SCREEN + 2 * MARGIN)
  const reveal = useCallback(
    (index: number) => {
      const { current } = box
      if (current === null) return
      const seen = current.clientHeight - (current.querySelector('thead')?.clientHeight ?? 0)
      const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight]
      if (top >= current.scrollTop && bottom <= current.scrollTop + seen) return
      current.scrollTo({ top: Math.max(0, top - seen / 2) })
    },
    [box, rowHeight],
  )
  return {
    from,
    until,
    before: from * rowHeight,
    after: (rows - until) * rowHeight,
    onScroll: () => {
      // Steps of some rows, so that not every pixel draws the table anew.
      const top = Math.floor((box.current?.scrollTop ?? 0) / rowHeight / 4) * 4
      if (!all && top !== first) setFirst(top)
    },
    reveal,
  }
}
