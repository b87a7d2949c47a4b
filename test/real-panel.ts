import { fileSource } from '../src/adapters/codecs.ts'
import { assumedProducts } from '../src/ingest/default-products.ts'
import { DEFAULT_SETTINGS, type Settings } from '../src/model/settings.ts'
import { type Prepared, prepare } from '../src/prepare/prepare.ts'
import { ingestAll } from './ingest/country.ts'

/** The demand of all districts: INEI's directory and the flat SINPAD file, with the assumed kits. @param root folder `peru` of the real files */
export async function realPanel(root: string, settings: Partial<Settings> = {}): Promise<Prepared> {
  const names = ['geo/michaelsuarez0_ubigeo_inei_2025.csv', 'demand/sinpad_emergencias_2017_2023.csv.gz']
  const { tables } = await ingestAll(await Promise.all(names.map((name) => fileSource(root, name))))
  const { observations, registers, places, covariates } = tables
  const products = assumedProducts.map((a) => a.product)
  return prepare({
    observations,
    registers,
    products,
    places,
    covariates,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  })
}
