import type { Place } from '../model/place.ts'
import { assumedProducts } from './default-products.ts'
import type { FileInHand } from './first-reading.ts'
import type { ReadDistrict } from './district-reader.ts'
import { logisticsReader } from './logistics.ts'
import { RECORDS } from './logistics-tables.ts'
import type { Notes } from './notes.ts'
import { positionCheck } from './position-check.ts'
import type { KnownPlaces } from './read-places.ts'
import { type Checked, checkReferences } from './references.ts'
import type { SecondReading } from './second-reading.ts'

/** What there is, over all files and record types; without any row of a product, the assumed ones. */
export async function readLogistics(
  second: SecondReading,
  places: KnownPlaces,
  districtOf: (file: FileInHand) => ReadDistrict,
  gazetteer: readonly Place[],
  said: Notes,
): Promise<Checked> {
  const logistics = logisticsReader()
  for (const file of second.of('logistics_data', ...RECORDS)) {
    const district = districtOf(file)
    const own = file.survey.mapping.table.id
    await second.rows(file, (row) =>
      logistics.take(own === 'logistics_data' ? (row.cells['record'] ?? '') : own, row, file.book, district),
    )
  }
  const assumed = logistics.seen.has('product') ? [] : assumedProducts
  for (const { product, source } of assumed)
    said.decide('', 'assumed-product', product.id, product.name, {
      kg: product.massG / 1000,
      m3: product.volumeMl / 1_000_000,
      persons: product.persons,
      days: product.days,
      source,
    })
  const checked = checkReferences(
    logistics.held,
    assumed.map(({ product }) => product),
    places.codes,
    positionCheck(gazetteer),
    places.positionOf,
  )
  for (const { ubigeo } of [...checked.depots, ...checked.points]) places.see(ubigeo, '')
  return checked
}
