import { RULES, type RuleName } from './allocation.ts'
import { isShare, isWhole, keyReader, type SettingFault } from './keys.ts'
import { type Month, parseMonth } from './month.ts'

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
  /** Groups of hazards of an event register that are left out. */
  readonly setAside: readonly string[]
  /** How a month without a row of a demand file is read. */
  readonly absent: 'zero' | 'missing'
  /** The data are made up: every picture and print says so. */
  readonly example: boolean
}

export const HAZARD_GROUPS = ['epidemic', 'covid', 'pollution'] as const

export const DEFAULT_SETTINGS: Settings = {
  language: 'es',
  coverage: 0.8,
  affectedShare: 1,
  rule: 'proportional',
  from: null,
  months: 3,
  seed: 1,
  setAside: HAZARD_GROUPS,
  absent: 'zero',
  example: false,
}

/**
 * Reads the settings file, by its own key names; an absent key has its default.
 * @returns the settings, or every fault at once
 */
export function parseSettings(
  file: unknown,
): { readonly ok: true; readonly value: Settings } | { readonly ok: false; readonly faults: readonly SettingFault[] } {
  const { read, faults } = keyReader(file)
  const oneOf =
    <T extends string>(...words: readonly T[]) =>
    (x: unknown): T | undefined =>
      words.find((word) => word === x)

  const d = DEFAULT_SETTINGS
  const value: Settings = {
    language: read('language', d.language, 'es | en', oneOf('es', 'en')),
    coverage: read('coverage_quantile', d.coverage, '0.5 … 0.975 | mean', (x) =>
      x === 'mean' || (isShare(x) && x >= 0.5 && x <= 0.975) ? x : undefined,
    ),
    affectedShare: read('affected_share', d.affectedShare, '0 … 1', (x) => (isShare(x) ? x : undefined)),
    rule: read('rule', d.rule, RULES.join(' | '), oneOf(...RULES)),
    from: read<Month | null>('from', d.from, 'YYYY-MM', (x) => parseMonth(String(x))),
    months: read('months', d.months, '1 … 12', (x) => (isWhole(x, 1, 12) ? x : undefined)),
    seed: read('seed', d.seed, '0 … 4294967295', (x) => (isWhole(x, 0, 4_294_967_295) ? x : undefined)),
    setAside: read('set_aside', d.setAside, `[${HAZARD_GROUPS.join(', ')}]`, (x) =>
      Array.isArray(x) && x.every((g) => HAZARD_GROUPS.includes(g)) ? x : undefined,
    ),
    absent: read('absent', d.absent, 'zero | missing', oneOf('zero', 'missing')),
    example: read('example', d.example, 'true | false', (x) => (typeof x === 'boolean' ? x : undefined)),
  }
  return faults().length > 0 ? { ok: false, faults: faults() } : { ok: true, value }
}
