import type { Fault } from './fault.ts'

/**
 * What happened to a doubtful row. Rejected rows count against the 5 % limit;
 * repaired ones stay, set-aside and repeated ones are left out by a stated rule.
 */
export type FindingKind = 'rejected' | 'repaired' | 'set-aside' | 'repeated'

/** Doubts that are not faults of a noun. */
export type FindingCode =
  | Fault['code']
  | 'zero-restored'
  | 'short-code'
  | 'successor-district'
  | 'code-from-names'
  | 'hazard-set-aside'
  | 'repeated-event'
  | 'repeated-row'
  | 'province-mean'
  | 'bad-bytes'

export interface Finding {
  readonly kind: FindingKind
  readonly code: FindingCode
  readonly file: string
  readonly line: number
  readonly column: string
  readonly value: string
  /** What it became, or what was expected. */
  readonly detail: string
}

/** One thing the importer decided about a file, with what it saw. */
export interface Decision {
  readonly file: string
  /** `source`, `encoding`, `separator`, `decimal`, `date-order`, `code-book`, `column`, `dropped-column`, `extension`, `note` … */
  readonly subject: string
  /** The column it is about, or ''. */
  readonly column: string
  readonly choice: string
  /** What speaks for it: counts of values that fit, or the person who decided. */
  readonly evidence: string
}

/** Something that only a person can decide because it would change numbers. Answered in `decisions.yaml`. */
export interface Question {
  readonly file: string
  readonly subject: string
  readonly column: string
  readonly choices: readonly string[]
  readonly evidence: string
}

/** Rows and quantity of one file. */
export interface FileSummary {
  readonly file: string
  readonly source: string
  readonly sha256: string
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly repaired: number
  readonly setAside: number
  readonly repeated: number
  /** Sum of the counted measure in all rows, and in the rejected ones (rejected rows whose number is unreadable count 0). */
  readonly quantity: number
  readonly quantityRejected: number
}
