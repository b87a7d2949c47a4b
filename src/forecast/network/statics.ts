import type { Place } from '../../model/place.ts'
import { provinceOf, type Ubigeo } from '../../model/ubigeo.ts'

/** What a network is told of a place, and how it is brought to mean 0 and deviation 1. */
export interface StaticScale {
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
}

/** Names of the numbers of a place, in their order. */
export const STATICS = ['log population', 'poverty', 'altitude', 'highlands', 'jungle'] as const

export type PlaceFacts = Pick<Place, 'ubigeo' | 'population' | 'poverty' | 'altitudeM' | 'region'>

/** NaN where it is not known. */
const factsOf = ({ population, poverty, altitudeM, region }: PlaceFacts): readonly number[] => [
  population > 0 ? Math.log(population) : Number.NaN,
  poverty ?? Number.NaN,
  altitudeM ?? Number.NaN,
  region === null ? Number.NaN : Number(region === 'highlands'),
  region === null ? Number.NaN : Number(region === 'jungle'),
]

/** rows × STATICS; a district that no file knows has its province's numbers, but not its population. */
function rawStatics(rows: readonly Ubigeo[], places: readonly PlaceFacts[]): Float64Array {
  const known = new Map(places.map((place) => [place.ubigeo, factsOf(place)]))
  const k = STATICS.length
  const out = new Float64Array(rows.length * k).fill(Number.NaN)
  rows.forEach((row, i) => {
    const own = known.get(row)
    const above = known.get(provinceOf(row))
    for (let j = 0; j < k; j++) out[i * k + j] = own?.[j] ?? (j === 0 ? Number.NaN : (above?.[j] ?? Number.NaN))
  })
  return out
}

/** Mean and deviation over the rows where it is known; of a number that is the same everywhere, deviation 1. */
export function scaleOf(rows: readonly Ubigeo[], places: readonly PlaceFacts[]): StaticScale {
  const raw = rawStatics(rows, places)
  const columns = STATICS.map((_, j) =>
    rows.map((__, i) => raw[i * STATICS.length + j]).filter((x) => !Number.isNaN(x)),
  )
  const mean = columns.map((xs) => xs.reduce((a, b) => a + b, 0) / Math.max(1, xs.length))
  const deviation = columns.map(
    (xs, j) => Math.sqrt(xs.reduce((sum, x) => sum + (x - mean[j]) ** 2, 0) / Math.max(1, xs.length)) || 1,
  )
  return { mean, deviation }
}

/** rows × STATICS, standardised; the mean where nothing is known. */
export function staticsOfPlaces(
  rows: readonly Ubigeo[],
  places: readonly PlaceFacts[],
  { mean, deviation }: StaticScale,
): Float64Array {
  const k = STATICS.length
  return rawStatics(rows, places).map((x, i) => (Number.isNaN(x) ? 0 : (x - mean[i % k]) / deviation[i % k]))
}
