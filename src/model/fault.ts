/** What can be wrong with one cell of a row. Each code has a sentence in `messages`. */
export type FaultCode =
  | 'missing'
  | 'not-a-number'
  | 'not-whole'
  | 'negative'
  | 'zero'
  | 'not-a-day'
  | 'not-a-month'
  | 'not-a-time'
  | 'not-a-ubigeo'
  | 'not-in-list'
  | 'unknown-district'
  | 'unknown-name'
  | 'unknown-product'
  | 'unknown-depot'
  | 'unknown-vehicle-type'
  | 'unknown-place'
  | 'outside-peru'
  | 'in-another-department'
  | 'closes-before-it-opens'
  | 'shorter-than-straight-line'
  | 'repeated-id'
  | 'repeated-month'
  | 'other-class'
  | 'not-a-name'
  | 'ragged-row'

/** One doubtful cell: where it stands, what it holds, and what would be accepted. */
export interface Fault {
  readonly code: FaultCode
  readonly file: string
  /** Line of the file, the header being 1; of a spreadsheet, the row number it shows. */
  readonly line: number
  /** Header of the column, as the noun names it. */
  readonly column: string
  readonly value: string
  /** What was expected, where the code alone does not say: a list of words, another department, a distance. */
  readonly expected?: string
}

/** A noun, or everything that is wrong with the row. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] }
