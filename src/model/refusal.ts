/** Why a file was not read at all. Each code has a sentence in `messages`. */
export type RefusalCode =
  | 'empty'
  | 'binary'
  /** The compressed file ends too early, or its bytes contradict their own checksum. */
  | 'truncated'
  | 'damaged'
  | 'spreadsheet'
  | 'zip'
  | 'pdf'
  /** A quotation mark is opened and never closed; `detail` is the line. */
  | 'open-quote'
  /** A line longer than a table can have; `detail` is the line. */
  | 'too-long'
  /** More columns than a table can have; `detail` is the line. */
  | 'too-many-columns'
  /** The operating system would not give its bytes; `detail` is its code. */
  | 'not-readable'
  /** Codes of RENIEC's book, and no table of equivalences among the files. */
  | 'no-equivalence'
  /** Text, but no table we know. */
  | 'unknown'

export interface Refusal {
  readonly file: string
  readonly code: RefusalCode
  readonly detail: string
  /** Of an unknown table: its headers as they stand, and the sources that came nearest with the columns each lacks. */
  readonly headers: readonly string[]
  readonly nearest: readonly { readonly source: string; readonly lacks: readonly string[] }[]
}
