import type { Place } from '../model/place.ts'
import { departmentOf, provinceOf, ubigeo } from '../model/ubigeo.ts'
import { type CodeIndex, codeIndex } from './code-index.ts'
import { directoryReader, type ListedDistrict } from './directory.ts'
import { districtReader } from './district-reader.ts'
import type { Ledger } from './ledger.ts'
import type { Notes } from './notes.ts'
import { borrowedPlaces, placesOfDirectory, populationAbove } from './places.ts'
import { type Indicators, povertyReader } from './poverty.ts'
import type { SecondReading } from './second-reading.ts'

/** Where things can be: what the directories, the tables of indicators and the gazetteer know together. */
export interface KnownPlaces {
  readonly codes: CodeIndex
  /** Of a place whose position is its own. */
  positionOf(code: string): { readonly lat: number; readonly lon: number } | undefined
  /** Persons of a place; of a district without a count of its own those of its province, or of its department. */
  populationOf(code: string): number
  /** A row that counts is in this district, by this name if the file gives one. */
  see(code: string, name: string): void
  /** All places, and the notes about what they had to borrow. */
  end(said: Notes): readonly Place[]
}

export async function readPlaces(
  second: SecondReading,
  gazetteer: readonly Place[],
  reniecDepartments: ReadonlyMap<string, string>,
  successors: ReadonlyMap<string, string>,
): Promise<KnownPlaces> {
  const directory = directoryReader()
  for (const file of second.of('inei_directory')) await second.rows(file, (row) => directory.take(row, file.book))
  const districts = directory.districts()
  const index = (reniec: ReadonlyMap<string, string>): CodeIndex =>
    codeIndex(gazetteer, districts, reniec, reniecDepartments, successors)

  const poverty = povertyReader()
  const inei = districtReader(index(new Map()), 'inei')
  for (const file of second.of('poverty'))
    await second.rows(file, (row) => {
      const names = {
        department: row.cells['department'] ?? '',
        province: row.cells['province'] ?? '',
        district: row.cells['district'] ?? '',
      }
      poverty.take(row, inei(row.cells['ubigeo'] ?? '', names), file.book)
    })
  const indicators = poverty.end()
  const codes = index(
    new Map([...indicators.values()].flatMap((i) => (i.reniec === null ? [] : [[i.reniec, i.code] as const]))),
  )

  const positions = new Map<string, { readonly lat: number; readonly lon: number }>()
  for (const place of gazetteer) positions.set(place.ubigeo, place)
  for (const district of districts) positions.set(district.code, district)
  const named = new Map<string, string>()
  const population = new Map<string, number>([
    ...gazetteer.map((place) => [place.ubigeo, place.population] as const),
    ...populationAbove(districts),
    ...districts.flatMap((d) => (d.population > 0 ? [[d.code, d.population] as const] : [])),
  ])

  return {
    codes,
    positionOf: (code) => positions.get(code),
    populationOf: (code) =>
      population.get(code) ??
      population.get(provinceOf(ubigeo(code))) ??
      population.get(departmentOf(ubigeo(code))) ??
      Number.POSITIVE_INFINITY,
    see(code, name) {
      if (!codes.directory && !code.endsWith('00') && !named.get(code)) named.set(code, name)
    },
    end(said) {
      if (codes.directory) return fromDirectory(districts, indicators, gazetteer, directory.ledgerOf, said)
      if (named.size > 0) said.decide('', 'borrowed-places', '', 'province', { districts: named.size })
      return borrowedPlaces(gazetteer, named, indicators)
    },
  }
}

function fromDirectory(
  districts: readonly ListedDistrict[],
  indicators: ReadonlyMap<string, Indicators>,
  gazetteer: readonly Place[],
  ledgerOf: (district: ListedDistrict) => Ledger | undefined,
  said: Notes,
): readonly Place[] {
  const { places, filled } = placesOfDirectory(districts, indicators, gazetteer)
  for (const { district, column, value } of filled)
    ledgerOf(district)?.repair(district.row, 'province-mean', column, value.toFixed(4))
  for (const column of ['poverty', 'vulnerability'] as const) {
    const count = filled.filter((f) => f.column === column).length
    if (count > 0)
      said.decide('', 'province-mean', column, 'mean-by-population', { districts: count, of: districts.length })
  }
  said.decide('', 'networks-of-province', '', 'province', { districts: districts.length })
  return places
}
