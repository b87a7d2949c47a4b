import type { Supply } from '../../model/supply.ts'
import type { StageName } from '../stage.ts'
import { PLACES } from './places.ts'
import { DEPOTS, LOTS, PRODUCTS } from './supply.ts'
import { readTable } from './table.ts'
import { DISTANCES, FLEET, POINTS, VEHICLE_TYPES } from './transport.ts'

/** Outputs of the import that {@link readSupply} reads. */
export const SUPPLY_FILES: readonly string[] = [
  'places.parquet',
  'products.parquet',
  'depots.parquet',
  'lots.parquet',
  'vehicle_types.parquet',
  'fleet.parquet',
  'points.parquet',
  'distances.parquet',
]

/** What the import found that there is. @param file path of a stage's output */
export async function readSupply(file: (stage: StageName, name: string) => string): Promise<Supply> {
  return {
    places: await readTable(file('import', 'places.parquet'), PLACES),
    products: await readTable(file('import', 'products.parquet'), PRODUCTS),
    depots: await readTable(file('import', 'depots.parquet'), DEPOTS),
    lots: await readTable(file('import', 'lots.parquet'), LOTS),
    vehicleTypes: await readTable(file('import', 'vehicle_types.parquet'), VEHICLE_TYPES),
    fleet: await readTable(file('import', 'fleet.parquet'), FLEET),
    points: await readTable(file('import', 'points.parquet'), POINTS),
    distances: await readTable(file('import', 'distances.parquet'), DISTANCES),
  }
}
