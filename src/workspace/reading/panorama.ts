import { parquetTable, query, sqlText } from '../../adapters/duckdb.ts'
import { departments } from '../../gazetteer/department.ts'
import { provinces } from '../../gazetteer/provinces.ts'
import { byText } from '../../kernel/order.ts'
import type { Place } from '../../model/place.ts'
import { NATION } from '../../model/ubigeo.ts'
import type { Generation } from '../generation.ts'
import { readSettings } from '../settings-file.ts'
import { type Breaks, needBreaks } from './breaks.ts'
import { readPlaces } from './places.ts'
import { LEVEL_SQL, type MapLevel, type ProductFacts, readForecastProducts } from './products.ts'
import { type RecordedMonth, readRecordedMonths } from './recorded-months.ts'
import { readSupply, type Stock, type Supply } from './supply.ts'

/** Persons; `low` and `high` end the 80 % interval. */
export interface Estimate {
  readonly mean: number
  readonly median: number
  readonly low: number
  readonly high: number
}

interface PlaceNeed {
  readonly ubigeo: string
  readonly name: string
  /** Of a province or department; null: not known. */
  readonly capital: string | null
  readonly province: string | null
  readonly department: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly population: number | null
  /** One per month of the forecast; null: no data. */
  readonly months: readonly (Estimate | null)[]
  /** One per month of the forecast; null: not allocated yet. */
  readonly supply: readonly (Supply | null)[]
}

interface Panorama {
  readonly product: ProductFacts
  readonly level: MapLevel
  readonly months: readonly string[]
  readonly nation: readonly {
    readonly month: string
    readonly persons: Estimate
    readonly supply: Supply | null
    readonly stock: Stock | null
  }[]
  /** What the number to cover is; null: the settings are no longer those of the allocation. */
  readonly coverage: number | 'mean' | null
  readonly hits: number | null
  readonly breaks: Breaks
  /** Up to the first month of the forecast: what a register tells of later ones is not whole, or not planned for. */
  readonly history: readonly RecordedMonth[]
  readonly places: readonly PlaceNeed[]
}

export type PanoramaResult =
  | { readonly status: 'read'; readonly panorama: Panorama }
  | { readonly status: 'no-forecast' }
  | { readonly status: 'unknown-product'; readonly product: string }
  | { readonly status: 'unknown-level'; readonly level: string }

const BY_DEFAULT = ['province', 'department', 'district'] as const
/** Doubles summed in another order differ by less than this share. */
const SUMMED = 1e-9

/**
 * Need of one product by place, in persons.
 * @param wanted product id and level; what is absent is chosen: the most needed product, and of province, department and
 *   district the first whose places make up the whole country
 */
export async function readPanorama(
  root: string,
  generation: Generation,
  wanted: { readonly product?: string | undefined; readonly level?: MapLevel | undefined },
): Promise<PanoramaResult> {
  const forecast = generation.file('forecast', 'forecast.parquet')
  if (forecast === undefined) return { status: 'no-forecast' }
  const products = await readForecastProducts(generation)
  const product = wanted.product === undefined ? products[0] : products.find((p) => p.id === wanted.product)
  if (product === undefined)
    return wanted.product === undefined
      ? { status: 'no-forecast' }
      : { status: 'unknown-product', product: wanted.product }

  const rows = await query(
    `SELECT ubigeo, ${LEVEL_SQL} AS level, strftime(period, '%Y-%m') AS month, mean, "q0.1" AS low, "q0.5" AS median, "q0.9" AS high
     FROM ${parquetTable(forecast)} WHERE product = ${sqlText(product.id)} ORDER BY ubigeo, period`,
  )
  const total = (level: string) =>
    rows.reduce((sum, row) => sum + (row['level'] === level ? Number(row['mean']) : 0), 0)
  const whole = (level: MapLevel) => total(level) >= total('nation') * (1 - SUMMED)
  const level =
    wanted.level ??
    BY_DEFAULT.find((l) => product.levels.includes(l) && whole(l)) ??
    BY_DEFAULT.find((l) => product.levels.includes(l))
  if (level === undefined || !product.levels.includes(level))
    return { status: 'unknown-level', level: level ?? 'province' }

  const months = [...new Set(rows.map((row) => String(row['month'])))].sort(byText)
  const estimate = (row: (typeof rows)[number]): Estimate => ({
    mean: Number(row['mean']) * product.persons,
    median: Number(row['median']) * product.persons,
    low: Number(row['low']) * product.persons,
    high: Number(row['high']) * product.persons,
  })
  const byNode = Map.groupBy(
    rows.filter((row) => row['level'] === level || row['level'] === 'nation'),
    (row) => String(row['ubigeo']),
  )
  const monthsOf = (ubigeo: string) =>
    months.map((month) => {
      const row = byNode.get(ubigeo)?.find((r) => r['month'] === month)
      return row === undefined ? null : estimate(row)
    })
  const allocated = generation.stages.find(({ stage }) => stage === 'allocate')
  const supply = await readSupply(root, generation, product.id, level)
  const places = placesOf(level, await readPlaces(generation), byNode).map((p) => ({
    ...p,
    months: monthsOf(p.ubigeo),
    supply: months.map((month) => supply.at(p.ubigeo, month)),
  }))
  return {
    status: 'read',
    panorama: {
      product,
      level,
      months,
      nation: monthsOf(NATION).map((persons, i) => ({
        month: months[i] ?? '',
        persons: persons ?? { mean: 0, median: 0, low: 0, high: 0 },
        supply: supply.at(NATION, months[i] ?? ''),
        stock: supply.stock(months[i] ?? ''),
      })),
      coverage: allocated?.state === 'fresh' ? (await readSettings(root)).coverage : null,
      hits: await hitsOf(generation, product.id),
      breaks: needBreaks(places.flatMap((p) => p.months.map((m) => m?.mean ?? 0))),
      history: await readRecordedMonths(generation, product, NATION, months[0] ?? ''),
      places,
    },
  }
}

const CAPITALS: ReadonlyMap<string, string> = new Map(
  [...departments, ...provinces].map(({ ubigeo, capital }) => [ubigeo, capital]),
)

/** All places of a level, also those without a forecast, by code. */
function placesOf(
  level: MapLevel,
  known: ReadonlyMap<string, Place>,
  forecast: ReadonlyMap<string, unknown>,
): readonly Omit<PlaceNeed, 'months' | 'supply'>[] {
  const codes = new Set([...known.values()].filter((p) => p.level === level).map((p): string => p.ubigeo))
  for (const code of forecast.keys()) if (code !== NATION) codes.add(code)
  return [...codes].sort(byText).map((ubigeo) => {
    const place = known.get(ubigeo)
    return {
      ubigeo,
      name: place?.name ?? ubigeo,
      capital: CAPITALS.get(ubigeo) ?? null,
      province: level === 'district' ? (place?.province ?? null) : null,
      department: level === 'department' ? null : (place?.department ?? null),
      lat: place?.lat ?? null,
      lon: place?.lon ?? null,
      population: place?.population ?? null,
    }
  })
}

async function hitsOf(generation: Generation, product: string): Promise<number | null> {
  const path = generation.file('backtest', 'scores.parquet')
  if (path === undefined) return null
  const [row] = await query(
    `SELECT coverage80 FROM ${parquetTable(path)} WHERE product = ${sqlText(product)} AND chosen = 'yes'`,
  )
  return row === undefined ? null : Number(row['coverage80'])
}
