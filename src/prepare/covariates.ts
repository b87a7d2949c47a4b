import { byText } from '../kernel/order.ts'
import {
  type CovariateFact,
  type CovariateKey,
  type CovariateKind,
  type CovariatePanel,
  eventsOf,
} from '../model/covariate.ts'
import { day, firstDay, monthOfDay, weekday } from '../model/day.ts'
import { addMonths, type Month } from '../model/month.ts'
import { HAZARD_TYPES, type HazardType, type Observations, type RegisterMonth } from '../model/observation.ts'
import type { Place } from '../model/place.ts'
import type { PrepareNote } from '../model/prepare-note.ts'
import { NATION, provinceOf, type Ubigeo, ubigeo } from '../model/ubigeo.ts'
import { isWorkingDay } from '../model/working-day.ts'
import type { Axis } from './cells.ts'

export interface CovariateInput {
  readonly facts: readonly CovariateFact[]
  readonly observations: Observations
  /** Months in which a register tells of events. */
  readonly registers: readonly RegisterMonth[]
  readonly places: readonly Place[]
}

/** Months after those of demand of which something may be known; the calendar is. */
const AHEAD = 36
const HOLIDAYS = 'holidays'
const EVENTS = 'events:'
const SUNDAY = 0

/** Holidays of a month that fall on no Sunday. */
function holidaysOf(m: Month): number {
  let count = 0
  for (let d: number = firstDay(m); d < firstDay(addMonths(m, 1)); d++)
    if (weekday(day(d)) !== SUNDAY && !isWorkingDay(day(d))) count++
  return count
}

/** Values by covariate and place, of the months of the panel. */
interface Draft {
  readonly months: number
  readonly first: Month
  readonly rows: Map<string, CovariateKey & { readonly values: Float64Array }>
}

function valuesOf({ rows, months }: Draft, covariate: string, kind: CovariateKind, place: Ubigeo): Float64Array {
  const key = `${covariate} ${place}`
  const row = rows.get(key) ?? { covariate, kind, ubigeo: place, values: new Float64Array(months).fill(Number.NaN) }
  rows.set(key, row)
  return row.values
}

/** Emergencies of each type of which no file tells, in each province; none in a month of which the register tells and in which none is listed. */
function addEvents(draft: Draft, { observations: o, registers, places }: CovariateInput, told: Set<string>): void {
  const whole = registers.filter((r) => r.events === 'observed').map((r) => r.period - draft.first)
  if (whole.length === 0) return
  const provinces = new Set(places.filter((p) => p.level !== 'department').map((p) => provinceOf(p.ubigeo)))
  const rowOf = (type: HazardType, province: Ubigeo): Float64Array =>
    valuesOf(draft, eventsOf(type), 'past-only', province)
  const types = new Set(HAZARD_TYPES.filter((type) => !told.has(eventsOf(type))))
  for (const type of types)
    for (const province of provinces) {
      const values = rowOf(type, province)
      for (const t of whole) if (t >= 0 && t < draft.months) values[t] = 0
    }
  for (let i = 0; i < o.length; i++) {
    const measure = o.measure[i]!
    if (!measure.startsWith(EVENTS)) continue
    const t = monthOfDay(day(o.period[i]!)) - draft.first
    const province = provinceOf(ubigeo(o.ubigeo[i]!))
    const type = measure.slice(EVENTS.length) as HazardType
    if (!types.has(type) || !provinces.has(province) || t < 0 || t >= draft.months) continue
    const values = rowOf(type, province)
    values[t]! += 1
  }
}

/**
 * What may move demand beside its own past: covariates of files as they are, the calendar of holidays (known ahead), emergencies of each type by province
 * (known once they have come). Months before those of demand, and those far
 * after them, are left out. A file that tells of holidays or of a type of emergency stands in place of the calendar or the register.
 * @param axis months of the demand panel
 */
export function covariatePanel(input: CovariateInput, axis: Axis): CovariatePanel {
  if (axis.months === 0) return { series: [], first: axis.first, months: 0, values: new Float64Array() }
  const draft: Draft = { first: axis.first, months: axis.months + AHEAD, rows: new Map() }
  const told = new Set(input.facts.map((f) => f.covariate))
  addEvents(draft, input, told)
  if (!told.has(HOLIDAYS))
    valuesOf(draft, HOLIDAYS, 'known-ahead', NATION).forEach((_, t, values) => {
      values[t] = holidaysOf(addMonths(axis.first, t))
    })
  for (const { covariate, kind, ubigeo: place, period, value } of input.facts) {
    const t = period - axis.first
    if (t >= 0 && t < draft.months) valuesOf(draft, covariate, kind, place)[t] = value
  }
  const rows = [...draft.rows.values()].sort((a, b) => byText(a.covariate, b.covariate) || byText(a.ubigeo, b.ubigeo))
  const values = new Float64Array(rows.length * draft.months)
  rows.forEach((row, s) => values.set(row.values, s * draft.months))
  const series = rows.map(({ covariate, kind, ubigeo: place }) => ({ covariate, kind, ubigeo: place }))
  return { series, first: axis.first, months: draft.months, values }
}

/** Covariates of files without a number in the months of the panel, and numbers of others that are told of months too far after those of demand. */
export function notesOfFacts(
  facts: readonly CovariateFact[],
  { first, months }: Pick<CovariatePanel, 'first' | 'months'>,
): readonly PrepareNote[] {
  if (months === 0) return []
  const to = addMonths(first, months - 1)
  const empty = new Set(facts.map((f) => f.covariate))
  for (const { covariate, period, value } of facts)
    if (period >= first && period <= to && !Number.isNaN(value)) empty.delete(covariate)
  const late = facts.filter((f) => f.period > to && !Number.isNaN(f.value) && !empty.has(f.covariate))
  const beyond = [...Map.groupBy(late, (f) => f.covariate)].map(([covariate, own]): PrepareNote => {
    const periods = own.map((f) => f.period).sort((a, b) => a - b)
    return {
      code: 'covariate-beyond',
      covariate,
      values: own.length,
      from: periods[0]!,
      to: periods.at(-1)!,
      after: to,
    }
  })
  return [
    ...(empty.size === 0 ? [] : [{ code: 'covariates-empty', covariates: [...empty], from: first, to } as const]),
    ...beyond,
  ]
}
