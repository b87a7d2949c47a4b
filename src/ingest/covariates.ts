import { byText } from '../kernel/order.ts'
import { COVARIATE_KINDS, type CovariateFact, type CovariateKind } from '../model/covariate.ts'
import { monthOfDay, parseDay } from '../model/day.ts'
import { type Month, parseMonth } from '../model/month.ts'
import { Fields } from '../model/row.ts'
import { NATION, type Ubigeo, ubigeo } from '../model/ubigeo.ts'
import type { FileInHand } from './first-reading.ts'
import type { ReadDistrict } from './district-reader.ts'
import { fold } from './fold.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import { isBlank } from './number-cell.ts'
import type { SecondReading } from './second-reading.ts'

/** A month, or a day of it. */
function periodOf(f: Fields): Month | undefined {
  const text = f.text('period')
  const day = parseDay(text.slice(0, 10))
  const period = day === undefined ? parseMonth(text) : monthOfDay(day)
  if (period === undefined && text !== '') f.fault('not-a-month', 'period')
  return period
}

/** Takes the rows of tables of covariates. One without a place holds for the whole country; a month is told once, and a covariate is of one class. */
function covariatesReader(): {
  take(row: ReadRow, book: Ledger, district: ReadDistrict): void
  end(): readonly CovariateFact[]
} {
  const facts = new Map<string, CovariateFact>()
  const kinds = new Map<string, CovariateKind>()

  const placeOf = (f: Fields, row: ReadRow, book: Ledger, district: ReadDistrict): Ubigeo | undefined => {
    const names = { department: f.raw('department'), province: f.raw('province'), district: f.raw('district') }
    const written = f.raw('ubigeo')
    if (written === NATION || (isBlank(written) && Object.values(names).every(isBlank))) return NATION
    const code = district(written, names)
    if (!code.ok) {
      f.faults.push(faultOf(row, code.fault, 'ubigeo', code.expected))
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
      const value = f.optionalNumber('value', { min: -Infinity }) ?? Number.NaN
      const place = placeOf(f, row, book, district)
      const other = kinds.get(covariate)
      if (f.faults.length === 0 && other !== undefined && other !== kind) f.fault('not-in-list', 'class', other)
      const key = `${covariate} ${place} ${period}`
      const before = facts.get(key)
      if (f.faults.length === 0 && before !== undefined && !Object.is(before.value, value))
        f.fault('repeated-id', 'period')
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
): Promise<readonly CovariateFact[]> {
  const reader = covariatesReader()
  for (const file of second.of('covariates')) {
    const district = districtOf(file)
    await second.rows(file, (row) => reader.take(row, file.book, district))
  }
  return reader.end()
}
