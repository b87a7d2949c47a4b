import { AID_KINDS, type AidKind, aidKindOf, REGISTER_MEASURES } from '../model/aid-kind.ts'
import { day, monthOfDay } from '../model/day.ts'
import type { SeriesKey } from '../model/demand.ts'
import type { Month } from '../model/month.ts'
import { CENSORED, MISSING, type Observations, OBSERVED, type RegisterMonth } from '../model/observation.ts'
import type { Place } from '../model/place.ts'
import type { Product } from '../model/product.ts'
import { provinceOf, type Ubigeo, ubigeo } from '../model/ubigeo.ts'
import { addFact, type Axis, type Cells, emptyCells } from './cells.ts'
import type { PrepareNote } from '../model/prepare-note.ts'

const weightOf = (measure: string, kind: AidKind, product: Product, affectedShare: number): number =>
  kind === 'shelter' ? 1 : (measure.startsWith('affected') ? affectedShare : 1) / product.persons

interface Fill {
  readonly kind: AidKind
  readonly product: Product
}

/** Which products the register fills: per kind the first that has no demand file. */
function chooseFills(
  products: readonly Product[],
  withDemandFile: ReadonlySet<string>,
  measures: ReadonlySet<string>,
): { readonly fills: readonly Fill[]; readonly notes: readonly PrepareNote[] } {
  const fills: Fill[] = []
  const notes: PrepareNote[] = []
  for (const kind of AID_KINDS) {
    const ofKind = products.filter((p) => aidKindOf(p) === kind)
    for (const product of ofKind) {
      const by = fills.find((f) => f.kind === kind)
      if (withDemandFile.has(product.id)) notes.push({ code: 'demand-file-instead', product: product.id, kind })
      else if (by) notes.push({ code: 'kind-filled-by', product: product.id, kind, by: by.product.id })
      else fills.push({ kind, product })
    }
    if (ofKind.length === 0 && REGISTER_MEASURES[kind].some((m) => measures.has(m)))
      notes.push({ code: 'kind-without-product', kind })
  }
  return { fills, notes }
}

/** Districts if the directory has any, else provinces; a row of the register goes to the place it lies in. */
function placesOfRegister(places: readonly Place[]): {
  readonly ubigeos: readonly Ubigeo[]
  readonly placeOf: (code: Ubigeo) => Ubigeo
} {
  const level = places.some((p) => p.level === 'district') ? 'district' : 'province'
  const ubigeos = places.filter((p) => p.level === level).map((p) => p.ubigeo)
  const known = new Set(ubigeos)
  const placeOf = (code: Ubigeo): Ubigeo =>
    level === 'province' && !known.has(code) && known.has(provinceOf(code)) ? provinceOf(code) : code
  return { ubigeos, placeOf }
}

const STATUS = { observed: OBSERVED, censored: CENSORED, missing: MISSING } as const

/** Status of each month for persons and houses; the worst where registers overlap; missing where no register tells. */
function monthStatus(registers: readonly RegisterMonth[], axis: Axis): Uint8Array {
  const status = new Uint8Array(axis.months).fill(MISSING)
  const told = new Uint8Array(axis.months)
  for (const r of registers) {
    const t = r.period - axis.first
    if (t < 0 || t >= axis.months) continue
    status[t] = told[t] ? Math.max(status[t]!, STATUS[r.persons]) : STATUS[r.persons]
    told[t] = 1
  }
  return status
}

/** Months from the register's first row on: what lies before it does not exist. */
export function monthsOfRegisters(registers: readonly RegisterMonth[]): readonly RegisterMonth[] {
  const first = new Map<string, Month>()
  for (const r of registers)
    if (r.rows > 0 && r.period < (first.get(r.register) ?? Number.POSITIVE_INFINITY)) first.set(r.register, r.period)
  return registers.filter((r) => r.period >= (first.get(r.register) ?? Number.POSITIVE_INFINITY))
}

function noteOfMonth(r: RegisterMonth): PrepareNote | undefined {
  if (r.persons === 'observed') return undefined
  const { register, period, daysInHoles, days, countedShare } = r
  const reason = daysInHoles > 0 ? 'hole' : 'late-counts'
  return { code: 'register-month', register, period, status: r.persons, reason, daysInHoles, days, countedShare }
}

export interface RegisterInput {
  readonly observations: Observations
  readonly registers: readonly RegisterMonth[]
  readonly products: readonly Product[]
  readonly places: readonly Place[]
  readonly affectedShare: number
  /** Products that a demand file tells of. */
  readonly withDemandFile: ReadonlySet<string>
}

/** Products filled from an event register (DATA §4): a month without a row is 0 where the register is whole. */
export function cellsOfRegister(
  input: RegisterInput,
  axis: Axis,
): { readonly cells: Cells; readonly notes: readonly PrepareNote[] } {
  const { observations: o, registers, products, places, affectedShare } = input
  const { fills, notes: choices } = chooseFills(products, input.withDemandFile, new Set(o.measure))
  const notes: PrepareNote[] = [...choices]
  const { ubigeos, placeOf } = placesOfRegister(places)

  // Per measure: the products it adds to and with what weight.
  const uses = new Map<string, { readonly fill: number; readonly weight: number }[]>()
  fills.forEach(({ kind, product }, fill) => {
    for (const measure of REGISTER_MEASURES[kind]) {
      const weight = weightOf(measure, kind, product, affectedShare)
      if (weight > 0) uses.set(measure, [...(uses.get(measure) ?? []), { fill, weight }])
    }
  })

  const index = new Map<Ubigeo, number>(ubigeos.map((code, i) => [code, i]))
  const rowPlace = new Int32Array(o.length).fill(-1)
  const rolledUp = new Set<string>()
  for (let i = 0; i < o.length; i++) {
    if (!uses.has(o.measure[i]!)) continue
    const code = ubigeo(o.ubigeo[i]!)
    const place = placeOf(code)
    if (place !== code) rolledUp.add(code)
    let p = index.get(place)
    if (p === undefined) index.set(place, (p = index.size))
    rowPlace[i] = p
  }

  const all = [...index.keys()]
  const series: SeriesKey[] = fills.flatMap(({ product }) => all.map((code) => ({ ubigeo: code, product: product.id })))
  const { first, months } = axis
  const cells = emptyCells(series, months)
  const status = monthStatus(registers, axis)
  for (let i = 0; i < o.length; i++) {
    if (rowPlace[i]! < 0) continue
    const t = monthOfDay(day(o.period[i]!)) - first
    if (status[t] === MISSING) continue
    for (const { fill, weight } of uses.get(o.measure[i]!)!)
      addFact(cells, (fill * all.length + rowPlace[i]!) * months + t, o.value[i]!, weight, o.status[i]!)
  }
  for (let s = 0; s < series.length; s++)
    for (let t = 0; t < months; t++) if (status[t] !== MISSING) addFact(cells, s * months + t, 0, 1, status[t]!)

  for (const { kind, product } of fills)
    notes.push({
      code: 'filled-from-register',
      product: product.id,
      kind,
      measures: REGISTER_MEASURES[kind],
      persons: product.persons,
      affectedShare,
      places: all.length,
    })
  for (const r of registers) {
    const note = noteOfMonth(r)
    if (note) notes.push(note)
  }
  if (rolledUp.size > 0) notes.push({ code: 'districts-added-to-provinces', districts: rolledUp.size })
  return { cells, notes }
}
