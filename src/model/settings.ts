import type { Month } from './month.ts'
import type { RuleName } from './allocation.ts'

/** `chasqui.yaml`. */
export interface Settings {
  /** Of the files the program writes for people. */
  readonly language: 'es' | 'en'
  /** The number to cover: this quantile of a window's total, or its mean. */
  readonly coverage: number | 'mean'
  /** Share of `affected` persons that count as in need; the homeless count in full. */
  readonly affectedShare: number
  readonly rule: RuleName
  /** Months to plan; null: from the month after the last observed one. */
  readonly from: Month | null
  readonly months: number
  readonly seed: number
  /** Hazards of the register that are set aside, by group. */
  readonly setAside: readonly string[]
  /** How a month without a row of a demand file is read. */
  readonly absent: 'zero' | 'missing'
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'es',
  coverage: 0.8,
  affectedShare: 1,
  rule: 'proportional',
  from: null,
  months: 3,
  seed: 1,
  setAside: ['epidemic', 'covid', 'pollution'],
  absent: 'zero',
}
