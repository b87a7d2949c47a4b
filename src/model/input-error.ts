/** What a person can mend: files, settings, arguments, the state of the workspace. Each code has a sentence in `messages`. */
export type InputCode =
  | 'arguments'
  | 'flags-together'
  | 'settings'
  | 'params'
  | 'decisions'
  | 'overrides'
  | 'no-workspace'
  | 'workspace-exists'
  | 'workspace-in-use'
  | 'not-writable'
  | 'not-readable'
  | 'disk-full'
  | 'no-files'
  | 'refused-files'
  | 'open-questions'
  | 'too-many-rejected'
  | 'no-former-tables'
  | 'table-not-text'
  | 'table-line'
  | 'table-columns'
  | 'table-width'
  | 'table-cell'
  | 'table-empty'
  | 'demand-model'
  | 'leg-model'
  | 'other-model'
  | 'no-plan'
  | 'stage-missing'
  | 'verification-failed'
  | 'damaged-plan'
  | 'damaged-workspace'
  | 'no-port'

export type Details = Readonly<Record<string, string | number>>

/** A mistake outside the program. Its sentence and exit code follow from the code; anything else that is thrown is ours. */
export class InputError extends Error {
  readonly code: InputCode
  readonly details: Details
  /** What it is about, one by one, as the nouns of its code: refusals, questions, files over the limit, violations, setting faults. */
  readonly items: readonly object[]

  constructor(code: InputCode, details: Details = {}, items: readonly object[] = []) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'InputError'
    this.code = code
    this.details = details
    this.items = items
  }
}
