import { byText } from '../../kernel/order.ts'
import { MODES } from '../../model/access.ts'
import type { Region } from '../../model/place.ts'
import type { LegFacts } from './leg-facts.ts'

/** The words that a network knows; any other is none of them. */
export interface Vocabulary {
  readonly surfaces: readonly string[]
  readonly vehicleTypes: readonly string[]
}

const REGIONS: readonly Region[] = ['coast', 'highlands', 'jungle']
const NUMBERS = [
  'ln_km',
  'climb_m_per_km',
  'rise_m_per_km',
  'way_known',
  'month_sin',
  'month_cos',
  'month_sin2',
  'month_cos2',
  'hour_sin',
  'hour_cos',
  'hour_sin2',
  'hour_cos2',
  'load_share',
  'ln_speed_flat_kmh',
  'ln_speed_hill_kmh',
  'ln_table_hours',
]

/** A word must be met this often to be learned. */
const COMMON = 20
/** More words than this are typing errors. */
const SURFACES = 12
const VEHICLE_TYPES = 40
/** Steeper is a typing error, and no number may drive the network far from what it has seen [m per km]. */
const STEEPEST = 300

const common = (words: readonly string[], most: number): readonly string[] =>
  [...Map.groupBy(words, (word) => word)]
    .filter(([word, met]) => word !== '' && met.length >= COMMON)
    .sort(([a, x], [b, y]) => y.length - x.length || byText(a, b))
    .slice(0, most)
    .map(([word]) => word)
    .sort(byText)

export const vocabularyOf = (legs: readonly LegFacts[]): Vocabulary => ({
  surfaces: common(
    legs.map((leg) => leg.way?.surface ?? ''),
    SURFACES,
  ),
  vehicleTypes: common(
    legs.map((leg) => leg.by.id),
    VEHICLE_TYPES,
  ),
})

/** Names of the inputs, in order; each with its unit. */
export const inputNames = ({ surfaces, vehicleTypes }: Vocabulary): readonly string[] => [
  ...NUMBERS,
  ...MODES.map((mode) => `mode ${mode}`),
  ...REGIONS.map((region) => `region ${region}`),
  ...surfaces.map((surface) => `surface ${surface}`),
  ...vehicleTypes.map((type) => `vehicle ${type}`),
]

const bounded = (x: number): number => Math.min(STEEPEST, Math.max(-STEEPEST, x))

/** Writes the inputs of a leg from index `at` on, as many as they have names. */
export function writeInputs(
  leg: LegFacts,
  { surfaces, vehicleTypes }: Vocabulary,
  into: Float32Array,
  at: number,
): void {
  const { from, to, by, way } = leg
  const km = leg.metres / 1000
  const rise = from.altitudeM === null || to.altitudeM === null ? 0 : to.altitudeM - from.altitudeM
  let k = at
  into[k++] = Math.log(km)
  into[k++] = way ? bounded(way.climbM / km) : 0
  into[k++] = bounded(rise / km)
  into[k++] = way ? 1 : 0
  for (const angle of [((leg.month - 1) * Math.PI) / 6, (leg.hour * Math.PI) / 12])
    for (const turns of [1, 2]) {
      into[k++] = Math.sin(turns * angle)
      into[k++] = Math.cos(turns * angle)
    }
  into[k++] = Math.min(2, Math.max(0, leg.loadShare))
  into[k++] = Math.log(by.speedFlat)
  into[k++] = Math.log(by.speedHill)
  into[k++] = Math.log(leg.tableS / 3600)
  for (const mode of MODES) into[k++] = by.mode === mode ? 1 : 0
  for (const region of REGIONS) into[k++] = ((from.region === region ? 1 : 0) + (to.region === region ? 1 : 0)) / 2
  for (const surface of surfaces) into[k++] = way?.surface === surface ? 1 : 0
  for (const type of vehicleTypes) into[k++] = by.id === type ? 1 : 0
}
