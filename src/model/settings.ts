import { RULES, type RuleName } from './allocation.ts'
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

/** One key of the settings that is not as it must be. */
export interface SettingFault {
  readonly key: string
  readonly value: string
  readonly expected: string
}

const isShare = (x: unknown): x is number => typeof x === 'number' && x >= 0 && x <= 1
const isWhole = (x: unknown, min: number, max: number): x is number =>
  Number.isInteger(x) && (x as number) >= min && (x as number) <= max
const shown = (x: unknown): string => (typeof x === 'string' ? x : (JSON.stringify(x) ?? ''))

/**
 * Reads the settings file, by its own key names; an absent key has its default.
 * @returns the settings, or every fault at once
 */
export function parseSettings(
  file: unknown,
): { readonly ok: true; readonly value: Settings } | { readonly ok: false; readonly faults: readonly SettingFault[] } {
  if (file === null || file === undefined) return { ok: true, value: DEFAULT_SETTINGS }
  if (typeof file !== 'object' || Array.isArray(file))
    return { ok: false, faults: [{ key: '', value: shown(file), expected: 'key: value' }] }
  const faults: SettingFault[] = []
  const known = new Set<string>()
  const read = <T>(key: string, otherwise: T, expected: string, accept: (x: unknown) => T | undefined): T => {
    known.add(key)
    const raw = (file as Record<string, unknown>)[key]
    if (raw === undefined || raw === null) return otherwise
    const value = accept(raw)
    if (value === undefined) faults.push({ key, value: shown(raw), expected })
    return value ?? otherwise
  }
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
  for (const key of Object.keys(file))
    if (!known.has(key))
      faults.push({ key, value: shown((file as Record<string, unknown>)[key]), expected: [...known].join(', ') })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value }
}
