import { type Day, parseDay } from './day.ts'
import { keyReader, type SettingFault } from './keys.ts'
import { type Month, parseMonth } from './month.ts'
import { parseUbigeo, type Ubigeo } from './ubigeo.ts'

/** A person's correction of the mean forecast of a node, product and month, kept in `overrides.yaml`. */
export interface Override {
  /** Any node of the hierarchy. */
  readonly ubigeo: Ubigeo
  readonly product: string
  readonly month: Month
  /** The corrected mean, in the product's unit. */
  readonly quantity: number
  readonly author: string
  readonly reason: string
  readonly date: Day
  /** The mean that was forecast when it was made, in the product's unit; null where there was none. */
  readonly baseline: number | null
}

type Parsed =
  | { readonly ok: true; readonly value: readonly Override[] }
  | { readonly ok: false; readonly faults: readonly SettingFault[] }

const word = (x: unknown): string | undefined =>
  (typeof x === 'string' || typeof x === 'number') && String(x).trim() !== '' ? String(x).trim() : undefined
const parsed =
  <T>(parse: (text: string) => T | undefined) =>
  (x: unknown): T | undefined => {
    const text = word(x)
    return text === undefined ? undefined : parse(text)
  }
/** Sums of such numbers, and what is packed for them, are still whole numbers. */
export const MOST_CORRECTED = 1e12

const amount = (x: unknown): number | undefined =>
  typeof x === 'number' && x >= 0 && x <= MOST_CORRECTED ? x : undefined

function readOne(entry: unknown, name: string): { readonly value: Override; readonly faults: readonly SettingFault[] } {
  const keys = keyReader(entry, name)
  const absent: SettingFault[] = []
  const isMap = (entry ?? null) === null || (typeof entry === 'object' && !Array.isArray(entry))
  const present = (isMap ? (entry ?? {}) : {}) as Readonly<Record<string, unknown>>
  const needed = <T>(key: string, none: T, expected: string, accept: (x: unknown) => T | undefined): T => {
    if (isMap && (present[key] ?? null) === null) absent.push({ key: `${name}.${key}`, value: '', expected })
    return keys.read(key, none, expected, accept)
  }
  const value: Override = {
    ubigeo: needed('ubigeo', '' as Ubigeo, '000000 … 259999', parsed(parseUbigeo)),
    product: needed('product', '', 'id', word),
    month: needed('month', 0 as Month, 'YYYY-MM', parsed(parseMonth)),
    quantity: needed('quantity', 0, '0 … 10¹²', amount),
    author: needed('author', '', 'text', word),
    reason: needed('reason', '', 'text', word),
    date: needed('date', 0 as Day, 'YYYY-MM-DD', parsed(parseDay)),
    baseline: keys.read<number | null>('baseline', null, '≥ 0', amount),
  }
  return { value, faults: [...absent, ...keys.faults()] }
}

/** @param file a parsed YAML document: a list, or nothing @returns the corrections in the order of the file, or every fault at once */
export function parseOverrides(file: unknown): Parsed {
  if (file === undefined || file === null) return { ok: true, value: [] }
  if (!Array.isArray(file))
    return { ok: false, faults: [{ key: 'overrides', value: JSON.stringify(file), expected: '- ubigeo: …' }] }
  const read = file.map((entry: unknown, i) => readOne(entry, `overrides[${i}]`))
  const faults = read.flatMap((one) => one.faults)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: read.map((one) => one.value) }
}

/** The last correction of each node, product and month by date, of one day the last in the file; the others are history. */
export function countingOverrides(all: readonly Override[]): readonly Override[] {
  const last = new Map<string, Override>()
  for (const one of all) {
    const key = `${one.ubigeo} ${one.month} ${one.product}`
    const known = last.get(key)
    if (known === undefined || known.date <= one.date) last.set(key, one)
  }
  return [...last.values()]
}
