import type { Parsed } from '../model/fault.ts'
import { Fields } from '../model/row.ts'
import { levelOf } from '../model/ubigeo.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import type { NamedDistrict } from './code-index.ts'

/** A district as INEI's directory lists it. */
export interface ListedDistrict extends NamedDistrict {
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number | null
  readonly population: number
  readonly file: string
  readonly row: ReadRow
}

function parseDistrict(row: ReadRow): Parsed<ListedDistrict> {
  const f = new Fields(row)
  const code = f.ubigeo('ubigeo')
  if (f.faults.length === 0 && levelOf(code) !== 'district') f.fault('not-a-ubigeo', 'ubigeo')
  return f.done({
    code,
    name: f.text('district'),
    province: f.text('province'),
    department: f.text('department'),
    ...f.position('lat', 'lon'),
    altitudeM: f.optionalNumber('altitude', { min: -100 }),
    population: f.number('population'),
    file: row.file,
    row,
  })
}

/** Takes the rows of directories; the first row of a code counts. */
export function directoryReader(): {
  take(row: ReadRow, book: Ledger): void
  districts(): readonly ListedDistrict[]
  ledgerOf(district: ListedDistrict): Ledger | undefined
} {
  const byCode = new Map<string, ListedDistrict>()
  const books = new Map<string, Ledger>()
  return {
    take(row, book) {
      books.set(row.file, book)
      const parsed = parseDistrict(row)
      if (!parsed.ok) {
        book.reject(row, parsed.faults)
        return
      }
      const district = parsed.value
      const known = byCode.get(district.code)
      if (known !== undefined) {
        if (known.name === district.name && known.population === district.population)
          book.repeat(row, 'repeated-row', 'ubigeo', `${known.file}:${known.row.line}`, district.population)
        else
          book.reject(
            row,
            [faultOf(row, 'repeated-id', 'ubigeo', `${known.file}:${known.row.line}`)],
            district.population,
          )
        return
      }
      if (/^\d{5}(\.0+)?$/.test(row.cells['ubigeo'] ?? '')) book.repair(row, 'zero-restored', 'ubigeo', district.code)
      byCode.set(district.code, district)
      book.accept(district.population)
    },
    districts: () => [...byCode.values()],
    ledgerOf: (district) => books.get(district.file),
  }
}
