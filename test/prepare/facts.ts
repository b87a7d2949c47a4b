import { dayOf } from '../../src/model/day.ts'
import { type DemandPanel } from '../../src/model/demand.ts'
import { formatMonth, addMonths, parseMonth, type Month } from '../../src/model/month.ts'
import { CENSORED, MISSING, type Observations, OBSERVED, type RegisterMonth } from '../../src/model/observation.ts'
import type { Place } from '../../src/model/place.ts'
import type { Product } from '../../src/model/product.ts'
import { levelOf, ubigeo } from '../../src/model/ubigeo.ts'
import { grams, millilitres, packs } from '../../src/model/units.ts'

/** `[date YYYY-MM-DD or YYYY-MM, ubigeo, measure, value (null: blank), file]` */
export type Fact = readonly [string, string, string, number | null, string?]

export function facts(rows: readonly Fact[]): Observations {
  const files = [...new Set(rows.map((r) => r[4] ?? 'a.csv'))]
  return {
    length: rows.length,
    period: Int32Array.from(rows, ([date]) => {
      const [y = 0, m = 1, d = 1] = date.split('-').map(Number)
      return dayOf(y, m, d)
    }),
    frequency: rows.map(([date]) => (date.length > 7 ? 'day' : 'month')),
    ubigeo: rows.map((r) => r[1]),
    measure: rows.map((r) => r[2]),
    value: Float64Array.from(rows, (r) => r[3] ?? Number.NaN),
    status: Uint8Array.from(rows, (r) => (r[3] === null ? MISSING : OBSERVED)),
    file: Uint16Array.from(rows, (r) => files.indexOf(r[4] ?? 'a.csv')),
    files,
    row: Int32Array.from(rows, (_, i) => i + 2),
    event: rows.map((_, i) => (rows[i]![2].startsWith('demand:') ? null : `e${i}`)),
  }
}

export const at = (text: string): Month => {
  const m = parseMonth(text)
  if (m === undefined) throw new Error(`no month: ${text}`)
  return m
}

/** Months of a register from the first on, each whole unless told: `o` observed, `c` censored by late counts, `h` by a hole, `m` missing. */
export const register = (first: string, statuses: string): readonly RegisterMonth[] =>
  statuses.split('').map((s, i) => ({
    register: 'sinpad',
    period: addMonths(at(first), i),
    rows: s === 'm' ? 0 : 10,
    daysInHoles: s === 'm' ? 30 : s === 'h' ? 7 : 0,
    days: 30,
    countedShare: s === 'c' ? 0.04 : 0.5,
    events: s === 'm' ? 'missing' : s === 'h' ? 'censored' : 'observed',
    persons: s === 'm' ? 'missing' : s === 'o' ? 'observed' : 'censored',
  }))

export const product = (id: string, persons = 1, name = id): Product => ({
  id,
  name,
  unit: 'kit',
  pack: 1,
  massG: grams(1000),
  volumeMl: millilitres(1000),
  shelfLifeDays: null,
  persons,
  days: 10,
  criticalPacks: packs(0),
  earmark: null,
})

export const place = (code: string): Place => {
  const level = levelOf(ubigeo(code))
  return {
    ubigeo: ubigeo(code),
    reniec: null,
    name: code,
    province: null,
    department: '',
    level: level === 'nation' ? 'department' : level,
    lat: -9,
    lon: -75,
    altitudeM: null,
    population: 1000,
    poverty: null,
    vulnerability: null,
    region: null,
    access: [],
    source: 'test',
  }
}

const mark = { [OBSERVED]: '', [CENSORED]: '+', [MISSING]: '' }

/** The panel as text: `"010101 food": "1 0 - 3+"`, `-` for missing, `+` behind a number that will still grow. */
export function shown(panel: DemandPanel): Readonly<Record<string, string>> {
  return Object.fromEntries(
    panel.series.map((key, s) => [
      `${key.ubigeo} ${key.product}`,
      Array.from({ length: panel.months }, (_, t) => {
        const cell = s * panel.months + t
        const status = panel.status[cell] as 0 | 1 | 2
        return status === MISSING ? '-' : `${Number(panel.quantity[cell]!.toFixed(9))}${mark[status]}`
      }).join(' '),
    ]),
  )
}

export const monthsShown = (panel: DemandPanel): string =>
  `${formatMonth(panel.first)} ${formatMonth(addMonths(panel.first, panel.months - 1))}`
