import { byText } from '../kernel/order.ts'
import { COVARIATE_KINDS, type CovariateFact, type CovariateKind } from '../model/covariate.ts'
import { monthOfDay } from '../model/day.ts'
import type { Month } from '../model/month.ts'
import type { Place } from '../model/place.ts'
import { Fields, MOST } from '../model/row.ts'
import { NATION, type Ubigeo, ubigeo } from '../model/ubigeo.ts'
import type { FileInHand } from './first-reading.ts'
import type { ReadDistrict } from './district-reader.ts'
import { fold } from './fold.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import { isBlank } from './number-cell.ts'
import { parsePeriod } from './period-cell.ts'
import type { SecondReading } from './second-reading.ts'

/** A month, or a day of it. */
function periodOf(f: Fields): Month | undefined {
  const text = f.text('period')
  const period = parsePeriod(text)
  if (period === undefined && text !== '') f.fault('not-a-month', 'period')
  return period && monthOfDay(period.day)
}

/** Departments by name, and provinces by name, with their department's where it stands beside it; none of a name that several have. */
function nodesByName(gazetteer: readonly Place[]): (department: string, province: string) => string | undefined {
  const codes = new Map<string, string | null>()
  const add = (key: string, code: string): unknown => codes.set(key, codes.has(key) ? null : code)
  const keyOf = (department: string, province: string): string => `${fold(department)}|${fold(province)}`
  for (const { level, name, department, ubigeo: code } of gazetteer) {
    if (level === 'department') add(keyOf(name, ''), code)
    if (level !== 'province') continue
    add(keyOf(department, name), code)
    add(keyOf('', name), code)
  }
  return (department, province) => codes.get(keyOf(department, province)) ?? undefined
}

/** Takes the rows of tables of covariates. One without a place holds for the whole country; a month is told once, and a covariate is of one class. */
function covariatesReader(named: (department: string, province: string) => string | undefined): {
  take(row: ReadRow, book: Ledger, district: ReadDistrict): void
  end(): readonly CovariateFact[]
} {
  const facts = new Map<string, CovariateFact>()
  const kinds = new Map<string, CovariateKind>()

  const placeOf = (f: Fields, row: ReadRow, book: Ledger, district: ReadDistrict): Ubigeo | undefined => {
    const names = { department: f.raw('department'), province: f.raw('province'), district: f.raw('district') }
    const written = f.raw('ubigeo')
    if (written === NATION || (isBlank(written) && Object.values(names).every(isBlank))) return NATION
    const node = isBlank(written) && isBlank(names.district) ? named(names.department, names.province) : undefined
    if (node !== undefined) {
      book.repair(row, 'code-from-names', 'ubigeo', node)
      return ubigeo(node)
    }
    const code = district(written, names)
    if (!code.ok) {
      f.faults.push(faultOf(row, code.fault, code.column, code.expected))
      return undefined
    }
    for (const repair of code.repairs) book.repair(row, repair.code, 'ubigeo', repair.detail)
    return ubigeo(code.code)
  }

  return {
    take(row, book, district) {
      const f = new Fields(row)
      const period = periodOf(f)
      const covariate = fold(f.text('covariate')).replaceAll(' ', '_')
      const kind = f.oneOf('class', COVARIATE_KINDS)
      const value = f.optionalNumber('value', { min: -MOST }) ?? Number.NaN
      const place = placeOf(f, row, book, district)
      const other = kinds.get(covariate)
      if (covariate === '' && f.raw('covariate') !== '') f.fault('not-a-name', 'covariate')
      if (f.faults.length === 0 && other !== undefined && other !== kind) f.fault('other-class', 'class', other)
      const key = `${covariate} ${place} ${period}`
      const before = facts.get(key)
      if (f.faults.length === 0 && before !== undefined && !Object.is(before.value, value))
        f.fault('repeated-month', 'period')
      if (f.faults.length > 0 || period === undefined || place === undefined) book.reject(row, f.faults)
      else if (before !== undefined) book.repeat(row, 'repeated-row', 'period', '')
      else {
        kinds.set(covariate, kind)
        facts.set(key, { covariate, kind, ubigeo: place, period, value })
        book.accept()
      }
    },
    end: () =>
      [...facts.values()].sort(
        (a, b) => byText(a.covariate, b.covariate) || byText(a.ubigeo, b.ubigeo) || a.period - b.period,
      ),
  }
}

/** What files tell of covariates, sorted by covariate, place and month. */
export async function readCovariates(
  second: SecondReading,
  districtOf: (file: FileInHand) => ReadDistrict,
  gazetteer: readonly Place[],
): Promise<readonly CovariateFact[]> {
  const reader = covariatesReader(nodesByName(gazetteer))
  for (const file of second.of('covariates')) {
    const district = districtOf(file)
    await second.rows(file, (row) => reader.take(row, file.book, district))
  }
  return reader.end()
}
