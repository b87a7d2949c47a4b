/** One key of a settings file that is not as it must be. */
export interface SettingFault {
  readonly key: string
  readonly value: string
  readonly expected: string
}

/** Reads keys one by one and gathers what is wrong with them. */
export interface KeyReader {
  /** The key's value, or `otherwise` where it is absent or `accept` refuses it. @param expected what is told of a refused one */
  read<T>(key: string, otherwise: T, expected: string, accept: (value: unknown) => T | undefined): T
  /** Every fault, keys that were never read among them. */
  faults(): readonly SettingFault[]
}

const shown = (x: unknown): string => (typeof x === 'string' ? x : (JSON.stringify(x) ?? ''))

/**
 * @param file a parsed YAML document; an empty one has no keys
 * @param within name of the part that the keys lie in, told before them
 */
export function keyReader(file: unknown, within = ''): KeyReader {
  const known = new Set<string>()
  const faults: SettingFault[] = []
  const part = (key: string): string => (within === '' ? key : `${within}.${key}`)
  const isMap = typeof file === 'object' && file !== null && !Array.isArray(file)
  if (!isMap && file !== null && file !== undefined)
    faults.push({ key: within, value: shown(file), expected: 'key: value' })
  const keys: Readonly<Record<string, unknown>> = isMap ? (file as Record<string, unknown>) : {}
  return {
    read: (key, otherwise, expected, accept) => {
      known.add(key)
      const raw = keys[key]
      if (raw === undefined || raw === null) return otherwise
      const value = accept(raw)
      if (value === undefined) faults.push({ key: part(key), value: shown(raw), expected })
      return value ?? otherwise
    },
    faults: () => [
      ...faults,
      ...Object.keys(keys).flatMap((key) =>
        known.has(key) ? [] : [{ key: part(key), value: shown(keys[key]), expected: [...known].join(', ') }],
      ),
    ],
  }
}

export const isShare = (x: unknown): x is number => typeof x === 'number' && x >= 0 && x <= 1
export const isWhole = (x: unknown, min: number, max: number): x is number =>
  Number.isInteger(x) && (x as number) >= min && (x as number) <= max
