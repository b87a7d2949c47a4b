import { type Day, firstDay, monthOfDay } from '../model/day.ts'
import { type Month, monthOf } from '../model/month.ts'
import { CENSORED, MISSING, OBSERVED, STATUS_NAMES } from '../model/observation.ts'
import type { Product } from '../model/product.ts'
import { Fields } from '../model/row.ts'
import type { ReadDistrict } from './district-reader.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import type { ObservationList } from './observation-list.ts'
import { isYear, parsePeriod } from './period-cell.ts'

/** How the rows of one demand table become observations. */
export interface DemandForm {
  /** The product a cell names; of a table without that column, the product of all its rows. */
  readonly product: (text: string) => Product | undefined
  readonly hasProduct: boolean
  /** Without a column of quantities, persons are counted and divided by the persons that a unit of the product serves. */
  readonly hasQuantity: boolean
}

const STATUS = { observed: OBSERVED, censored: CENSORED, missing: MISSING } as const

export interface DemandReader {
  take(row: ReadRow): void
  /** Rows that share place, product and period with an earlier one and are added to it. */
  readonly summed: number
}

export function demandReader(
  list: ObservationList,
  form: DemandForm,
  book: Ledger,
  district: ReadDistrict,
  onPlace: (code: string, name: string) => void,
  onMonth: (row: ReadRow, month: Month) => void,
  onQuantity: (row: ReadRow, code: string, product: Product, quantity: number) => void,
): DemandReader {
  const rows = new Map<string, number>()
  const keys = new Set<string>()
  let summed = 0
  return {
    get summed() {
      return summed
    },
    take(row) {
      const f = new Fields(row)
      const period = periodOf(f)
      const amountColumn = form.hasQuantity ? 'quantity' : 'persons'
      const amount = f.optionalNumber(amountColumn)
      const written = Number(f.raw(amountColumn) || 0)
      const product = form.product(form.hasProduct ? f.text('product') : '')
      if (product === undefined && (!form.hasProduct || f.raw('product') !== ''))
        f.fault('unknown-product', 'product', f.raw('product'))
      const status = f.raw('status') === '' ? 'observed' : f.oneOf('status', STATUS_NAMES)
      const names = { department: f.raw('department'), province: f.raw('province'), district: f.raw('district') }
      const code = district(f.raw('ubigeo'), names)
      const faults = code.ok ? f.faults : [...f.faults, faultOf(row, code.fault, code.column, code.expected)]
      if (period === undefined || product === undefined || !code.ok || faults.length > 0) {
        book.reject(row, faults, written)
        return
      }
      const same = row.written.join('\t')
      const before = rows.get(same)
      if (before !== undefined) {
        book.repeat(row, 'repeated-row', '', String(before), written)
        return
      }
      rows.set(same, row.line)
      const key = `${period.day} ${code.code} ${product.id}`
      if (keys.has(key)) summed++
      else keys.add(key)
      for (const repair of code.repairs) book.repair(row, repair.code, 'ubigeo', repair.detail)
      onPlace(code.code, names.district)
      onMonth(row, monthOfDay(period.day))
      const quantity = amount === null ? Number.NaN : form.hasQuantity ? amount : amount / product.persons
      if (amount !== null) onQuantity(row, code.code, product, quantity)
      list.add({
        period: period.day,
        frequency: period.frequency,
        ubigeo: code.code,
        measure: `demand:${product.id}`,
        value: quantity,
        status: amount === null ? MISSING : STATUS[status],
        file: row.file,
        row: row.line,
        event: null,
      })
      book.accept(written)
    },
  }
}

/** A day or a month in `period`, or under a header that says month; else a year and a month in columns of their own. */
function periodOf(f: Fields): { readonly day: Day; readonly frequency: 'day' | 'month' } | undefined {
  const text = f.raw('period')
  if (text !== '') {
    const period = parsePeriod(text)
    if (period === undefined) f.fault('not-a-month', 'period')
    return period
  }
  const whole = parsePeriod(f.raw('month'))
  if (whole !== undefined) return whole
  const year = f.optionalNumber('year', { whole: true })
  const month = f.optionalNumber('month', { whole: true, min: 1 })
  if (year !== null && month !== null && month <= 12 && isYear(year))
    return { day: firstDay(monthOf(year, month)), frequency: 'month' }
  if (f.faults.length === 0)
    f.fault(
      f.raw('month') === '' && f.raw('year') === '' ? 'missing' : 'not-a-month',
      f.raw('month') === '' ? 'period' : 'month',
    )
  return undefined
}
