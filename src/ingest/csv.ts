type CsvFault = 'open-quote' | 'too-long' | 'too-many-columns'

/** Longest record [UTF-16 units] and most columns that are read; real tables stay a hundred times below. */
export const MAX_RECORD = 1_000_000
export const MAX_COLUMNS = 2_000

export interface Splitter {
  /** @returns `false` once the text cannot be a table; nothing more is read then. */
  write(text: string): boolean
  end(): boolean
  /** What is wrong and in which line, when `write` or `end` returned `false`. */
  readonly fault: { readonly code: CsvFault; readonly line: number } | undefined
}

const QUOTE = 34

/**
 * Splits delimited text (RFC 4180) as it comes. A record ends at CRLF, LF or CR outside quotes. A quote opens a quoted cell only as the
 * cell's first character; inside, `""` is one quote, and a quote before anything but a separator or the end of the record stands for itself.
 * Empty lines are skipped. A byte order mark at the start is dropped.
 * @param onRecord cells and the line on which the record begins, the first being 1
 */
export function splitter(separator: string, onRecord: (cells: string[], line: number) => void): Splitter {
  const separatorCode = separator.charCodeAt(0)
  let rest = ''
  let line = 1
  let started = false
  let fault: Splitter['fault']

  const emit = (cells: string[], at: number): void => {
    if (cells.length > MAX_COLUMNS) fault = { code: 'too-many-columns', line: at }
    else onRecord(cells, at)
  }
  const whole = (): boolean => fault === undefined

  /** A record with quotes, from `start`; the index behind it, or -1 when its end has not come yet. */
  const quoted = (text: string, start: number, last: boolean): number => {
    const cells: string[] = []
    let breaks = 0
    let at = start
    for (;;) {
      if (text.charCodeAt(at) !== QUOTE) {
        let end = at
        let code = text.charCodeAt(end)
        while (end < text.length && code !== separatorCode && code !== 10 && code !== 13) code = text.charCodeAt(++end)
        if (end === text.length && !last) return -1
        cells.push(text.slice(at, end))
        at = end
      } else {
        let cell = ''
        let from = at + 1
        for (;;) {
          const end = text.indexOf('"', from)
          if (end === -1 || (end === text.length - 1 && !last)) {
            if (!last) return -1
            fault = { code: 'open-quote', line }
            return -1
          }
          const next = text.charCodeAt(end + 1)
          if (next === QUOTE) cell += text.slice(from, end + 1)
          else if (end === text.length - 1 || next === separatorCode || next === 10 || next === 13) {
            cell += text.slice(from, end)
            at = end + 1
            break
          } else cell += `${text.slice(from, end)}"`
          from = next === QUOTE ? end + 2 : end + 1
        }
        breaks += lineBreaks(cell)
        cells.push(cell)
      }
      if (at < text.length && text.charCodeAt(at) === separatorCode) {
        at++
        continue
      }
      // A CR at the end of a chunk may be half of a CRLF.
      if (at === text.length - 1 && text.charCodeAt(at) === 13 && !last) return -1
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++
      emit(cells, line)
      line += breaks + 1
      return at + 1
    }
  }

  const consume = (text: string, last: boolean): boolean => {
    let at = 0
    let cr = -1
    let lf = -1
    let quote = -1
    const next = (mark: string, known: number): number => {
      if (known >= at) return known
      const found = text.indexOf(mark, at)
      return found === -1 ? Infinity : found
    }
    while (at < text.length && whole()) {
      cr = next('\r', cr)
      lf = next('\n', lf)
      quote = next('"', quote)
      const end = Math.min(cr, lf, text.length)
      if (quote < end) {
        const behind = quoted(text, at, last)
        if (behind === -1) break
        at = behind
        continue
      }
      if (!last && (end === text.length || (end === cr && end === text.length - 1))) break
      if (end > at) emit(text.slice(at, end).split(separator), line)
      line++
      at = end + (end === cr && lf === cr + 1 ? 2 : 1)
    }
    rest = at >= text.length ? '' : text.slice(at)
    if (whole() && rest.length > MAX_RECORD)
      fault = { code: rest.startsWith('"') || rest.includes(`${separator}"`) ? 'open-quote' : 'too-long', line }
    return whole()
  }

  return {
    write(text) {
      if (!whole()) return false
      const fresh = started ? text : text.replace(/^\uFEFF/, '')
      if (text !== '') started = true
      return consume(rest + fresh, false)
    },
    end: () => whole() && consume(rest, true),
    get fault() {
      return fault
    },
  }
}

/** CRLF counts once. */
function lineBreaks(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++
  }
  return count
}
